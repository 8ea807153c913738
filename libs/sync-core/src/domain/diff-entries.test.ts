import { describe, expect, it } from 'vitest';
import { diffEntries, type EntryDiff } from './diff-entries.js';
import { aCompound, aLine, anEntry, current, posted } from './test-builders.js';

const nothing: EntryDiff = { created: [], changed: [], deleted: [], renumbered: [] };

/** The diff by label, which these examples use as the name of a booking. */
function told(diff: EntryDiff) {
  return {
    created: diff.created.map(
      ({ current: { entry }, occurrence }) => `${entry.lines[0]?.label ?? ''}#${occurrence}`,
    ),
    changed: diff.changed.map(
      ({ postedId, current: { entry } }) => `${postedId} → ${entry.lines[0]?.label ?? ''}`,
    ),
    deleted: diff.deleted.map(({ postedId }) => postedId),
  };
}

describe('content', () => {
  it('C1: numbers of a regenerated file are not content', () => {
    const before = posted(anEntry({ idno: 57, vatNumber: '1' }));
    const after = current(anEntry({ idno: 99, vatNumber: '2', compoundNumber: 7 }));
    expect(diffEntries([before], [after])).toEqual({
      ...nothing,
      renumbered: [{ postedId: 'p1', numbers: [99] }],
    });
  });

  it.each([
    { date: '2026-06-06' },
    { debit: '1101' },
    { credit: '3201' },
    { voucher: '2026-042' },
    { label: 'Facture 41, Menuiserie Dubois ' },
    { amountInCentimes: 125_001 },
    { amountInCentimes: null },
    { foreignAmountInCentimes: 1 },
    { exchangeRate: '1.51' },
    { net: true },
    { vatType: '1' },
    { vatCode: 'TVA' },
    { costCentre: 'Bern' },
  ])('C1: another %o is another content', (difference) => {
    const { changed } = diffEntries([posted(anEntry())], [current(anEntry(difference))]);
    expect(changed).toHaveLength(1);
  });

  it('C2: the order of the lines in a compound does not count', () => {
    const reversed = { ...aCompound(), lines: aCompound().lines.toReversed() };
    expect(diffEntries([posted(aCompound())], [current(reversed)])).toEqual(nothing);
  });

  it('C2: a compound is compared as a whole: one changed line is one changed entry', () => {
    const diff = diffEntries([posted(aCompound())], [current(aCompound({ amountInCentimes: 108_200 }))]);
    expect(told(diff)).toEqual({ created: [], changed: ['p1 → Facture 41, Menuiserie Dubois'], deleted: [] });
  });
});

