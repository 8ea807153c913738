import { shareClient } from '@synchro/sync-core/client';
import type { SharedClient, SynchroClient } from '@synchro/sync-core/client';
import { localeOf } from '../messages/locale.js';
import { productOf } from '../root/banner-app.js';
import type { BannerApp } from '../root/banner-app.js';
import { createDomHostBridge } from '../root/host-bridge.js';
import { bannerTheme } from './banner-theme.js';
import { mountBanner } from './mount-banner.js';
import type { BannerOptions, MountedBanner } from './mount-banner.js';

/**
 * Defines a program's element, `<NAME agent-url token product document-path document-id locale theme height>`: the
 * banner in a program that is a web page. A page may load the module twice, as a host does that tries again; the name
 * can be defined only once.
 */
export function defineBannerElement(name: string, app: BannerApp): void {
  if (customElements.get(name) === undefined) customElements.define(name, createElementClass(app));
}

type ElementOptions = Omit<BannerOptions, 'client'> & { readonly url: string; readonly token: string };

/**
 * It lives from being connected to being disconnected. A change of attributes is taken in once per turn, and being
 * moved within the page is no end, so both wait for the turn's end.
 */
function createElementClass(app: BannerApp): CustomElementConstructor {
  return class extends HTMLElement {
    static readonly observedAttributes = [
      'agent-url',
      'token',
      'product',
      'document-path',
      'document-id',
      'locale',
      'theme',
      'height',
    ];

    #mounted: MountedBanner | null = null;
    #shared: (SharedClient & { readonly of: string }) | null = null;
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
        this.#shared?.release();
        this.#shared = null;
        return;
      }
      const { url, token, ...shown } = options;
      this.#mounted ??= mountBanner(
        this.shadowRoot ?? this.attachShadow({ mode: 'open' }),
        app,
        createDomHostBridge(this),
      );
      this.#mounted.update({ ...shown, client: this.#client(url, token) });
    }

    /** The page's client of this service and token. */
    #client(url: string, token: string): SynchroClient {
      const of = JSON.stringify([url, token]);
      if (this.#shared?.of !== of) {
        this.#shared?.release();
        this.#shared = { ...shareClient({ url, token }), of };
      }
      return this.#shared.client;
    }

    /** `null` while it is not said what to follow, and where. */
    #options(): ElementOptions | null {
      const url = this.getAttribute('agent-url');
      const path = this.getAttribute('document-path');
      const product = productOf(app, this.getAttribute('product'));
      if (url === null || path === null || path === '' || product === null) return null;
      const documentId = this.getAttribute('document-id');
      return {
        url,
        token: this.getAttribute('token') ?? '',
        scope: { product, path, ...(documentId === null ? {} : { documentId }) },
        locale: localeOf(this.getAttribute('locale')),
        theme: bannerTheme(this.getAttribute('theme'), this),
        height: this.getAttribute('height') === 'auto' ? 'auto' : 'fixed',
      };
    }
  };
}
