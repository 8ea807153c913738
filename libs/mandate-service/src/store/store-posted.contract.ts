import { describe, expect, it } from 'vitest';
import { aPosted, anEntry, anItem } from './contract-records.js';
import type { MandateStore } from './store.js';

/** The part of the store contract about posted entries and what each posting did. */
export function postedContract(store: MandateStore): void {
  const ids = (sourceId: string) => store.transaction((tx) => tx.posted.keys(sourceId).map(({ id }) => id));

  describe('posted entries', () => {
    it('tell their keys per source, in the order of insertion', () => {
      store.transaction((tx) =>
        tx.posted.insert([
          aPosted({
            id: 'b',
            content: 'x\ty\nz',
            occurrence: 2,
            numbers: [3, 4],
            accountingFileId: 'accounting-2',
          }),
          aPosted({ id: 'other', sourceId: 'source-2' }),
          aPosted({ id: 'a', numbers: [] }),
        ]),
      );
      store.transaction((tx) => {
        const [first, second, ...others] = tx.posted.keys('source-1');
        expect(first).toEqual({
          id: 'b',
          content: 'x\ty\nz',
          occurrence: 2,
          numbers: [3, 4],
          accountingFileId: 'accounting-2',
        });
        expect(second).toMatchObject({ id: 'a', numbers: [] });
        expect(others).toEqual([]);
        expect(tx.posted.count('source-1')).toBe(2);
        expect(tx.posted.keys('source-3')).toEqual([]);
        expect(tx.posted.count('source-3')).toBe(0);
      });
    });

    it('are read whole by id', () => {
      const label = ' é € 𝄞 \u0000 ';
      const record = aPosted({ content: label, entry: { lines: [], defects: ['unbalanced'] } });
      const compound = aPosted({
        id: 'c',
        entry: { lines: [...anEntry({ label }).lines, ...anEntry().lines], defects: [] },
      });
      store.transaction((tx) => tx.posted.insert([record, compound]));
      store.transaction((tx) => {
        expect(tx.posted.get('posted-1')).toEqual(record);
        expect(tx.posted.keys('source-1')[0]?.content).toBe(label);
        expect(tx.posted.get('c')).toEqual(compound);
        expect(tx.posted.get('d')).toBeUndefined();
      });
    });

    it('are inserted once: a taken id is an error, and nothing of that transaction stays', () => {
      store.transaction((tx) => tx.posted.insert([aPosted()]));
      expect(() => store.transaction((tx) => tx.posted.insert([aPosted({ id: 'n' }), aPosted()]))).toThrow(
        Error,
      );
      expect(ids('source-1')).toEqual(['posted-1']);
    });

    it('are renumbered in their place; what is unknown is passed over', () => {
      store.transaction((tx) => tx.posted.insert(['a', 'b'].map((id) => aPosted({ id }))));
      store.transaction((tx) =>
        tx.posted.renumber([
          { postedId: 'a', numbers: [7, 8] },
          { postedId: 'unknown', numbers: [9] },
        ]),
      );
      store.transaction((tx) => {
        expect(tx.posted.keys('source-1').map(({ id, numbers }) => [id, numbers])).toEqual([
          ['a', [7, 8]],
          ['b', [1]],
        ]);
        expect(tx.posted.get('a')?.numbers).toEqual([7, 8]);
        expect(tx.posted.get('a')?.entry).toEqual(anEntry());
      });
    });

    it('go when they are deleted', () => {
      store.transaction((tx) => tx.posted.insert(['a', 'b', 'c'].map((id) => aPosted({ id }))));
      store.transaction((tx) => tx.posted.delete(['b', 'unknown']));
      expect(ids('source-1')).toEqual(['a', 'c']);
      expect(store.transaction((tx) => tx.posted.get('b'))).toBeUndefined();
    });

    it('may be 50,000', { timeout: 60_000 }, () => {
      const many = Array.from({ length: 50_000 }, (_, i) =>
        aPosted({ id: `p${i}`, content: `c${i}`, numbers: [i] }),
      );
      store.transaction((tx) => tx.posted.insert(many));
      store.transaction((tx) => {
        const keys = tx.posted.keys('source-1');
        expect(keys).toHaveLength(50_000);
        expect(keys.every(({ id, content }, i) => id === `p${i}` && content === `c${i}`)).toBe(true);
        tx.posted.renumber(keys.map(({ id }, i) => ({ postedId: id, numbers: [i + 1] })));
        tx.posted.delete(keys.filter((_, i) => i % 2 === 0).map(({ id }) => id));
        expect(tx.posted.count('source-1')).toBe(25_000);
        expect(tx.posted.keys('source-1')[0]).toMatchObject({ id: 'p1', numbers: [2] });
      });
    });

    it('tell the postings that brought them, each once', () => {
      store.transaction((tx) =>
        tx.posted.insert([
          aPosted({ id: 'a', postingId: 'posting-2' }),
          aPosted({ id: 'b', postingId: 'posting-1' }),
          aPosted({ id: 'c', postingId: 'posting-2' }),
          aPosted({ id: 'd', postingId: 'posting-3', sourceId: 'source-2' }),
        ]),
      );
      const postings = (sourceId: string) => store.read((tx) => tx.posted.postings(sourceId));
      expect(postings('source-1')).toEqual(['posting-1', 'posting-2']);
      store.transaction((tx) => tx.posted.delete(['b']));
      expect(postings('source-1')).toEqual(['posting-2']);
      expect(postings('source-3')).toEqual([]);
    });
  });

  describe('a page of posted entries', () => {
    const on = (id: string, date: string, sourceId = 'source-1') =>
      aPosted({ id, sourceId, entry: anEntry({ date }) });
    const page = (after?: string, limit = 2) => {
      const { items, nextCursor } = store.read((tx) =>
        tx.posted.page({ sourceId: 'source-1', after, limit }),
      );
      return { ids: items.map(({ id }) => id), nextCursor };
    };

    it('is ordered by the date of the first line, then by insertion', () => {
      const label = ' é € 𝄞 \u0000 ';
      const compound = aPosted({
        id: 'compound',
        entry: { lines: [...anEntry({ date: '2026-02-01', label }).lines, ...anEntry().lines], defects: [] },
      });
      store.transaction((tx) =>
        tx.posted.insert([
          on('late', '2026-12-31'),
          compound,
          on('other', '2026-01-01', 'source-2'),
          on('second', '2026-02-01'),
          on('first', '2026-01-31'),
          aPosted({ id: 'no lines', entry: { lines: [], defects: [] } }),
        ]),
      );
      expect(page(undefined, 100)).toEqual({
        ids: ['no lines', 'first', 'compound', 'second', 'late'],
        nextCursor: null,
      });
      const items = store.read((tx) => tx.posted.page({ sourceId: 'source-1', limit: 3 }).items);
      expect(items[2]).toEqual(compound);
      expect(store.read((tx) => tx.posted.page({ sourceId: 'source-3', limit: 3 }))).toEqual({
        items: [],
        nextCursor: null,
      });
    });

    it('tells the numbers as they are now', () => {
      store.transaction((tx) => tx.posted.insert([on('a', '2026-01-01')]));
      store.transaction((tx) => tx.posted.renumber([{ postedId: 'a', numbers: [8, 9] }]));
      const { items } = store.read((tx) => tx.posted.page({ sourceId: 'source-1', limit: 1 }));
      expect(items[0]?.numbers).toEqual([8, 9]);
    });

    it('ends with a cursor exactly where there is more, which stays usable while others come and go', () => {
      const five = ['a', 'b', 'c', 'd', 'e'].map((id) => on(id, '2026-06-05'));
      store.transaction((tx) => tx.posted.insert(five));
      expect(page(undefined, 5).nextCursor).toBeNull();
      const { ids, nextCursor } = page();
      expect(ids).toEqual(['a', 'b']);
      store.transaction((tx) => {
        tx.posted.delete(['a', 'b', 'c']);
        tx.posted.insert([on('early', '2026-01-01'), on('f', '2026-06-05')]);
      });
      expect(page(nextCursor!, 3)).toEqual({ ids: ['d', 'e', 'f'], nextCursor: null });
    });

    it('never takes a new entry for the deleted one that the cursor names', () => {
      store.transaction((tx) => tx.posted.insert(['a', 'b', 'c'].map((id) => on(id, '2026-06-05'))));
      const { nextCursor } = page();
      store.transaction((tx) => tx.posted.delete(['b', 'c']));
      store.transaction((tx) => tx.posted.insert([on('d', '2026-06-05')]));
      expect(page(nextCursor!).ids).toEqual(['d']);
    });

    it.each(['', 'x', '2026-06-05.x.source-1'])('refuses a cursor that no page gave: %j', (after) => {
      expect(() => page(after)).toThrow(RangeError);
    });

    it('walks through 50,000, each once', { timeout: 60_000 }, () => {
      const day = (i: number) => `2026-${String(1 + (i % 12)).padStart(2, '0')}-01`;
      const many = Array.from({ length: 50_000 }, (_, i) => on(`p${i}`, day(i)));
      store.transaction((tx) => tx.posted.insert(many));
      const seen = new Set<string>();
      let after: string | undefined;
      do {
        const next = page(after, 1000);
        for (const id of next.ids) seen.add(id);
        after = next.nextCursor ?? undefined;
      } while (after !== undefined);
      expect(seen.size).toBe(50_000);
    });
  });

  describe('what a posting did', () => {
    it('is paged by position, in whatever order it came', () => {
      const items = [2, 0, 1, 3].map((position) => anItem({ position }));
      store.transaction((tx) => tx.postingItems.insert([...items, anItem({ postingId: 'posting-2' })]));
      const positions = (from: number, limit: number) =>
        store.transaction((tx) =>
          tx.postingItems.page('posting-1', from, limit).map(({ position }) => position),
        );
      expect(positions(0, 2)).toEqual([0, 1]);
      expect(positions(2, 2)).toEqual([2, 3]);
      expect(positions(3, 10)).toEqual([3]);
      expect(positions(4, 10)).toEqual([]);
      expect(store.transaction((tx) => [...tx.postingItems.all('posting-1')])).toEqual(
        [0, 1, 2, 3].map((position) => anItem({ position })),
      );
      expect(store.transaction((tx) => [...tx.postingItems.all('posting-3')])).toEqual([]);
    });

    it('names the postings that build on it, each once', () => {
      const taken = aPosted({ id: 'taken' });
      store.transaction((tx) =>
        tx.postingItems.insert([
          anItem({ position: 0, after: taken }),
          anItem({ postingId: 'posting-2', change: 'deleted', before: taken, after: null }),
          anItem({
            postingId: 'posting-3',
            change: 'changed',
            before: taken,
            after: aPosted({ id: 'next' }),
          }),
          anItem({ postingId: 'posting-3', position: 1, before: aPosted({ id: 'another of it' }) }),
          anItem({
            postingId: 'posting-4',
            before: aPosted({ id: 'something else', postingId: 'posting-0' }),
          }),
        ]),
      );
      store.transaction((tx) => {
        expect(tx.postingItems.builtUponBy('posting-1')).toEqual(['posting-2', 'posting-3']);
        expect(tx.postingItems.builtUponBy('posting-0')).toEqual(['posting-4']);
        expect(tx.postingItems.builtUponBy('posting-2')).toEqual([]);
      });
    });

    it('is recorded once', () => {
      store.transaction((tx) => tx.postingItems.insert([anItem()]));
      expect(() => store.transaction((tx) => tx.postingItems.insert([anItem()]))).toThrow(Error);
    });

    it('may be 50,000 entries, read while others are written', { timeout: 60_000 }, () => {
      store.transaction((tx) =>
        tx.postingItems.insert(Array.from({ length: 50_000 }, (_, position) => anItem({ position }))),
      );
      store.transaction((tx) => {
        let next = 0;
        for (const item of tx.postingItems.all('posting-1')) {
          expect(item.position).toBe(next++);
          if (next % 10_000 === 0)
            tx.postingItems.insert([anItem({ postingId: 'posting-2', position: next })]);
        }
        expect(next).toBe(50_000);
        expect(tx.postingItems.page('posting-1', 49_999, 10)).toHaveLength(1);
      });
    });
  });
}
