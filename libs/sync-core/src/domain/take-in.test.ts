import { describe, expect, it } from 'vitest';
import {
  decideTakeIn,
  DELETED_AFTER_MS,
  MISSING_AFTER_MS,
  QUIET_MS,
  WHOLE_AFTER_MS,
  type FoundVersion,
  type TakeInFacts,
} from './take-in.js';
import type { SourceTrouble } from './model.js';
import type { VersionFacts } from './version-facts.js';

const NOW = '2026-06-10T09:06:53.000Z';
const EARLIER = '2026-06-09T08:00:00.000Z';

const known: VersionFacts = { lot: 3, writtenAt: '2026-06-10T11:06:53', uid: 123, contents: ['a', 'b', 'c'] };

const found = (differences: Partial<FoundVersion> = {}): FoundVersion => ({
  ...known,
  status: 'read',
  version: 'v4',
  endsWithLineEnd: true,
  endsWithinEntry: false,
  ...differences,
});

/** A file that has just been written, nothing special about it. */
const facts = (differences: Partial<TakeInFacts> = {}): TakeInFacts => ({
  now: NOW,
  found: found(),
  stillForMs: 0,
  known,
  posted: { count: 3, gone: 0, newlyGone: 0 },
  expectedUid: 123,
  acceptedUid: null,
  confirmedVersion: null,
  trouble: null,
  ...differences,
});

const takeIn = { action: 'take-in' };
const wait = (because: string, forMs: number) => ({ action: 'wait', because, forMs });
const suspect = (...reasons: unknown[]) => ({
  action: 'keep',
  trouble: { kind: 'suspect', since: NOW, reasons, version: 'v4' },
});
/** So many posted entries, of which so many are gone, all in this version. */
const gone = (count: number, of: number) => ({ count: of, gone: count, newlyGone: count });
const upTo = (count: number) => Array.from({ length: count }, (_, i) => `entry ${String(i)}`);

describe('incomplete', () => {
  it.each([
    ['the last line has no line end', found({ endsWithLineEnd: false })],
    ['the rest of the known entries is missing', found({ contents: ['a', 'b'], lot: 4 })],
    ['only the header is there', found({ contents: [], lot: 4 })],
    ['the last two are gone, and the first one was changed', found({ contents: ['x'], lot: 4 })],
    ['the last two are gone, and others came before', found({ contents: ['x', 'y', 'z', 'a'], lot: 4 })],
    ['the last two are gone, though nothing is fewer', found({ contents: ['a', 'y', 'z'], lot: 4 })],
  ])('T1: %s → waits until the file has been still, then takes it in', (_, version) => {
    expect(decideTakeIn(facts({ found: version, stillForMs: 100 }))).toEqual(wait('incomplete', 2900));
    expect(decideTakeIn(facts({ found: version, stillForMs: WHOLE_AFTER_MS - 1 }))).toEqual(
      wait('incomplete', 1),
    );
    expect(decideTakeIn(facts({ found: version, stillForMs: WHOLE_AFTER_MS }))).toEqual(takeIn);
  });

  it('T1: a first version without final line end may still be growing', () => {
    const first = facts({
      known: null,
      found: found({ endsWithLineEnd: false }),
      posted: { count: 0, gone: 0, newlyGone: 0 },
    });
    expect(decideTakeIn(first)).toEqual(wait('incomplete', WHOLE_AFTER_MS));
  });

  it('T1e: the last entry does not balance, or has only some lines of the last known one → waits', () => {
    const incomplete = wait('incomplete', 2000);
    const atLast = (differences: Partial<FoundVersion>) =>
      decideTakeIn(facts({ found: found({ lot: 4, ...differences }), stillForMs: 1000 }));
    expect(atLast({ contents: ['a', 'b', 'c', 'd'], endsWithinEntry: true })).toEqual(incomplete);
    const compound = { ...known, contents: ['a', 'b', 'x\ny\ny\nz'] };
    const last = (contents: string) =>
      decideTakeIn(
        facts({
          known: compound,
          found: found({ lot: 4, contents: ['n', 'b', contents] }),
          stillForMs: 1000,
        }),
      );
    expect(last('x\ny\ny')).toEqual(incomplete);
    expect(last('y')).toEqual(incomplete);
    expect(last('x\nx')).toEqual(takeIn);
    expect(last('x\ny\ny\nz\nz')).toEqual(takeIn);
  });

  it('T1b: without a known version, what lacks posted entries is incomplete', () => {
    const first = { known: null, posted: gone(1, 3) };
    expect(decideTakeIn(facts(first))).toEqual(wait('incomplete', WHOLE_AFTER_MS));
    expect(decideTakeIn(facts({ ...first, stillForMs: WHOLE_AFTER_MS }))).toEqual(takeIn);
  });

  it.each([
    ['deletions elsewhere', ['a', 'c']],
    ['the last one deleted, another changed', ['x', 'b']],
  ])('T1: %s are not "incomplete"', (_, contents) => {
    expect(decideTakeIn(facts({ found: found({ contents }) }))).toEqual(wait('quiet', DELETED_AFTER_MS));
  });

  it('T1: the last one changed is not "incomplete"', () => {
    expect(decideTakeIn(facts({ found: found({ contents: ['a', 'b', 'x'] }) }))).toEqual(
      wait('quiet', QUIET_MS),
    );
  });

  it('T1: of identical entries, those at the end are the ones that are gone', () => {
    const twice = { ...known, contents: ['a', 'x', 'b', 'b', 'b'] };
    expect(decideTakeIn(facts({ known: twice, found: found({ contents: ['y', 'x', 'b'] }) }))).toEqual(
      wait('incomplete', WHOLE_AFTER_MS),
    );
  });

  it('T1, T4: after the wait an older file is still suspect', () => {
    const older = found({ contents: ['a'], lot: 2 });
    expect(decideTakeIn(facts({ found: older, stillForMs: WHOLE_AFTER_MS }))).toEqual(
      suspect({ code: 'lot-went-back', known: 3, found: 2 }),
    );
  });
});

