import type { Catalogue } from './create-translate.js';
import type { fr } from './dialog/fr.js';
import type { Locale } from './locale.js';

export type DialogKey = keyof typeof fr;
export type DialogCatalogue = Catalogue<DialogKey>;

export async function loadDialogMessages(locale: Locale): Promise<DialogCatalogue> {
  switch (locale) {
    case 'fr':
      return (await import('./dialog/fr.js')).fr;
    case 'de':
      return (await import('./dialog/de.js')).de;
    case 'it':
      return (await import('./dialog/it.js')).it;
    case 'en':
      return (await import('./dialog/en.js')).en;
  }
}
