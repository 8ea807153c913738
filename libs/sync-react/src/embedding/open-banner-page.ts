import { createAccess, createClient, pageKeys } from '@synchro/sync-core/client';
import { localeOf } from '../messages/locale.js';
import { productOf } from '../root/banner-app.js';
import type { BannerApp } from '../root/banner-app.js';
import { createDomHostBridge } from '../root/host-bridge.js';
import { deferredHost } from './deferred-host.js';
import { mountBanner } from './mount-banner.js';
import type { MountedBanner } from './mount-banner.js';
import type { PageChange } from './page-host.js';
import { readFragment, withoutSecrets } from './read-fragment.js';

/**
 * The banner as a page, for programs that show a web view or a frame. What to show is in the fragment of the address,
 * and the host may change it by messages.
 * @param url the service that it follows: the one that its script came from
 */
export function openBannerPage(app: BannerApp, url: string): void {
  const page = document.querySelector('main');
  if (page === null) throw new Error('The page has no <main>.');

  const { code, height, hostOrigin, ...given } = readFragment(location.hash);
  history.replaceState(null, '', location.pathname + location.search + withoutSecrets(location.hash));
  const product = productOf(app, given.product);
  let { path, documentId, locale, theme } = given;
  let mounted: MountedBanner | null = null;
  const client = createClient({ url, access: createAccess(pageKeys(code, () => sessionStorage)) });

  const show = () => {
    const shown = localeOf(locale);
    const colours = theme === 'light' || theme === 'dark' ? theme : 'auto';
    document.documentElement.lang = shown;
    document.documentElement.style.colorScheme = colours === 'auto' ? '' : colours;
    if (product === null || path === null || path === '') {
      mounted?.unmount();
      mounted = null;
      return;
    }
    mounted ??= mountBanner(page, app, host);
    mounted.update({
      client,
      scope: { product, path, ...(documentId === null ? {} : { documentId }) },
      locale: shown,
      theme: colours,
      height: height === 'auto' ? 'auto' : 'fixed',
    });
  };
  const take = (change: PageChange) => {
    switch (change.type) {
      case 'synchro-document-opened':
        ({ path, documentId } = change);
        break;
      case 'synchro-document-closed':
        path = documentId = null;
        break;
      case 'synchro-locale':
        ({ locale } = change);
        break;
      case 'synchro-theme':
        ({ theme } = change);
        break;
    }
    show();
  };
  const host = deferredHost(
    import('./connect-host.js').then(
      ({ connectHost }) => connectHost(page, hostOrigin, take),
      () => createDomHostBridge(page), // The service has gone; the banner says so.
    ),
  );

  show();
}
