import { describe, expect, it } from 'vitest';
import { loadBannerMessages } from '../messages/banner-messages.js';
import { createTranslate } from '../messages/create-translate.js';
import type { Locale } from '../messages/locale.js';
import { pendingText } from './pending-text.js';

type Row = readonly [created: number, changed: number, deleted: number, text: string];

const rows: Readonly<Record<Locale, readonly Row[]>> = {
  fr: [
    [1, 0, 0, '1 nouvelle écriture en attente'],
    [2, 0, 0, '2 nouvelles écritures en attente'],
    [0, 1, 0, '1 écriture modifiée en attente'],
    [0, 2, 0, '2 écritures modifiées en attente'],
    [0, 0, 1, '1 écriture supprimée en attente'],
    [0, 0, 2, '2 écritures supprimées en attente'],
    [3, 0, 1, '3 nouvelles écritures, 1 supprimée en attente'],
    [1, 0, 3, '1 nouvelle écriture, 3 supprimées en attente'],
    [1, 1, 0, '1 nouvelle écriture, 1 modifiée en attente'],
    [0, 1, 2, '1 écriture modifiée, 2 supprimées en attente'],
    [12, 2, 3, '12 nouvelles écritures, 2 modifiées, 3 supprimées en attente'],
    [12345, 0, 0, "12'345 nouvelles écritures en attente"],
    [1000000, 0, 0, "1'000'000 nouvelles écritures en attente"],
  ],
  de: [
    [1, 0, 0, '1 neue Buchung zu verbuchen'],
    [2, 0, 0, '2 neue Buchungen zu verbuchen'],
    [0, 1, 0, '1 geänderte Buchung zu verbuchen'],
    [0, 2, 0, '2 geänderte Buchungen zu verbuchen'],
    [0, 0, 1, '1 gelöschte Buchung zu verbuchen'],
    [0, 0, 2, '2 gelöschte Buchungen zu verbuchen'],
    [3, 0, 1, '3 neue, 1 gelöschte Buchung zu verbuchen'],
    [1, 0, 3, '1 neue, 3 gelöschte Buchungen zu verbuchen'],
    [1, 1, 0, '1 neue, 1 geänderte Buchung zu verbuchen'],
    [0, 1, 2, '1 geänderte, 2 gelöschte Buchungen zu verbuchen'],
    [12, 2, 3, '12 neue, 2 geänderte, 3 gelöschte Buchungen zu verbuchen'],
    [12345, 0, 0, "12'345 neue Buchungen zu verbuchen"],
  ],
  it: [
    [1, 0, 0, '1 nuova registrazione in attesa'],
    [2, 0, 0, '2 nuove registrazioni in attesa'],
    [0, 1, 0, '1 registrazione modificata in attesa'],
    [0, 2, 0, '2 registrazioni modificate in attesa'],
    [0, 0, 1, '1 registrazione eliminata in attesa'],
    [0, 0, 2, '2 registrazioni eliminate in attesa'],
    [3, 0, 1, '3 nuove registrazioni, 1 eliminata in attesa'],
    [1, 0, 3, '1 nuova registrazione, 3 eliminate in attesa'],
    [1, 1, 0, '1 nuova registrazione, 1 modificata in attesa'],
    [0, 1, 2, '1 registrazione modificata, 2 eliminate in attesa'],
    [12, 2, 3, '12 nuove registrazioni, 2 modificate, 3 eliminate in attesa'],
    [1000000, 0, 0, "1'000'000 nuove registrazioni in attesa"],
  ],
  en: [
    [1, 0, 0, '1 new entry pending'],
    [2, 0, 0, '2 new entries pending'],
    [0, 1, 0, '1 changed entry pending'],
    [0, 2, 0, '2 changed entries pending'],
    [0, 0, 1, '1 deleted entry pending'],
    [0, 0, 2, '2 deleted entries pending'],
    [3, 0, 1, '3 new, 1 deleted entry pending'],
    [1, 0, 3, '1 new, 3 deleted entries pending'],
    [1, 1, 0, '1 new, 1 changed entry pending'],
    [0, 1, 2, '1 changed, 2 deleted entries pending'],
    [12, 2, 3, '12 new, 2 changed, 3 deleted entries pending'],
  ],
};

describe.each(Object.entries(rows) as [Locale, readonly Row[]][])(
  'B7: pending entries in %s',
  (locale, table) => {
    it.each(table)('%d new, %d changed, %d deleted: %s', async (created, changed, deleted, text) => {
      const t = createTranslate(locale, await loadBannerMessages(locale));
      expect(pendingText({ new: created, changed, deleted }, t)).toBe(text);
    });
  },
);
