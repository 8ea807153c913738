import { createAccess, createClient, pageKeys } from '@synchro/sync-core/client';
import { localeOf } from '@synchro/sync-react';
import { createElement } from 'react';
import { createRoot } from 'react-dom/client';
import { readParameters } from './address/page-parameters.js';
import { ConsoleRoot } from './console-root.js';

/** The console as a page; the service that it shows is the one it came from. */
const place = document.querySelector('#console');
if (place === null) throw new Error('The page has no place for the console.');

const { code, locale: asked, theme, address } = readParameters(location);
history.replaceState(null, '', address);
const locale = localeOf(asked ?? navigator.language);
document.documentElement.lang = locale;

createRoot(place).render(
  createElement(ConsoleRoot, {
    client: createClient({
      url: location.origin,
      access: createAccess(pageKeys(code, () => sessionStorage)),
    }),
    locale,
    theme: theme === 'light' || theme === 'dark' ? theme : 'auto',
  }),
);
