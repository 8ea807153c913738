import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diffEntries, type EntryDiff } from './diff-entries.js';
import type { CurrentEntry, PostedKey } from './match-by-content.js';
import type { Entry } from './model.js';
import { linesAgree } from './line-content.js';
import { aLine, current } from './test-builders.js';

/** Few labels, accounts and numbers, so that twins, clashes and coincidences are the rule. */
const line = fc.record({
  date: fc.constantFrom('2026-06-05', '2027-01-05'),
  label: fc.constantFrom('A', 'B', ''),
  voucher: fc.constantFrom('', '1'),
  debit: fc.constantFrom('1000', '1100'),
  amountInCentimes: fc.constantFrom(1, 2),
  idno: fc.nat({ max: 9 }),
});
const entry: fc.Arbitrary<Entry> = fc
  .array(line, { minLength: 1, maxLength: 3 })
  .map(([first, ...others]) => ({
    lines: [first!, ...others].map((each) => aLine({ ...each, date: first!.date })),
    defects: [],
  }));
const file = fc.array(entry, { maxLength: 8 });

const placed = (one: Entry): CurrentEntry => current(one, `compta-${one.lines[0]!.date.slice(0, 4)}`);
const shuffled = <T>(items: readonly T[]) =>
  fc.shuffledSubarray([...items], { minLength: items.length, maxLength: items.length });

/** Another order of the file, other numbers, another order of the lines in each compound. */
const regenerated = (entries: readonly Entry[]): fc.Arbitrary<Entry[]> =>
  shuffled(entries).chain((order) =>
    fc.tuple(...order.map((one) => shuffled(one.lines))).chain((lines) => {
      const count = lines.flat().length;
      return fc
        .uniqueArray(fc.integer({ min: 1, max: count * 2 + 1 }), { minLength: count, maxLength: count })
        .map((numbers) => {
          let next = 0;
          return lines.map((each) => ({
            lines: each.map((one) => ({ ...one, idno: numbers[next++]! })),
            defects: [],
          }));
        });
    }),
  );

interface Books {
  readonly posted: readonly PostedKey[];
  readonly paired: ReadonlyMap<string, string>;
}
const empty: Books = { posted: [], paired: new Map() };

const diffOf = ({ posted, paired }: Books, version: readonly Entry[]) =>
  diffEntries(posted, version.map(placed), paired);

/** What the service stores when it takes a version in. */
function takenIn({ posted }: Books, diff: EntryDiff): Books {
  const numbers = new Map(diff.renumbered.map((one) => [one.postedId, one.numbers]));
  return {
    posted: posted.map((one) => ({ ...one, numbers: numbers.get(one.id) ?? one.numbers })),
    paired: new Map(diff.changed.map((one) => [one.postedId, one.current.content])),
  };
}

let ids = 0;
/** What the service stores when somebody posts all that is pending. */
function allPosted(books: Books, diff: EntryDiff): Books {
  const gone = new Set([...diff.deleted, ...diff.changed].map((one) => one.postedId));
  const added = [...diff.changed, ...diff.created].map(
    ({ current: { content, numbers, accountingFileId }, occurrence }) => ({
      id: `p${String(ids++)}`,
      content,
      numbers,
      occurrence,
      accountingFileId,
    }),
  );
  return { posted: [...books.posted.filter((one) => !gone.has(one.id)), ...added], paired: new Map() };
}

/** Books after some file was posted and another version of it taken in, so that pairs are carried on. */
const books: fc.Arbitrary<Books> = fc.tuple(file, file).map(([first, second]) => {
  const posted = allPosted(empty, diffOf(empty, first));
  return takenIn(posted, diffOf(posted, second));
});

/** A diff as multisets of contents: what people see, without ids and places. */
function contents({ posted }: Books, diff: EntryDiff) {
  const before = new Map(posted.map((one) => [one.id, one.content]));
  return {
    created: diff.created.map((one) => `${one.current.content} #${String(one.occurrence)}`).sort(),
    changed: diff.changed
      .map((one) => `${before.get(one.postedId)!} → ${one.current.content} #${String(one.occurrence)}`)
      .sort(),
    deleted: diff.deleted.map((one) => before.get(one.postedId)!).sort(),
  };
}

function without(items: readonly string[], others: readonly string[]): readonly string[] {
  const rest = [...items];
  for (const one of others) if (rest.includes(one)) rest.splice(rest.indexOf(one), 1);
  return rest.sort();
}

