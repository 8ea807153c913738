import { localeOf } from '@synchro/sync-react';
import type { Locale } from '@synchro/sync-react';

/** Which example is shown, and how: `#banner/several-new?locale=de&theme=dark`. */
export interface ExampleAddress {
  readonly group: string;
  readonly name: string;
  readonly locale: Locale;
  readonly theme: 'light' | 'dark';
  readonly height: 'fixed' | 'auto';
}

/** Reads the fragment of the page's address; `null`: the list of all examples. */
export function readAddress(hash: string): ExampleAddress | null {
  const [path = '', query = ''] = hash.replace(/^#/, '').split('?', 2);
  const [group = '', name = ''] = path.split('/', 2);
  if (group === '' || name === '') return null;
  const given = new URLSearchParams(query);
  return {
    group,
    name,
    locale: localeOf(given.get('locale')),
    theme: given.get('theme') === 'dark' ? 'dark' : 'light',
    height: given.get('height') === 'auto' ? 'auto' : 'fixed',
  };
}