describe('unreadable', () => {
  const problems = [{ code: 'empty', line: 1, column: 1 }];
  const unreadable = { status: 'unreadable', problems } as const;

  it('T2: waits first, since an empty or half line is how a file in the making looks', () => {
    expect(decideTakeIn(facts({ found: unreadable, stillForMs: 250 }))).toEqual(wait('unreadable', 2750));
  });

  it('T2: if it stays so, what was known is kept and the reason told', () => {
    expect(decideTakeIn(facts({ found: unreadable, stillForMs: WHOLE_AFTER_MS }))).toEqual({
      action: 'keep',
      trouble: { kind: 'unreadable', since: NOW, problems },
    });
  });

  it('T2a: still unreadable: told at once with its present reason, since the same moment', () => {
    const trouble: SourceTrouble = {
      kind: 'unreadable',
      since: EARLIER,
      problems: [{ code: 'no-header', line: 1, column: 1 }],
    };
    expect(decideTakeIn(facts({ found: unreadable, trouble }))).toEqual({
      action: 'keep',
      trouble: { kind: 'unreadable', since: EARLIER, problems },
    });
  });
});

describe('missing', () => {
  const missing = { status: 'missing' } as const;

  it('T3: waits first, since a program may delete its file and create it anew', () => {
    expect(decideTakeIn(facts({ found: missing, stillForMs: 400 }))).toEqual(wait('missing', 600));
  });

  it('T3: a vanished file is "missing", never deletions', () => {
    expect(
      decideTakeIn(facts({ found: missing, stillForMs: MISSING_AFTER_MS, posted: gone(30, 30) })),
    ).toEqual({
      action: 'keep',
      trouble: { kind: 'missing', since: NOW },
    });
  });

  it('T2a: another kind of trouble begins now, the same one goes on', () => {
    const trouble: SourceTrouble = { kind: 'missing', since: EARLIER };
    expect(decideTakeIn(facts({ found: missing, trouble }))).toEqual({ action: 'keep', trouble });
    const back = facts({
      found: { status: 'unreadable', problems: [] },
      trouble,
      stillForMs: WHOLE_AFTER_MS,
    });
    expect(decideTakeIn(back)).toMatchObject({ trouble: { kind: 'unreadable', since: NOW } });
  });

  it('T3: back again and sound, it is taken in', () => {
    expect(decideTakeIn(facts({ trouble: { kind: 'missing', since: EARLIER } }))).toEqual(takeIn);
  });
});

