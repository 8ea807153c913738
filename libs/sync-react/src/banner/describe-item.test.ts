import { describe, expect, it } from 'vitest';
import { bannerExamples, EXAMPLE_NOW } from '../examples.js';
import { loadBannerMessages } from '../messages/banner-messages.js';
import { createTranslate } from '../messages/create-translate.js';
import type { Locale } from '../messages/locale.js';
import { describeItem } from './describe-item.js';

async function say(name: keyof typeof bannerExamples, locale: Locale = 'fr'): Promise<string> {
  const t = createTranslate(locale, await loadBannerMessages(locale));
  const example = bannerExamples[name];
  const [item] = example.snapshot?.notifications ?? [];
  if (item === undefined) throw new Error(`Nothing is told in ${name}.`);
  const product = 'product' in example ? example.product : 'compta';
  const { text, detail } = describeItem(item, t, { product, now: EXAMPLE_NOW });
  return [text, detail]
    .filter((part) => part !== null)
    .join(' | ')
    .replaceAll('\u00a0', ' ');
}

describe('what a notification says', () => {
  it.each([
    [
      'signed-out',
      'La synchronisation ne peut pas se faire : aucun utilisateur n’est connecté | depuis 9 jours : 14 écritures attendent',
    ],
    [
      'signed-out-facturation',
      'Aucun utilisateur connecté à Crésus Synchro | depuis 9 jours : 14 écritures attendent',
    ],
    [
      'signed-out-salaires',
      "Aucun utilisateur connecté à Crésus Synchro | depuis 9 jours : 12'345 écritures attendent",
    ],
    ['detached-renamed', 'Ce fichier n’est pas correctement attaché | il a été renommé'],
    ['unreadable-busy', /\.ecf n’est plus contrôlé depuis .* : fichier utilisé par un autre programme$/],
    ['sync-no-internet', /^Erreur de synchronisation : pas d’accès à internet \| depuis \d\d:\d\d$/],
    ['sync-signed-out', 'Erreur de synchronisation : aucun utilisateur n’est connecté | depuis 9 jours'],
    ['sync-no-access', /^Erreur de synchronisation : l’accès au mandat est refusé/],
    ['file-moved', 'Un fichier a été déplacé ou renommé : Facturation 2026.fac'],
    ['files-moved', '3 fichiers ont été déplacés ou renommés'],
    ['folder-moved', 'Le dossier Rochat a été déplacé ou renommé (3 fichiers)'],
    ['link-restored', 'Lien rétabli : le mandat connaît la nouvelle place de ce fichier'],
    ['entries-waiting', '4 écritures attendent d’être comptabilisées'],
    ['entries-waiting-one', '1 écriture attend d’être comptabilisée'],
    ['entries-problems', '2 écritures ont un problème : compte 3299 inconnu'],
    ['entries-problems-one', '1 écriture a un problème : date 31.12.2025 hors de toute période comptable'],
    [
      'entries-problems-several',
      "12'345 écritures ont un problème : code TVA IPM inconnu | et 3 autres raisons",
    ],
    [
      'entries-problems-one-other',
      '2 écritures ont un problème : débit et crédit différents | et 1 autre raison',
    ],
    ['entries-blocked', '4 écritures ont un problème : fichier d’écritures illisible ou douteux'],
    ['entries-locked', '12 écritures de salaires comptabilisées et verrouillées'],
    ['entries-locked-one', '1 écriture de salaire comptabilisée et verrouillée'],
  ] as const)('B10: %s', async (name, expected) => expect(await say(name)).toMatch(expected));

  it.each([
    ['de', 'Keine Synchronisation möglich: kein Benutzer ist angemeldet | seit 9 Tagen: 14 Buchungen warten'],
    ['it', 'Sincronizzazione impossibile: nessun utente connesso | da 9 giorni: 14 registrazioni attendono'],
    ['en', 'Cannot synchronise: nobody is signed in | for 9 days: 14 entries are waiting'],
  ] as const)('B7, B10: who is signed out, in %s', async (locale, expected) =>
    expect(await say('signed-out', locale)).toBe(expected),
  );

  it.each([
    ['de', '2 Buchungen haben ein Problem: Konto 3299 unbekannt'],
    ['it', '2 registrazioni hanno un problema: conto 3299 sconosciuto'],
    ['en', '2 entries have a problem: account 3299 unknown'],
  ] as const)('B7: which account is unknown, in %s', async (locale, expected) =>
    expect(await say('entries-problems', locale)).toBe(expected),
  );

  it('B10: nothing is said to wait where nothing does, and one agrees with its verb', async () => {
    expect(await say('signed-out-today')).toMatch(/connecté \| depuis \d\d:\d\d$/);
    expect(await say('signed-out-one-waits')).toMatch(/ : 1 écriture attend$/);
  });
});
