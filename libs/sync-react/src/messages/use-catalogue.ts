import { useEffect, useMemo, useState } from 'react';
import { createTranslate } from './create-translate.js';
import type { Catalogue, Translate } from './create-translate.js';
import type { Locale } from './locale.js';

const RETRY_MS = 2_000;

export interface LoadedCatalogue<Key extends string> {
  readonly locale: Locale;
  readonly t: Translate<Key>;
}

/**
 * The texts of a language; `null` until the first has come, and the language before while another one is on its
 * way. Without the service they cannot come: then again every two seconds.
 *
 * @param load the same function at every rendering
 */
export function useCatalogue<Key extends string>(
  locale: Locale,
  load: (locale: Locale) => Promise<Catalogue<Key>>,
): LoadedCatalogue<Key> | null {
  const [loaded, setLoaded] = useState<{ locale: Locale; catalogue: Catalogue<Key> } | null>(null);

  useEffect(() => {
    let isWanted = true;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const attempt = () => {
      load(locale).then(
        (catalogue) => {
          if (isWanted) setLoaded({ locale, catalogue });
        },
        () => {
          if (isWanted) timer = setTimeout(attempt, RETRY_MS);
        },
      );
    };
    attempt();
    return () => {
      isWanted = false;
      clearTimeout(timer);
    };
  }, [locale, load]);

  return useMemo(
    () =>
      loaded === null ? null : { locale: loaded.locale, t: createTranslate(loaded.locale, loaded.catalogue) },
    [loaded],
  );
}