describe('diffEntries', () => {
  it('C3: what is left over is the difference of two multisets, and counts add up', () => {
    fc.assert(
      fc.property(books, file, (before, version) => {
        const diff = diffOf(before, version);
        const [was, is] = [
          before.posted.map((one) => one.content),
          version.map((one) => placed(one).content),
        ];
        const content = new Map(before.posted.map((one) => [one.id, one.content]));
        const arrived = [...diff.created, ...diff.changed].map((one) => one.current.content).sort();
        const left = [...diff.deleted, ...diff.changed].map((one) => content.get(one.postedId)!).sort();
        expect(arrived).toEqual(without(is, was));
        expect(left).toEqual(without(was, is));
        expect(new Set([...diff.deleted, ...diff.changed].map((one) => one.postedId)).size).toBe(left.length);
      }),
    );
  });

  it('C2, C3: neither the order of the file nor of the lines nor of the posted entries changes the result', () => {
    const cases = fc
      .tuple(books, file)
      .chain(([before, version]) =>
        fc.tuple(
          fc.constant({ before, version }),
          shuffled(before.posted),
          shuffled(version.map((one) => ({ ...one, lines: one.lines.toReversed() }))),
        ),
      );
    fc.assert(
      fc.property(cases, ([{ before, version }, posted, reordered]) => {
        const expected = diffOf(before, version);
        const diff = diffOf({ ...before, posted }, reordered);
        expect(contents(before, diff)).toEqual(contents(before, expected));
        expect(new Set(diff.deleted)).toEqual(new Set(expected.deleted));
      }),
    );
  });

  it('C1, C4, C4a: once taken in, a version may be renumbered and reordered again and again', () => {
    const cases = fc
      .tuple(books, file)
      .chain(([before, version]) =>
        fc.tuple(fc.constant({ before, version }), regenerated(version), regenerated(version)),
      );
    fc.assert(
      fc.property(cases, ([{ before, version }, ...regenerations]) => {
        const first = diffOf(before, version);
        let after = takenIn(before, first);
        for (const again of regenerations) {
          const diff = diffOf(after, again);
          expect(contents(after, diff)).toEqual(contents(before, first));
          after = takenIn(after, diff);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('C4: comparing the version that was taken in once more finds the same and renumbers nothing', () => {
    fc.assert(
      fc.property(books, file, (before, version) => {
        const first = diffOf(before, version);
        const again = diffOf(takenIn(before, first), version);
        expect({ ...again, renumbered: [] }).toEqual({ ...first, renumbered: [] });
        expect(again.renumbered).toEqual([]);
      }),
    );
  });

  it('C3: nothing is pending after all was posted, however the file is written anew', () => {
    const cases = fc
      .tuple(books, file)
      .chain(([before, version]) => fc.tuple(fc.constant({ before, version }), regenerated(version)));
    fc.assert(
      fc.property(cases, ([{ before, version }, again]) => {
        const diff = diffOf(allPosted(before, diffOf(before, version)), again);
        expect([diff.created, diff.changed, diff.deleted]).toEqual([[], [], []]);
      }),
    );
  });

  it('C3b: no two pending or posted entries of one content have the same k, and posting some moves none', () => {
    fc.assert(
      fc.property(books, file, fc.infiniteStream(fc.boolean()), (before, version, picks) => {
        const diff = diffOf(before, version);
        const pending = [...diff.changed, ...diff.created].map(
          (one) => `${one.current.content} #${String(one.occurrence)}`,
        );
        const held = before.posted.map((one) => `${one.content} #${String(one.occurrence)}`);
        expect(new Set([...pending, ...held]).size).toBe(pending.length + held.length);

        const pick = <T>(items: readonly T[]) => items.filter(() => picks.next().value === true);
        const some = {
          ...diff,
          created: pick(diff.created),
          changed: pick(diff.changed),
          deleted: pick(diff.deleted),
        };
        const taken = takenIn(before, diff);
        const posted = { ...allPosted(taken, some), paired: taken.paired };
        const rest = contents(posted, diffOf(posted, version));
        const all = contents(before, diff);
        const done = contents(before, some);
        expect(rest).toEqual({
          created: without(all.created, done.created),
          changed: without(all.changed, done.changed),
          deleted: without(all.deleted, done.deleted),
        });
      }),
      { numRuns: 300 },
    );
  });

  it('C4b, C4d: what is paired anew shares a number, agrees on a line, and stays in its accounting file', () => {
    fc.assert(
      fc.property(books, file, (before, version) => {
        const diff = diffOf(before, version);
        for (const { postedId, current: now } of diff.changed) {
          const was = before.posted.find((one) => one.id === postedId)!;
          expect(now.accountingFileId).toBe(was.accountingFileId);
          if ([...before.paired.values()].includes(now.content)) continue; // carried, by a twin's pair perhaps
          const twins = before.posted.filter((one) => one.content === was.content); // [C3a]
          const shared = twins.some((twin) =>
            twin.numbers.some((number, i) => {
              const j = now.numbers.indexOf(number);
              return j >= 0 && linesAgree(was.content.split('\n')[i]!, now.content.split('\n')[j]!);
            }),
          );
          expect(shared).toBe(true);
        }
      }),
    );
  });
});