describe('identical bookings', () => {
  const fee = (idno: number) => anEntry({ label: 'Frais', voucher: '', idno });
  const twice = [posted(fee(1), { id: 'k0' }), posted(fee(2), { id: 'k1', occurrence: 1 })];

  it('C3: one of two identical bookings removed is one deleted, the one with the highest k', () => {
    expect(told(diffEntries(twice, [current(fee(2))]))).toEqual({
      created: [],
      changed: [],
      deleted: ['k1'],
    });
  });

  it('C3: the order in which posted entries are handed over does not count', () => {
    const diff = diffEntries(twice.toReversed(), [current(fee(2))]);
    expect(told(diff).deleted).toEqual(['k1']);
  });

  it('C3: matches over the whole source, whatever accounting file an entry was posted to', () => {
    const inOther = posted(anEntry(), { accountingFileId: 'compta-2025' });
    expect(diffEntries([inOther], [current(anEntry())])).toEqual(nothing);
  });

  it('C3a: a changed twin stays "changed", even if the file changed the one with the lower k', () => {
    const corrected = anEntry({ label: 'Frais', voucher: '', amountInCentimes: 900, idno: 1 });
    const diff = diffEntries(twice, [current(corrected), current(fee(2))]);
    expect(told(diff)).toEqual({ created: [], changed: ['k1 → Frais'], deleted: [] });
    expect(diff.renumbered).toEqual([
      { postedId: 'k0', numbers: [2] },
      { postedId: 'k1', numbers: [1] },
    ]);
  });

  it('C3b: a new one gets the smallest free k, so that ids of posted ones never move', () => {
    const kept = posted(fee(1), { id: 'k1', occurrence: 1 });
    const diff = diffEntries([kept], [current(fee(1)), current(fee(2)), current(fee(3))]);
    expect(told(diff).created).toEqual(['Frais#0', 'Frais#2']);
  });

  it('C3b: changed ones get theirs before new ones, in the order of what they were', () => {
    const a = posted(anEntry({ label: 'A', voucher: '', idno: 1 }), { id: 'a' });
    const b = posted(anEntry({ label: 'B', voucher: '', idno: 2 }), { id: 'b' });
    for (const file of [
      [fee(3), fee(2), fee(1)],
      [fee(1), fee(2), fee(3)],
    ]) {
      const { changed, created } = diffEntries(
        [b, a],
        file.map((one) => current(one)),
      );
      expect(new Map(changed.map((one) => [one.postedId, one.occurrence]))).toEqual(
        new Map([
          ['a', 0],
          ['b', 1],
        ]),
      );
      expect(created.map((one) => one.occurrence)).toEqual([2]);
    }
  });

  it('C3b: posting the first of two equal new ones leaves the k of the other', () => {
    const file = [current(fee(1)), current(fee(2))];
    expect(told(diffEntries([], file)).created).toEqual(['Frais#0', 'Frais#1']);
    expect(told(diffEntries([posted(fee(1), { occurrence: 0 })], file)).created).toEqual(['Frais#1']);
    expect(told(diffEntries([posted(fee(2), { occurrence: 1 })], file)).created).toEqual(['Frais#0']);
  });

  it('C3: what is spare among identical ones does not depend on the order of the file', () => {
    const before = [
      posted(fee(1), { id: 'fee' }),
      posted(anEntry({ label: 'Loyer', idno: 2, voucher: 'L-1' }), { id: 'rent' }),
    ];
    const nowFee = current(fee(2)); // the rent was corrected into a second fee
    for (const file of [
      [current(fee(1)), nowFee],
      [nowFee, current(fee(1))],
    ]) {
      expect(told(diffEntries(before, file))).toEqual({
        created: [],
        changed: ['rent → Frais'],
        deleted: [],
      });
    }
  });
});

