/** The languages that people here read; fr is the default and the reference. */
export const locales = ['fr', 'de', 'it', 'en'] as const;
export type Locale = (typeof locales)[number];

/** The language of a tag such as `de-CH`; French for what we do not speak. */
export function localeOf(tag: string | null): Locale {
  const language = tag?.toLowerCase().split(/[-_]/, 1)[0];
  return locales.find((locale) => locale === language) ?? 'fr';
}
