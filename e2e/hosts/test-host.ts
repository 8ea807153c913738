import type { FrameLocator, Page } from '@playwright/test';
import type { HostMessage, PageMessage } from '@synchro/sync-react/host-messages';
import type { LiveStage } from '../support/live-stage.js';

/** A program that embeds the banner, of one of the kinds that there are. */
export interface TestHost {
  /** Where the banner is. */
  readonly banner: Page | FrameLocator;
  /** Settles when the banner listens and knows what the program takes over. */
  readonly ready: Promise<void>;
  /** All that the banner has said, oldest first. */
  readonly heard: readonly PageMessage[];
  readonly say: (message: HostMessage) => Promise<void>;
  /** How high the banner's place is, in CSS pixels. */
  height(): Promise<number>;
}

export interface HostOptions {
  readonly live: LiveStage;
  /** Of the host's own pages; the agent allows it. */
  readonly origin: string;
  /** The document that is open at the beginning, `null` for none. */
  readonly path: string | null;
  /** The program does itself what the command asks for. Without it, it takes nothing over. */
  readonly take?: (command: Extract<PageMessage, { type: 'synchro-command' }>) => Promise<void>;
}

export type OpenHost = (page: Page, options: HostOptions) => Promise<TestHost>;

/** The address of the banner's page as a program with the agent's token opens it. */
export function pageAddress(
  { live, path }: HostOptions,
  more: Readonly<Record<string, string>> = {},
): string {
  const given = { token: live.token, locale: 'fr', ...(path === null ? {} : { path }), ...more };
  const pairs = Object.entries(given).map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
  return `${live.agentUrl}/compta/index.html#${pairs.join('&')}`;
}

/**
 * What programs of all kinds do with what they hear: say what they take over once the page is ready, answer its
 * commands at once, and then do their work.
 */
export function createProgram(
  { take }: HostOptions,
  say: (message: HostMessage) => Promise<void>,
): Pick<TestHost, 'heard' | 'ready'> & { hear(message: PageMessage): Promise<void> } {
  const heard: PageMessage[] = [];
  let becomeReady: () => void = () => undefined;
  const ready = new Promise<void>((resolve) => (becomeReady = resolve));
  return {
    heard,
    ready,
    async hear(message) {
      heard.push(message);
      switch (message.type) {
        case 'synchro-ready':
          if (take !== undefined) await say({ type: 'synchro-host', takes: ['post'] });
          becomeReady();
          return;
        case 'synchro-command':
          await say({
            type: 'synchro-command-answer',
            requestId: message.requestId,
            taken: take !== undefined,
          });
          await take?.(message);
          return;
        case 'synchro-command-withdrawn':
        case 'synchro-resize':
          return;
      }
    },
  };
}
