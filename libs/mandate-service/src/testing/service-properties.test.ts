import { entryContent } from '@synchro/sync-core/domain';
import type { Entry } from '@synchro/sync-core/domain';
import { readEntryFile } from '@synchro/cresus-files';
import type { EntryLine } from '@synchro/cresus-files';
import { SynchroError } from '@synchro/sync-core/contract';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createMemoryStore } from '../store/memory-store.js';
import { openServiceHarness } from './service-harness.js';
import type { ServiceHarness } from './service-harness.js';
import type { MandateStore } from '../store/store.js';
import { entryFile, FOLDER, INVOICES, invoice, vatInvoice } from './test-files.js';

/**
 * Whatever programs do to their files and accountants to their postings, in any order: nothing is lost, nothing counts
 * twice, and what is told has a cause.
 */

/** A booking of the pool: which one, in which version. Version 0 and 1 differ in amount. */
type Booking = readonly [which: number, version: number];

type Step =
  | { readonly do: 'write'; readonly bookings: readonly Booking[]; readonly renumber: number }
  | { readonly do: 'write-half' | 'remove' | 'empty' | 'post-all' | 'mark-all' | 'hide-folder' }
  | { readonly do: 'detach-and-attach' | 'remove-and-create' }
  | { readonly do: 'post-some' | 'undo'; readonly pick: number };

const booking = fc.tuple(fc.nat({ max: 6 }), fc.nat({ max: 1 }));
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant('write' as const),
      bookings: fc.array(booking, { maxLength: 9 }),
      renumber: fc.nat({ max: 3 }),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constantFrom(
        'post-all' as const,
        'write-half' as const,
        'remove' as const,
        'empty' as const,
        'mark-all' as const,
        'hide-folder' as const,
        'detach-and-attach' as const,
        'remove-and-create' as const,
      ),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constantFrom('post-some' as const, 'undo' as const), pick: fc.nat() }),
  },
);

const linesOf = ([which, version]: Booking, at: number, renumber: number): EntryLine[] => {
  const lines =
    which === 6
      ? vatInvoice(6, 100_000 + version * 100)
      : [invoice(which, { amountInCentimes: 10_000 + version })];
  return lines.map((line, i) => ({
    ...line,
    idno: renumber * 1000 + at * 10 + i + 1,
    compoundNumber: line.compoundNumber && at + 1,
  }));
};

/** The contents of the source's known version, were what waits applied to what is posted. */
function appliedContents(store: MandateStore): string[] {
  return store.read((tx) => {
    const source = tx.files.all().find(({ path }) => path === INVOICES);
    if (source === undefined) throw new Error('The mandate lost its source.');
    const contents = new Map(tx.posted.keys(source.id).map(({ id, content }) => [id, content]));
    let added = 0;
    for (const { postedId, after } of tx.pending.ofSource(source.id)) {
      if (postedId !== null && !contents.delete(postedId))
        throw new Error('A change refers to nothing that is posted.');
      if (after !== null) contents.set(`pending ${(added += 1)}`, entryContent(after));
    }
    return [...contents.values()].sort();
  });
}

/** What every posting in force brought into the books and took out, as booked amounts per pair of accounts and label. */
function bookedByPostings(store: MandateStore): { books: string[]; posted: string[] } {
  return store.read((tx) => {
    const balance = new Map<string, number>();
    const add = (entry: Entry, sign: number) => {
      const content = entryContent(entry);
      balance.set(content, (balance.get(content) ?? 0) + sign);
    };
    for (const posting of tx.postings.all())
      if (posting.undoneAt === null)
        for (const { before, after } of tx.postingItems.all(posting.id)) {
          if (before !== null) add(before.entry, -1);
          if (after !== null) add(after.entry, 1);
        }
    const books = [...balance].flatMap(([content, times]) => {
      if (times < 0) throw new Error(`Reversed more often than booked: ${content}`);
      return Array<string>(times).fill(content);
    });
    const posted = tx.files.all().flatMap(({ id }) => tx.posted.keys(id).map(({ content }) => content));
    return { books: books.sort(), posted: posted.sort() };
  });
}