describe('pairing', () => {
  const before = posted(anEntry({ idno: 5 }));
  const corrected = (differences: Parameters<typeof anEntry>[0]) =>
    current(anEntry({ idno: 5, amountInCentimes: 1, ...differences }));
  const counts = (diff: EntryDiff) => [diff.created.length, diff.changed.length, diff.deleted.length];
  const [isChanged, isDeletedAndNew] = [
    [0, 1, 0],
    [1, 0, 1],
  ];

  it.each([
    ['the voucher', { label: 'x', debit: '1', credit: '2' }, isChanged],
    ['the label', { voucher: 'x', debit: '1', credit: '2' }, isChanged],
    ['both accounts', { voucher: 'x', label: 'x' }, isChanged],
    ['only one account', { voucher: 'x', label: 'x', debit: '1' }, isDeletedAndNew],
    ['nothing else', { voucher: 'x', label: 'x', debit: '1', credit: '2' }, isDeletedAndNew],
  ])('C4b: the same number and %s agrees', (_, difference, expected) => {
    expect(counts(diffEntries([before], [corrected(difference)]))).toEqual(expected);
  });

  it('C4b: what is blank on both sides does not agree', () => {
    const blank = posted(anEntry({ idno: 5, voucher: '', label: ' ', debit: '1', credit: '2' }));
    expect(counts(diffEntries([blank], [corrected({ voucher: '', label: ' ' })]))).toEqual(isDeletedAndNew);
  });

  it('C4b: another number pairs nothing, however alike the bookings are', () => {
    expect(counts(diffEntries([before], [corrected({ idno: 6 })]))).toEqual(isDeletedAndNew);
  });

  it('C4b: compounds pair where their numbers intersect, on a line that agrees', () => {
    const other = { label: 'x', voucher: 'x', debit: '4000' };
    const oneLineKept = aCompound({ ...other, idno: 11 }, { ...other, idno: 12 }, { amountInCentimes: 1 });
    expect(counts(diffEntries([posted(aCompound())], [current(oneLineKept)]))).toEqual(isChanged);
    const noneAgrees = aCompound({ ...other, idno: 1 }, { ...other, idno: 2 }, { ...other, idno: 3 });
    expect(counts(diffEntries([posted(aCompound())], [current(noneAgrees)]))).toEqual(isDeletedAndNew);
  });

  it('C4b: of a split compound, the part with most of its lines is the changed one', () => {
    const lines = aCompound().lines.map((line) => ({ ...line, amountInCentimes: 1 }));
    const [a, b, c] = lines;
    const small = current({ lines: [a!], defects: [] });
    const large = current({ lines: [b!, c!], defects: [] });
    for (const file of [
      [small, large],
      [large, small],
    ]) {
      const diff = diffEntries([posted(aCompound())], file);
      expect(diff.changed.map((one) => one.current)).toEqual([large]);
      expect(diff.created.map((one) => one.current)).toEqual([small]);
    }
  });

  it('C4b: of merged entries, equally strong, the one with the lowest number lives on', () => {
    const first = posted(anEntry({ idno: 1, amountInCentimes: 1 }), { id: 'first' });
    const second = posted(anEntry({ idno: 2, amountInCentimes: 2 }), { id: 'second' });
    const merged = current({ lines: [aLine({ idno: 1 }), aLine({ idno: 2 })], defects: [] });
    for (const before of [
      [first, second],
      [second, first],
    ]) {
      expect(told(diffEntries(before, [merged]))).toMatchObject({
        changed: ['first → Facture 41, Menuiserie Dubois'],
        deleted: ['second'],
      });
    }
  });

  it('C4c: 0 is no number', () => {
    const unnumbered = posted(anEntry({ idno: 0 }));
    expect(counts(diffEntries([unnumbered], [corrected({ idno: 0 })]))).toEqual(isDeletedAndNew);
  });

  it('C4c: a number that occurs twice in the file pairs nothing, even if a matched entry has it too', () => {
    const other = anEntry({ label: 'Loyer', idno: 8 });
    const [matched, sameNumber] = [
      posted(other, { id: 'p2' }),
      current({ ...other, lines: [{ ...other.lines[0]!, idno: 5 }] }),
    ];
    const diff = diffEntries([before, matched], [corrected({}), sameNumber]);
    expect(counts(diff)).toEqual(isDeletedAndNew);
  });

  it('C4c: a number that occurs twice among the posted entries pairs nothing', () => {
    const second = posted(anEntry({ idno: 5, label: 'Loyer' }), { id: 'p2' });
    expect(counts(diffEntries([before, second], [corrected({})]))).toEqual([1, 0, 2]);
  });

  it('C4d: what moved to another accounting file is deleted there and new here', () => {
    const moved = current(anEntry({ idno: 5, date: '2027-01-05' }), 'compta-2027');
    expect(counts(diffEntries([before], [moved]))).toEqual(isDeletedAndNew);
    expect(counts(diffEntries([before], [moved], new Map([['p1', moved.content]])))).toEqual(isDeletedAndNew);
  });
});

