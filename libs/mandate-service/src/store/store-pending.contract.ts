import { describe, expect, it } from 'vitest';
import { aPending, anEntry } from './contract-records.js';
import type { PendingRecord } from './records.js';
import type { MandateStore, PendingQuery, PendingSourceQuery } from './store.js';

const accountingFileId = 'accounting-1';

/** The part of the store contract about pending entries: their order, their cursors, their tally. */
export function pendingContract(store: MandateStore): void {
  const put = (...records: PendingRecord[]) => store.transaction((tx) => tx.pending.put(records));
  const remove = (...ids: string[]) => store.transaction((tx) => tx.pending.delete(ids));
  const page = (query: Partial<PendingQuery> = {}) => {
    const { items, nextCursor } = store.transaction((tx) =>
      tx.pending.page({ accountingFileId, limit: 100, ...query }),
    );
    return { ids: items.map(({ id }) => id), nextCursor };
  };
  /** The cursor behind the first `limit` rows. */
  const cursorBehind = (limit: number, query: Partial<PendingQuery> = {}) =>
    page({ limit, ...query }).nextCursor!;

  describe('pending entries', () => {
    it('tell their keys per source, in the order of insertion', () => {
      const changed = aPending({
        id: 'b',
        change: 'changed',
        postedId: 'p',
        content: 'c',
        occurrence: 3,
        date: '2027-01-01',
      });
      put(changed, aPending({ id: 'other', sourceId: 'source-2' }), aPending({ id: 'a', content: null }));
      const keys = store.transaction((tx) => tx.pending.keys('source-1'));
      expect(keys).toEqual([
        { id: 'b', accountingFileId, change: 'changed', postedId: 'p', content: 'c', occurrence: 3 },
        { id: 'a', accountingFileId, change: 'new', postedId: null, content: null, occurrence: 1 },
      ]);
      expect(store.transaction((tx) => tx.pending.keys('source-3'))).toEqual([]);
    });

    it('are read whole by id and by source', () => {
      const label = ' é € 𝄞 \u0000 ';
      const record = aPending({
        before: anEntry({ label }),
        content: label,
        problems: [{ code: 'unknown-account', line: 0, account: label }, { code: 'unbalanced' }],
      });
      put(record, aPending({ id: 'other', sourceId: 'source-2' }));
      store.transaction((tx) => {
        expect(tx.pending.get('pending-1')).toEqual(record);
        expect(tx.pending.get('unknown')).toBeUndefined();
        expect(tx.pending.keys('source-1')[0]?.content).toBe(label);
        expect([...tx.pending.ofSource('source-1')]).toEqual([record]);
      });
    });

    it('are ordered by the date of their first line, then by source, then by insertion', () => {
      put(
        aPending({ id: 'late', date: '2026-12-31' }),
        aPending({ id: 'source-2', sourceId: 'source-2' }),
        aPending({ id: 'second' }),
        aPending({ id: 'deleted', change: 'deleted', before: anEntry({ date: '2026-01-01' }), after: null }),
        aPending({
          id: 'changed',
          change: 'changed',
          before: anEntry({ date: '2020-01-01' }),
          after: anEntry(),
        }),
        aPending({ id: 'no lines', after: { lines: [], defects: [] } }),
        aPending({ id: 'elsewhere', accountingFileId: 'accounting-2' }),
      );
      const order = ['no lines', 'deleted', 'second', 'changed', 'source-2', 'late'];
      expect(page()).toEqual({ ids: order, nextCursor: null });
      expect(
        store.transaction((tx) => [...tx.pending.ofAccounting(accountingFileId)].map(({ id }) => id)),
      ).toEqual(order);
      expect(page({ accountingFileId: 'accounting-3' })).toEqual({ ids: [], nextCursor: null });
    });

    it('keep their place when they are replaced, and are replaced whole', () => {
      put(aPending({ id: 'a' }), aPending({ id: 'b' }), aPending({ id: 'c' }));
      const replaced = aPending({ id: 'b', problems: [{ code: 'unbalanced' }] });
      put(replaced);
      expect(page().ids).toEqual(['a', 'b', 'c']);
      expect(store.transaction((tx) => tx.pending.keys('source-1').map(({ id }) => id))).toEqual([
        'a',
        'b',
        'c',
      ]);
      expect(store.transaction((tx) => tx.pending.get('b'))).toEqual(replaced);
    });

    it('follow their date, source and accounting file when a replacement has others', () => {
      put(aPending({ id: 'a' }), aPending({ id: 'b' }), aPending({ id: 'c' }));
      put(
        aPending({ id: 'a', date: '2027-01-01' }),
        aPending({ id: 'b', accountingFileId: 'accounting-2', sourceId: 'x' }),
      );
      expect(page().ids).toEqual(['c', 'a']);
      expect(page({ accountingFileId: 'accounting-2' }).ids).toEqual(['b']);
      expect(store.transaction((tx) => tx.pending.keys('x'))).toHaveLength(1);
    });

    it('are counted by source and change, and apart those with problems', () => {
      const problems = [{ code: 'unbalanced' }] as const;
      put(
        aPending({ id: 'a' }),
        aPending({ id: 'b', problems }),
        aPending({ id: 'c', change: 'deleted' }),
        aPending({ id: 'd', sourceId: 'source-2', problems }),
        aPending({ id: 'e', accountingFileId: 'accounting-2' }),
      );
      const tally = () =>
        store
          .transaction((tx) => tx.pending.tally(accountingFileId))
          .map(
            ({ sourceId, change, count, withProblems }) => `${sourceId} ${change} ${count} ${withProblems}`,
          )
          .sort();
      expect(tally()).toEqual(['source-1 deleted 1 0', 'source-1 new 2 1', 'source-2 new 1 1']);
      put(aPending({ id: 'b' }));
      remove('c', 'unknown');
      expect(tally()).toEqual(['source-1 new 2 0', 'source-2 new 1 1']);
      expect(store.transaction((tx) => tx.pending.tally('accounting-3'))).toEqual([]);
    });

    it('may be changed while they are read', () => {
      put(...['a', 'b', 'c'].map((id) => aPending({ id })), aPending({ id: 'd', sourceId: 'source-2' }));
      store.transaction((tx) => {
        const seen: string[] = [];
        for (const { id } of tx.pending.ofAccounting(accountingFileId)) {
          seen.push(id);
          tx.pending.delete([id]);
        }
        expect(seen).toEqual(['a', 'b', 'c', 'd']);
        expect(tx.pending.tally(accountingFileId)).toEqual([]);
      });
    });
  });

  describe('a page of one source’s pending entries', () => {
    const problems = [{ code: 'unbalanced' }] as const;
    const ofSource = (query: Partial<PendingSourceQuery> = {}) => {
      const { items, nextCursor } = store.read((tx) =>
        tx.pending.pageOfSource({ sourceId: 'source-1', limit: 100, ...query }),
      );
      return { ids: items.map(({ id }) => id), nextCursor };
    };

    it('is ordered by date, whatever accounting file they belong to', () => {
      put(
        aPending({ id: 'late', date: '2027-01-01', accountingFileId: 'accounting-2' }),
        aPending({ id: 'b', problems }),
        aPending({ id: 'c' }),
        aPending({ id: 'early', date: '2025-12-31', accountingFileId: 'accounting-2', problems }),
        aPending({ id: 'other', sourceId: 'source-2' }),
      );
      expect(ofSource()).toEqual({ ids: ['early', 'b', 'c', 'late'], nextCursor: null });
      expect(ofSource({ withProblems: true })).toEqual({ ids: ['early', 'b'], nextCursor: null });
      expect(ofSource({ withProblems: false })).toEqual({ ids: ['c', 'late'], nextCursor: null });
      expect(ofSource({ sourceId: 'source-3' })).toEqual({ ids: [], nextCursor: null });
    });

    it('goes on behind its cursor, of those with problems alone too', () => {
      put(
        ...['a', 'b', 'c', 'd', 'e'].map((id, i) => aPending({ id, problems: i % 2 === 0 ? problems : [] })),
      );
      const first = ofSource({ limit: 2 });
      expect(first.ids).toEqual(['a', 'b']);
      expect(ofSource({ limit: 3, after: first.nextCursor! })).toEqual({
        ids: ['c', 'd', 'e'],
        nextCursor: null,
      });
      const next = ofSource({ limit: 1, withProblems: true });
      expect(next.ids).toEqual(['a']);
      remove('a');
      expect(ofSource({ withProblems: true, after: next.nextCursor! }).ids).toEqual(['c', 'e']);
    });

    it('refuses a cursor that no page gave', () => {
      expect(() => ofSource({ after: 'x' })).toThrow(RangeError);
    });
  });

  describe('a page of pending entries', () => {
    const five = ['a', 'b', 'c', 'd', 'e'].map((id) => aPending({ id }));

    it('ends with a cursor exactly where there is more', () => {
      put(...five);
      expect(page({ limit: 5 })).toEqual({ ids: ['a', 'b', 'c', 'd', 'e'], nextCursor: null });
      const first = page({ limit: 2 });
      expect(first.ids).toEqual(['a', 'b']);
      const second = page({ limit: 2, after: first.nextCursor! });
      expect(second.ids).toEqual(['c', 'd']);
      expect(page({ limit: 2, after: second.nextCursor! })).toEqual({ ids: ['e'], nextCursor: null });
    });

    it('of one change leaves the others out', () => {
      put(
        ...five,
        aPending({ id: 'x', change: 'deleted' }),
        aPending({ id: 'y', change: 'deleted', date: '2026-01-01' }),
      );
      expect(page({ change: 'deleted' })).toEqual({ ids: ['y', 'x'], nextCursor: null });
      expect(page({ change: 'changed' })).toEqual({ ids: [], nextCursor: null });
      const cursor = cursorBehind(1, { change: 'deleted' });
      expect(page({ change: 'deleted', after: cursor }).ids).toEqual(['x']);
      expect(page({ change: 'new', limit: 5 }).nextCursor).toBeNull();
    });

    it('goes on at its place when the row of the cursor is gone', () => {
      put(...five);
      const cursor = cursorBehind(2);
      remove('b');
      expect(page({ after: cursor }).ids).toEqual(['c', 'd', 'e']);
      remove('a', 'c', 'd', 'e');
      expect(page({ after: cursor })).toEqual({ ids: [], nextCursor: null });
    });

    it('neither repeats nor skips a row while others come and go', () => {
      put(...five);
      const cursor = cursorBehind(2);
      remove('a');
      put(
        aPending({ id: 'early', date: '2026-01-01' }),
        aPending({ id: 'late', date: '2026-12-31' }),
        aPending({ id: 'b' }),
      );
      expect(page({ after: cursor }).ids).toEqual(['c', 'd', 'e', 'late']);
    });

    it('never takes a new row for a deleted one', () => {
      put(...five);
      const cursor = cursorBehind(4);
      remove('d', 'e');
      put(aPending({ id: 'f' }));
      expect(page({ after: cursor }).ids).toEqual(['f']);
    });

    it('takes a cursor of another change, and one that stands between sources', () => {
      put(
        ...five,
        aPending({ id: 'x', sourceId: 'source-0' }),
        aPending({ id: 'y', sourceId: 'source-é.1' }),
      );
      const cursor = cursorBehind(1);
      expect(page({ after: cursor }).ids).toEqual(['a', 'b', 'c', 'd', 'e', 'y']);
      const last = cursorBehind(6);
      expect(page({ after: last, change: 'new' }).ids).toEqual(['y']);
      put(aPending({ id: 'z', date: '2027-01-01' }));
      expect(page({ after: cursorBehind(7) }).ids).toEqual(['z']);
    });

    it.each([
      '',
      'x',
      '12',
      'NaN.1.source',
      '2026-06-05.x.source-1',
      '2026-06-05.1.',
      '2026-06-05.-1.s',
      '{"a":1}',
    ])('refuses a cursor that no page gave: %j', (after) => {
      put(...five);
      expect(() => page({ after })).toThrow(RangeError);
    });

    it('walks through 50,000 rows, each once', { timeout: 60_000 }, () => {
      const day = (i: number) => `2026-${String(1 + (i % 12)).padStart(2, '0')}-01`;
      put(...Array.from({ length: 50_000 }, (_, i) => aPending({ id: `e${i}`, date: day(i) })));
      const seen = new Set<string>();
      let after: string | null = null;
      do {
        const next: ReturnType<typeof page> = page({ limit: 1000, ...(after === null ? {} : { after }) });
        for (const id of next.ids) seen.add(id);
        after = next.nextCursor;
      } while (after !== null);
      expect(seen.size).toBe(50_000);
      expect(store.transaction((tx) => tx.pending.tally(accountingFileId))[0]?.count).toBe(50_000);
      expect(store.transaction((tx) => tx.pending.keys('source-1'))).toHaveLength(50_000);
    });
  });
}