async function take(h: ServiceHarness, mandateId: string, next: Step, state: { lot: number }): Promise<void> {
  const write = (bookings: readonly Booking[], renumber: number) => {
    state.lot += 1;
    return entryFile(
      bookings.flatMap((b, i) => linesOf(b, i, renumber)),
      { lot: state.lot },
    );
  };
  const expected = (error: unknown) => {
    if (!(error instanceof SynchroError)) throw error;
  };
  const params = { mandateId };
  const mandate = { id: mandateId } as Parameters<ServiceHarness['post']>[0];
  switch (next.do) {
    case 'write':
      h.files.write(INVOICES, write(next.bookings, next.renumber));
      break;
    case 'write-half': {
      const whole = write(
        [
          [1, 1],
          [2, 1],
          [3, 1],
        ],
        5,
      );
      h.files.write(INVOICES, whole.slice(0, whole.length - 37));
      break;
    }
    case 'remove':
      if ((await h.files.stat(INVOICES)) !== null) h.files.remove(INVOICES);
      break;
    case 'empty':
      h.files.write(INVOICES, '');
      break;
    case 'hide-folder':
      h.files.unmount(FOLDER);
      await h.advance(5000);
      h.files.mount(FOLDER);
      break;
    case 'detach-and-attach': {
      const { files } = await h.call('getMandate', { params });
      const source = files.find(({ path }) => path === INVOICES);
      if (source === undefined || (await h.files.stat(INVOICES)) === null) break;
      const query = { pendingSeen: source.pending };
      await h.call('detachFile', { params: { mandateId, fileId: source.id }, query });
      await h.advance(5000);
      await h.call('attachFile', { params, body: { product: 'facturation', path: INVOICES } });
      break;
    }
    case 'remove-and-create': {
      const { new: created, changed, deleted } = h.status().pending;
      await h.call('removeMandate', { params, query: { pendingSeen: created + changed + deleted } });
      await h.advance(5000);
      expect((await h.createMandate()).id).toBe(mandateId);
      break;
    }
    case 'post-all':
    case 'mark-all':
      await h.post(mandate, next.do === 'mark-all' ? { as: 'already-posted' } : {}).catch(expected);
      break;
    case 'post-some': {
      const { items } = await h.call('listEntries', { params, query: { limit: 100 } });
      const ids = items.map(({ id }) => id).filter((_, i) => ((next.pick >> (i % 30)) & 1) === 1);
      if (ids.length > 0) await h.post(mandate, { entries: ids }).catch(expected);
      break;
    }
    case 'undo': {
      const { items } = await h.call('listPostings', { params, query: {} });
      const posting = items[next.pick % Math.max(1, items.length)];
      if (posting !== undefined)
        await h.call('deletePosting', { params: { mandateId, postingId: posting.id } }).catch(expected);
      break;
    }
  }
  await h.advance(5000);
}

it('C1, C3, C4, C5, U1, A5, A6a, N1: in any order of changes, postings and un-postings nothing is lost or counted twice', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 14 }), async (steps) => {
      const store = createMemoryStore();
      await using h = openServiceHarness(store);
      const { id } = await h.createMandate();
      const state = { lot: 1 };
      let revision = h.status().revision;
      for (const next of steps) {
        await take(h, id, next, state);
        const { pending, notifications, revision: now } = h.status();

        // What is posted and what waits make up exactly the version that was last taken in.
        const known = store.read((tx) => {
          const source = tx.sources.all()[0];
          return source === undefined
            ? undefined
            : { trouble: source.trouble, version: tx.versions.get(source.id) };
        });
        const onDisk = await h.files.read(INVOICES);
        if (known?.trouble === null && onDisk !== null) expect(known.version?.bytes).toEqual(onDisk.bytes);
        const read = known?.version === undefined ? null : readEntryFile(known.version.bytes);
        expect(appliedContents(store)).toEqual(
          read?.ok === true ? read.value.entries.map(entryContent).sort() : [],
        );

        // The books, as the postings in force have written them, are what counts as posted.
        const { books, posted } = bookedByPostings(store);
        expect(books).toEqual(posted);

        // Every notification has its cause, and every cause its notification.
        const kinds = notifications.map(({ kind }) => kind);
        expect(kinds.includes('entries-pending')).toBe(pending.new + pending.changed + pending.deleted > 0);
        expect(kinds.includes('source-trouble')).toBe(known?.trouble !== null);
        expect(now).toBeGreaterThanOrEqual(revision);
        revision = now;
      }
    }),
    { numRuns: 150 },
  );
}, 120_000);
