/** The languages of the field; French is the reference. */
export const locales = ['fr', 'de', 'it', 'en'] as const;
export type Locale = (typeof locales)[number];

/** The first of the wanted languages that there is (`de-CH` → `de`), French otherwise. */
export function chooseLocale(wanted: readonly (string | null | undefined)[]): Locale {
  for (const tag of wanted) {
    const language = tag?.toLowerCase().split(/[-_]/, 1)[0];
    const found = locales.find((locale) => locale === language);
    if (found !== undefined) return found;
  }
  return 'fr';
}