describe('chain of versions', () => {
  const before = posted(anEntry({ idno: 5 }));
  const changedTo = (idno: number) => current(anEntry({ idno, amountInCentimes: 1 }));
  const pair = new Map([['p1', changedTo(5).content]]);

  it('C4: each version renews the numbers of the posted entries, so that a later correction still pairs', () => {
    const { renumbered } = diffEntries([before], [current(anEntry({ idno: 31 }))]);
    expect(renumbered).toEqual([{ postedId: 'p1', numbers: [31] }]);
    const renewed = { ...before, numbers: renumbered[0]!.numbers };
    expect(told(diffEntries([renewed], [changedTo(31)])).changed).toHaveLength(1);
  });

  it('C4: a deleted entry keeps no numbers, since the next version may give them to another one', () => {
    expect(diffEntries([before], [])).toEqual({
      ...nothing,
      deleted: [{ postedId: 'p1' }],
      renumbered: [{ postedId: 'p1', numbers: [] }],
    });
  });

  it('C4a: a renumbering does not turn "changed" into "deleted + new"', () => {
    const diff = diffEntries([before], [changedTo(77)], pair);
    expect(told(diff).changed).toHaveLength(1);
    expect(diff.renumbered).toEqual([{ postedId: 'p1', numbers: [77] }]);
  });

  it('C4a: corrected once more under its renewed number, it is still changed', () => {
    const again = current(anEntry({ idno: 77, amountInCentimes: 2 }));
    expect(told(diffEntries([{ ...before, numbers: [77] }], [again], pair)).changed).toHaveLength(1);
  });

  it('C4a: an entry that came back to what was posted is no longer pending', () => {
    expect(diffEntries([before], [current(anEntry({ idno: 5 }))], pair)).toEqual(nothing);
  });

  it('C4a: a twin that had been changed stays so, even if a renumbering gives its number to another', () => {
    const fee = (idno: number) => anEntry({ label: 'Frais', voucher: '', idno });
    const corrected = (idno: number) =>
      current(anEntry({ label: 'Frais', voucher: '', amountInCentimes: 1, idno }));
    const [k0, k1] = [posted(fee(2), { id: 'k0' }), posted(fee(9), { id: 'k1', occurrence: 1 })]; // 9: of its changed form
    const pairs = new Map([['k1', corrected(9).content]]);
    expect(told(diffEntries([k0, k1], [current(fee(9)), corrected(3)], pairs)).changed).toEqual([
      'k1 → Frais',
    ]);
  });

  it.each([1, 7])(
    'C4a: of equal current entries a carried pair takes its own number, else the lowest (was %i)',
    (was) => {
      const carried = { ...before, numbers: [was] };
      const other = posted(anEntry({ idno: 2, label: 'Loyer' }), { id: 'p2' });
      for (const file of [
        [changedTo(1), changedTo(2)],
        [changedTo(2), changedTo(1)],
      ]) {
        const diff = diffEntries([carried, other], file, pair);
        expect(new Map(diff.changed.map((one) => [one.postedId, one.current.numbers]))).toEqual(
          new Map([
            ['p1', [1]],
            ['p2', [2]],
          ]),
        );
      }
    },
  );

  it('C4a: … and leaves the lowest to another whose number it is only if it has its own', () => {
    const other = posted(anEntry({ idno: 1, label: 'Loyer' }), { id: 'p2' });
    const diff = diffEntries([{ ...before, numbers: [2] }, other], [changedTo(1), changedTo(2)], pair);
    expect(told(diff).changed).toHaveLength(2);
  });

  it('C4a: carried pairs come before those by number', () => {
    const other = posted(anEntry({ idno: 6, label: 'Loyer', voucher: '2026-041' }), { id: 'p2' });
    const diff = diffEntries([before, other], [changedTo(6)], pair);
    expect(told(diff)).toMatchObject({ changed: ['p1 → Facture 41, Menuiserie Dubois'], deleted: ['p2'] });
  });

  it('C4a: of two that were changed to the same content, what was posted decides who keeps the one that is left', () => {
    const [a, b] = [
      posted(anEntry({ label: 'A', idno: 1 }), { id: 'a' }),
      posted(anEntry({ label: 'B', idno: 2 }), { id: 'b' }),
    ];
    const same = anEntry({ label: 'AB', idno: 9 });
    const pairs = new Map([a, b].map(({ id }) => [id, current(same).content]));
    for (const before of [
      [a, b],
      [b, a],
    ]) {
      expect(told(diffEntries(before, [current(same)], pairs))).toEqual({
        created: [],
        changed: ['a → AB'],
        deleted: ['b'],
      });
    }
  });
});

describe('sources', () => {
  it('C5: the same booking in two sources is two bookings: each source is compared for itself', () => {
    const inInvoicing = diffEntries([posted(anEntry())], [current(anEntry())]);
    const inBanking = diffEntries([], [current(anEntry())]);
    expect([inInvoicing, inBanking].map((diff) => diff.created.length)).toEqual([0, 1]);
  });
});
