import type { HostMessage, PageMessage } from '@synchro/sync-react/host-messages';
import type { BannerListener, BannerStart } from './banner-view.js';

/** The address of the banner's page. All that it is told is in the fragment, which no server sees and no log holds. */
export async function pageAddress(
  origin: string,
  { createCode, document, locale }: BannerStart,
  more: Readonly<Record<string, string>> = {},
): Promise<string> {
  const given = { code: await createCode(), path: document.path, documentId: document.id, locale, ...more };
  const pairs = Object.entries(given).map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
  return `${origin}/compta/index.html#${pairs.join('&')}`;
}

/** What every host of the banner's page does with what the page says. */
export function hearPage(
  slot: HTMLElement,
  say: (message: HostMessage) => void,
  listener: BannerListener,
): (message: PageMessage) => void {
  return (message) => {
    listener.note('heard', message);
    switch (message.type) {
      case 'synchro-ready':
        listener.ready({ say });
        return;
      case 'synchro-command': {
        const { requestId } = message;
        const answer = { type: 'synchro-command-answer', requestId, taken: listener.takes(message) } as const;
        listener.note('said', answer);
        say(answer);
        return;
      }
      case 'synchro-command-withdrawn':
        // Only a window that hung hears this. If it posts all the same, one of the two is refused: both name a revision.
        return;
      case 'synchro-resize':
        slot.style.height = `${message.height}px`;
        return;
    }
  };
}

/** A frame that fills the slot. */
export function addFrame(slot: HTMLElement): HTMLIFrameElement {
  const frame = document.createElement('iframe');
  frame.title = 'Crésus Synchro';
  slot.append(frame);
  return frame;
}