describe('suspect', () => {
  /** The file has been still for long enough for everything. */
  const quiet = (differences: Partial<TakeInFacts>) =>
    decideTakeIn(facts({ stillForMs: WHOLE_AFTER_MS, ...differences }));

  it('T4: the lot number went back', () => {
    expect(quiet({ found: found({ lot: 2 }) })).toEqual(
      suspect({ code: 'lot-went-back', known: 3, found: 2 }),
    );
  });

  it.each([
    ['at all, and the lot number did not grow', 3, '2026-06-10T11:06:52', true],
    [
      'by an hour, as at the end of daylight saving time, and the lot number grew',
      4,
      '2026-06-10T10:06:53',
      false,
    ],
    ['by just two hours, and the lot number grew', 4, '2026-06-10T09:06:53', false],
    ['by more than two hours, and the lot number grew', 4, '2026-06-10T09:06:52', true],
  ])('T4: the time stamp went back %s', (_, lot, writtenAt, isSuspect) => {
    expect(quiet({ found: found({ lot, writtenAt }) })).toEqual(
      isSuspect ? suspect({ code: 'time-went-back', known: known.writtenAt, found: writtenAt }) : takeIn,
    );
  });

  it.each([
    ['2026-01-01T00:30:00', '2025-12-31T23:30:00', false],
    ['2026-03-01T00:30:00', '2026-02-28T23:30:00', false],
    ['2028-03-01T00:30:00', '2028-02-28T23:30:00', true], // the 29th lies between
    ['2026-05-01T00:30:00', '2026-04-30T23:30:00', false],
  ])('T4: from %s to %s, the lot number grew', (writtenAt, back, isSuspect) => {
    const version = { known: { ...known, writtenAt }, found: found({ lot: 4, writtenAt: back }) };
    expect(quiet(version)).toEqual(
      isSuspect ? suspect({ code: 'time-went-back', known: writtenAt, found: back }) : takeIn,
    );
  });

  it('T4: an equal lot and time are not "back", whatever changed', () => {
    expect(quiet({ found: found({ contents: ['a', 'x', 'c'] }) })).toEqual(takeIn);
  });

  it('T4: a newer header over the same entries is sound', () => {
    expect(decideTakeIn(facts({ found: found({ lot: 4, writtenAt: '2026-06-11T08:00:00' }) }))).toEqual(
      takeIn,
    );
  });

  it('T4: the uid is not the one that the .ecc gives, nor one that somebody confirmed', () => {
    const other = { found: found({ uid: 7 }) };
    expect(quiet(other)).toEqual(suspect({ code: 'other-uid', expected: 123, found: 7 }));
    expect(quiet({ ...other, known: null })).toEqual(suspect({ code: 'other-uid', expected: 123, found: 7 }));
    expect(quiet({ ...other, acceptedUid: 7 })).toEqual(takeIn);
    expect(quiet({ ...other, expectedUid: null })).toEqual(takeIn);
  });

  it.each([
    [10, 19, true],
    [10, 20, false], // half is not more than half
    [9, 10, false], // fewer than ten
    [2, 3, false], // two honest deletions
  ])('T4: %i of %i posted entries gone', (goneNow, count, isSuspect) => {
    const version = {
      known: { ...known, contents: upTo(count) },
      found: found({ contents: upTo(count).slice(goneNow) }),
    };
    const expected = isSuspect ? suspect({ code: 'mass-deletion', posted: count, gone: goneNow }) : takeIn;
    expect(quiet({ ...version, posted: { count, gone: goneNow, newlyGone: goneNow } })).toEqual(expected);
  });

  it('T4: without a known version all that is gone counts', () => {
    expect(quiet({ known: null, posted: gone(12, 12) })).toEqual(
      suspect({ code: 'mass-deletion', posted: 12, gone: 12 }),
    );
  });

  it('T4a: a mass deletion that was confirmed once is not asked about at every later save', () => {
    const after = { known: { ...known, contents: upTo(5) }, posted: { count: 30, gone: 26, newlyGone: 0 } };
    expect(quiet({ ...after, found: found({ contents: upTo(4).toReversed() }) })).toEqual(takeIn);
  });

  it('T4: deletions in steps count together, until they look like an older file', () => {
    const after = { known: { ...known, contents: upTo(16) }, posted: { count: 18, gone: 10, newlyGone: 0 } };
    expect(quiet({ ...after, found: found({ contents: upTo(8).toReversed() }) })).toEqual(
      suspect({ code: 'mass-deletion', posted: 18, gone: 10 }),
    );
  });

  it('T4a: … but another one is', () => {
    const after = { known: { ...known, contents: upTo(15) }, posted: { count: 30, gone: 28, newlyGone: 0 } };
    expect(quiet({ ...after, found: found({ contents: upTo(2).toReversed() }) })).toEqual(
      suspect({ code: 'mass-deletion', posted: 30, gone: 28 }),
    );
  });

  it('T4: all reasons are told', () => {
    const { trouble } = quiet({ found: found({ lot: 1, writtenAt: '2025-12-31T00:00:00', uid: 7 }) }) as {
      trouble: unknown;
    };
    expect(trouble).toMatchObject({
      reasons: [{ code: 'lot-went-back' }, { code: 'time-went-back' }, { code: 'other-uid' }],
    });
  });

  it('T4, T5: told only once the file has been quiet, and nothing of it counts before: not even additions', () => {
    const older = found({ lot: 2, contents: ['a', 'b', 'c', 'd'] });
    expect(decideTakeIn(facts({ found: older, stillForMs: 200 }))).toEqual(wait('quiet', 50));
  });

  it('T4, T5: a mass deletion is told as late as a deletion', () => {
    const half = {
      known: { ...known, contents: upTo(18) },
      found: found({ contents: [...upTo(18).slice(10), ...upTo(10).map((one) => `${one} anew`)] }),
      posted: gone(10, 18),
    };
    expect(decideTakeIn(facts({ ...half, stillForMs: QUIET_MS }))).toEqual(
      wait('quiet', DELETED_AFTER_MS - QUIET_MS),
    );
  });

  it('T2a: another suspect version is told at once, since the same moment', () => {
    const trouble: SourceTrouble = { kind: 'suspect', since: EARLIER, reasons: [], version: 'v3' };
    expect(decideTakeIn(facts({ found: found({ lot: 2 }), trouble }))).toEqual({
      action: 'keep',
      trouble: {
        kind: 'suspect',
        since: EARLIER,
        version: 'v4',
        reasons: [{ code: 'lot-went-back', known: 3, found: 2 }],
      },
    });
  });

  it('T4b: a confirmed version is taken in as it is, another one is not', () => {
    const older = found({ lot: 1, endsWithLineEnd: false });
    expect(decideTakeIn(facts({ found: older, confirmedVersion: 'v4' }))).toEqual(takeIn);
    expect(decideTakeIn(facts({ found: older, confirmedVersion: 'v3' }))).not.toEqual(takeIn);
  });

  it('T4: a sound version ends the trouble', () => {
    const trouble: SourceTrouble = { kind: 'suspect', since: EARLIER, reasons: [], version: 'v3' };
    expect(decideTakeIn(facts({ found: found({ lot: 4 }), trouble }))).toEqual(takeIn);
  });
});

