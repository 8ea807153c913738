import { describe, expect, it } from 'vitest';
import { deriveSyncCauses } from './derive-sync-causes.js';
import type { SyncFacts } from './derive-sync-causes.js';

const T = (minute: number) => `2026-06-10T09:0${minute}:00.000Z`;
const wrong: SyncFacts = {
  isShared: true,
  offlineSince: T(1),
  signedOutSince: T(2),
  refused: { reason: 'no-access', since: T(3) },
};
const sound: SyncFacts = { isShared: true, offlineSince: null, signedOutSince: null, refused: null };

describe('deriveSyncCauses', () => {
  it('S1: nothing is wrong', () => expect(deriveSyncCauses(sound)).toEqual([]));

  it('S1: every cause is told for itself, since when', () =>
    expect(deriveSyncCauses(wrong)).toEqual([
      { code: 'no-internet', since: T(1) },
      { code: 'signed-out', since: T(2) },
      { code: 'refused', reason: 'no-access', since: T(3) },
    ]));

  it.each(['offlineSince', 'signedOutSince', 'refused'] as const)('S1: %s ends by itself', (fact) =>
    expect(deriveSyncCauses({ ...wrong, [fact]: null })).toHaveLength(2),
  );

  it('S2: a local mandate has no cause, whatever happens', () =>
    expect(deriveSyncCauses({ ...wrong, isShared: false })).toEqual([]));
});
