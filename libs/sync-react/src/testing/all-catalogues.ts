import { de as bannerDe } from '../messages/banner/de.js';
import { en as bannerEn } from '../messages/banner/en.js';
import { fr as bannerFr } from '../messages/banner/fr.js';
import { it as bannerIt } from '../messages/banner/it.js';
import { de as dialogDe } from '../messages/dialog/de.js';
import { en as dialogEn } from '../messages/dialog/en.js';
import { fr as dialogFr } from '../messages/dialog/fr.js';
import { it as dialogIt } from '../messages/dialog/it.js';
import type { Locale } from '../messages/locale.js';

/** Tests only: every catalogue in every language. */
export const allCatalogues: readonly {
  readonly name: 'banner' | 'dialog';
  readonly locale: Locale;
  readonly messages: Readonly<Record<string, string>>;
}[] = [
  { name: 'banner', locale: 'fr', messages: bannerFr },
  { name: 'banner', locale: 'de', messages: bannerDe },
  { name: 'banner', locale: 'it', messages: bannerIt },
  { name: 'banner', locale: 'en', messages: bannerEn },
  { name: 'dialog', locale: 'fr', messages: dialogFr },
  { name: 'dialog', locale: 'de', messages: dialogDe },
  { name: 'dialog', locale: 'it', messages: dialogIt },
  { name: 'dialog', locale: 'en', messages: dialogEn },
];
