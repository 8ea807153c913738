import { mountBanner } from './mount-banner.js';
import type { BannerOptions, MountedBanner } from './mount-banner.js';
import { bannerTheme } from './banner-theme.js';
import { localeOf } from '@synchro/sync-react';

/**
 * `<synchro-compta-banner agent-url token document-path document-id locale theme height>`: the banner in an
 * accounting program that is a web page.
 *
 * It lives from being connected to being disconnected. A change of attributes is taken in once per turn, and being
 * moved within the page is no end, so both wait for the turn's end.
 */
export class SynchroComptaBanner extends HTMLElement {
  static readonly observedAttributes = [
    'agent-url',
    'token',
    'document-path',
    'document-id',
    'locale',
    'theme',
    'height',
  ];

  #mounted: MountedBanner | null = null;
  #isDue = false;

  connectedCallback(): void {
    this.#schedule();
  }

  disconnectedCallback(): void {
    this.#schedule();
  }

  attributeChangedCallback(): void {
    this.#schedule();
  }

  #schedule(): void {
    if (this.#isDue) return;
    this.#isDue = true;
    queueMicrotask(() => {
      this.#isDue = false;
      this.#settle();
    });
  }

  #settle(): void {
    const options = this.isConnected ? this.#options() : null;
    if (options === null) {
      this.#mounted?.unmount();
      this.#mounted = null;
      return;
    }
    this.#mounted ??= mountBanner(this.shadowRoot ?? this.attachShadow({ mode: 'open' }), this);
    this.#mounted.update(options);
  }

  /** `null` while it is not said what to follow, and where. */
  #options(): BannerOptions | null {
    const url = this.getAttribute('agent-url');
    const path = this.getAttribute('document-path');
    if (url === null || path === null || path === '') return null;
    const documentId = this.getAttribute('document-id');
    return {
      url,
      token: this.getAttribute('token'),
      scope: { product: 'compta', path, ...(documentId === null ? {} : { documentId }) },
      locale: localeOf(this.getAttribute('locale')),
      theme: bannerTheme(this.getAttribute('theme'), this),
      height: this.getAttribute('height') === 'auto' ? 'auto' : 'fixed',
    };
  }
}
