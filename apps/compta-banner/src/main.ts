import { createClient } from '@synchro/sync-core/client';
import { localeOf } from '@synchro/sync-react';
import { mountBanner } from './mount-banner.js';
import { readFragment, withoutSecrets } from './read-fragment.js';

/** The banner as a page, for programs that show a web view; the service that it follows is the one it came from. */
const page = document.querySelector('main');
if (page === null) throw new Error('The page has no <main>.');

const { path, documentId, token, code, locale, theme, height } = readFragment(location.hash);
history.replaceState(null, '', location.pathname + location.search + withoutSecrets(location.hash));
document.documentElement.lang = localeOf(locale);

const opened =
  code === null
    ? Promise.resolve()
    : createClient({ url: location.origin, token: null })
        .call('openSession', { body: { code } })
        // A code that is refused leaves the page without a session, and the banner says so.
        .catch(() => undefined);
void opened.then(() => {
  if (path === null || path === '') return;
  mountBanner(page, page).update({
    url: location.origin,
    token,
    scope: { product: 'compta', path, ...(documentId === null ? {} : { documentId }) },
    locale: localeOf(locale),
    theme: theme === 'light' || theme === 'dark' ? theme : 'auto',
    height: height === 'auto' ? 'auto' : 'fixed',
  });
});
