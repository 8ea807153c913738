import { describe, expect, it } from 'vitest';
import { loadBannerMessages } from '../messages/load-banner-messages.js';
import { pendingText } from './pending-text.js';

describe('pendingText', () => {
  it.each([
    ['fr', [3, 0, 1], '3 nouvelles écritures, 1 supprimée en attente'],
    ['fr', [12, 2, 3], '12 nouvelles écritures, 2 modifiées, 3 supprimées en attente'],
    ['fr', [0, 0, 1], '1 écriture supprimée en attente'],
    ['fr', [1, 0, 0], '1 nouvelle écriture en attente'],
    ['fr', [12345, 0, 0], "12'345 nouvelles écritures en attente"],
    ['fr', [1_000_000, 0, 0], "1'000'000 nouvelles écritures en attente"],
    ['de', [3, 0, 1], '3 neue, 1 gelöschte Buchung zu verbuchen'],
    ['de', [1, 0, 2], '1 neue, 2 gelöschte Buchungen zu verbuchen'],
    ['it', [3, 0, 1], '3 nuove registrazioni, 1 eliminata in attesa'],
    ['en', [3, 0, 1], '3 new, 1 deleted entry pending'],
    ['en', [1, 0, 0], '1 new entry pending'],
  ] as const)('%s %j: %s', async (locale, [created, changed, deleted], text) => {
    const t = await loadBannerMessages(locale);
    expect(pendingText(t, { new: created, changed, deleted })).toBe(text);
  });
});
