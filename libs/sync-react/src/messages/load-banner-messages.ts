import type { Messages } from '@lingui/core';
import type { Locale } from '../i18n/locale.js';
import { createTranslator } from '../i18n/translator.js';
import type { Translator } from '../i18n/translator.js';
import type fr from './banner.fr.json';

export type BannerMessageKey = keyof typeof fr;
export type BannerTranslator = Translator<BannerMessageKey>;

/** One language loads, never four; what TypeScript sees as texts arrives compiled. */
export async function loadBannerMessages(locale: Locale): Promise<BannerTranslator> {
  const { default: messages } = await catalogues[locale]();
  return createTranslator<BannerMessageKey>(locale, messages as unknown as Messages);
}

/** A key that a language lacks does not compile. */
const catalogues = {
  fr: () => import('./banner.fr.json'),
  de: () => import('./banner.de.json'),
  it: () => import('./banner.it.json'),
  en: () => import('./banner.en.json'),
} satisfies Record<Locale, () => Promise<{ default: Record<BannerMessageKey, string> }>>;
