import type { Catalogue, Translate } from './create-translate.js';
import type { fr } from './banner/fr.js';
import type { Locale } from './locale.js';

export type BannerKey = keyof typeof fr;
export type BannerCatalogue = Catalogue<BannerKey>;
export type TranslateBanner = Translate<BannerKey>;

/** One language at a time comes over the wire. */
export async function loadBannerMessages(locale: Locale): Promise<BannerCatalogue> {
  switch (locale) {
    case 'fr':
      return (await import('./banner/fr.js')).fr;
    case 'de':
      return (await import('./banner/de.js')).de;
    case 'it':
      return (await import('./banner/it.js')).it;
    case 'en':
      return (await import('./banner/en.js')).en;
  }
}
