import type { HostCommand, HostMessage, PageMessage } from '@synchro/sync-react/host-messages';
import type { OpenDocument } from './setup.js';

/** The banner in the program's window, in whichever shape. */
export interface BannerView {
  say(message: HostMessage): void;
}

/** The program, as its banner sees it. */
export interface BannerListener {
  /** The banner listens: it is to be told everything, whatever it was told before. */
  ready(view: BannerView): void;
  /** @returns whether the program takes the command over; at once, its work comes after */
  takes(command: HostCommand): boolean;
  /** For the log, which shows all that is said. */
  note(direction: 'heard' | 'said', message: PageMessage | HostMessage | HostCommand): void;
}

/** What the banner is to be opened with. */
export interface BannerStart {
  readonly agentUrl: string;
  /** For the element, which stays within the program's own page. */
  readonly token: string;
  /** For a page, instead of the token: works once, within a minute. */
  readonly createCode: () => Promise<string>;
  readonly document: OpenDocument;
  readonly locale: string;
  readonly webViews: { readonly webview2: string; readonly wkwebview: string };
}

/** Puts the banner into the slot that the program keeps for it. */
export type OpenBanner = (slot: HTMLElement, start: BannerStart, listener: BannerListener) => Promise<void>;