describe('quiet', () => {
  it.each([
    ['appended', ['a', 'b', 'c', 'd']],
    ['inserted', ['d', 'a', 'b', 'c']],
    ['one more of the same', ['a', 'a', 'b', 'c']],
    ['only reordered', ['c', 'b', 'a']],
  ])('T5: %s shows at once', (_, contents) => {
    expect(decideTakeIn(facts({ found: found({ contents }) }))).toEqual(takeIn);
  });

  it.each([
    ['changed', known.contents, ['a', 'x', 'c']],
    ['one of two identical ones changed', ['a', 'b', 'a', 'c'], ['a', 'b', 'c', 'd']],
  ])('T5: %s shows once the file has been quiet', (_, before, contents) => {
    const written = { known: { ...known, contents: before }, found: found({ contents }) };
    expect(decideTakeIn(facts(written))).toEqual(wait('quiet', QUIET_MS));
    expect(decideTakeIn(facts({ ...written, stillForMs: QUIET_MS }))).toEqual(takeIn);
  });

  it.each([
    ['fewer entries than before', ['b', 'c'], 0],
    ['as many, but a posted one is gone', ['a', 'x', 'c'], 1],
    ['more, but a posted one is gone', ['a', 'x', 'c', 'd'], 1],
  ])('T5: %s is a deletion and shows after a second', (_, contents, newlyGone) => {
    const written = { found: found({ contents }), posted: { count: 3, gone: 1, newlyGone } };
    expect(decideTakeIn(facts({ ...written, stillForMs: QUIET_MS }))).toEqual(
      wait('quiet', DELETED_AFTER_MS - QUIET_MS),
    );
    expect(decideTakeIn(facts({ ...written, stillForMs: DELETED_AFTER_MS }))).toEqual(takeIn);
  });

  it('T5: a change beside a deletion that is shown already waits as a change does', () => {
    const written = {
      found: found({ contents: ['a', 'x', 'c'] }),
      posted: { count: 4, gone: 1, newlyGone: 0 },
    };
    expect(decideTakeIn(facts({ ...written, stillForMs: QUIET_MS }))).toEqual(takeIn);
  });

  it('T5: a first version shows at once', () => {
    expect(decideTakeIn(facts({ known: null, posted: gone(0, 0) }))).toEqual(takeIn);
    expect(decideTakeIn(facts({ known: null, posted: gone(0, 3) }))).toEqual(takeIn);
  });
});
