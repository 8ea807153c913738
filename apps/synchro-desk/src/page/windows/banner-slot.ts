import type { OpenDocument, Program } from '../../acts.js';
import type { DeskConfig } from '../../desk-config.js';
import { element } from '../element.js';
import type { Locale, Messages } from '../messages/messages.js';

const RETRY_MS = 3_000;

/** Which element each program embeds, and as which product. */
const banners = {
  accounting: { module: 'compta-banner', product: 'compta' },
  invoicing: { module: 'facturation-banner', product: 'facturation' },
  payroll: { module: 'facturation-banner', product: 'salaires' },
} as const satisfies Record<Program, { readonly module: string; readonly product: string }>;

export interface BannerSlot {
  setDocument(document: OpenDocument): void;
  setLocale(locale: Locale, messages: Messages): void;
  setTheme(theme: 'light' | 'dark'): void;
}

/**
 * Puts the banner into the place that its program keeps for it. Once it is loaded it speaks for itself, also when
 * the service stops; until then the place says that the service does not answer.
 */
export function fillBannerSlot(slot: HTMLElement, program: Program, config: DeskConfig): BannerSlot {
  const { module, product } = banners[program];
  const banner = element(`synchro-${module}` as 'div', {
    'agent-url': config.agentUrl,
    token: config.token,
    product,
  });
  const absent = element('p', { class: 'absent', role: 'status' });
  let unavailable = '';

  /** A module that failed once stays failed under its address, so each try has its own. */
  const load = (attempt: number) => {
    const query = attempt === 0 ? '' : `?try=${attempt}`;
    const script = element('script', {
      type: 'module',
      src: `${config.agentUrl}/elements/${module}.js${query}`,
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
    setDocument: ({ path, id }) => {
      if (banner.getAttribute('document-path') !== path) banner.setAttribute('document-path', path);
      if (id !== null && banner.getAttribute('document-id') !== id) banner.setAttribute('document-id', id);
    },
    setLocale: (locale, messages) => {
      banner.setAttribute('locale', locale);
      unavailable = messages.bannerUnavailable;
      if (absent.textContent !== '') absent.textContent = unavailable;
    },
    setTheme: (theme) => banner.setAttribute('theme', theme),
  };
}
