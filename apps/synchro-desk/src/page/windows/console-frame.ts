import { element } from '../element.js';
import type { Locale, Messages } from '../messages/messages.js';

const RETRY_MS = 3_000;

export interface ConsoleFrame {
  /** The console takes language and theme from its address, so it is opened again. */
  open(locale: Locale, theme: 'light' | 'dark', messages: Messages): void;
}

/**
 * The Synchro console in its window: a page of the service in a frame. Once it is loaded it speaks for itself; until
 * then the place says that it cannot be shown.
 * @param url where the console lies
 * @param createCode the one-time code that opens it, anew at each opening
 */
export function createConsoleFrame(
  place: HTMLElement,
  url: string,
  createCode: () => Promise<string>,
): ConsoleFrame {
  const absent = element('p', { class: 'absent', role: 'status' });
  place.replaceChildren(absent);
  /** Counts the openings: a try for an earlier one is given up. */
  let opening = 0;

  const load = async (mine: number, address: string, messages: Messages): Promise<void> => {
    try {
      // A frame does not tell whether it shows the page or an error.
      const answer = await fetch(url, { cache: 'no-store' });
      if (!answer.ok) throw new Error(`${url}: ${answer.status}`);
      const src = `${address}#code=${await createCode()}`;
      if (mine === opening) place.replaceChildren(element('iframe', { title: messages.console, src }));
    } catch {
      if (mine !== opening) return;
      absent.textContent = messages.consoleUnavailable;
      place.replaceChildren(absent);
      setTimeout(() => {
        if (mine === opening) void load(mine, address, messages);
      }, RETRY_MS);
    }
  };

  return {
    open(locale, theme, messages) {
      opening += 1;
      void load(opening, `${url}?${new URLSearchParams({ locale, theme }).toString()}`, messages);
    },
  };
}
