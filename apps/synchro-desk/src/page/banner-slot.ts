import type { DeskConfig } from '../desk-config.js';
import { element } from './element.js';
import type { Locale, Messages } from './messages.js';

const ELEMENT = 'synchro-compta-banner';
const RETRY_MS = 3_000;

export interface BannerSlot {
  setLocale(locale: Locale, messages: Messages): void;
  setTheme(theme: 'light' | 'dark'): void;
}

/**
 * Puts the banner into the place that the accounting keeps for it. Once it is loaded it speaks for itself,
 * also when the service stops; until then the place says that the service does not answer.
 */
export function fillBannerSlot(slot: HTMLElement, config: DeskConfig): BannerSlot {
  const banner = element(ELEMENT as 'div', {
    'agent-url': config.agentUrl,
    token: config.token,
    product: 'compta',
    'document-path': config.documentPath,
  });
  const absent = element('p', { class: 'banner-absent', role: 'status' });
  let unavailable = '';

  /** A module that failed once stays failed under its address, so each try has its own. */
  const load = (attempt: number) => {
    const query = attempt === 0 ? '' : `?try=${attempt}`;
    const script = element('script', {
      type: 'module',
      src: `${config.agentUrl}/elements/compta-banner.js${query}`,
      crossorigin: 'anonymous',
    });
    script.addEventListener('load', () => absent.remove());
    script.addEventListener('error', () => {
      script.remove();
      absent.textContent = unavailable;
      setTimeout(() => load(attempt + 1), RETRY_MS);
    });
    document.head.append(script);
  };

  slot.replaceChildren(absent, banner);
  load(0);
  return {
    setLocale: (locale, messages) => {
      banner.setAttribute('locale', locale);
      unavailable = messages.bannerUnavailable;
      if (absent.textContent !== '') absent.textContent = unavailable;
    },
    setTheme: (theme) => banner.setAttribute('theme', theme),
  };
}
