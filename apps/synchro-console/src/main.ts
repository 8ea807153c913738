import { createClient } from '@synchro/sync-core/client';
import { localeOf } from '@synchro/sync-react';
import { createElement } from 'react';
import { createRoot } from 'react-dom/client';
import { readParameters } from './address/page-parameters.js';
import { ConsoleRoot } from './console-root.js';

/** The console as a page; the service that it shows is the one it came from. */
const place = document.querySelector('#console');
if (place === null) throw new Error('The page has no place for the console.');

const { token, code, locale: asked, theme, address } = readParameters(location);
history.replaceState(null, '', address);
const locale = localeOf(asked ?? navigator.language);
document.documentElement.lang = locale;

const url = location.origin;
const opened =
  code === null
    ? Promise.resolve()
    : createClient({ url, token: null })
        .call('openSession', { body: { code } })
        // A code that is refused leaves the page without a session, and the banner says so.
        .catch(() => undefined);
void opened.then(() => {
  createRoot(place).render(
    createElement(ConsoleRoot, {
      client: createClient({ url, token }),
      locale,
      theme: theme === 'light' || theme === 'dark' ? theme : 'auto',
    }),
  );
});
