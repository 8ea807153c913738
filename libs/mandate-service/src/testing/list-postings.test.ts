import { expect, it } from 'vitest';
import { createMemoryStore } from '../store/memory-store.js';
import type { MandateStore, StoreTransaction } from '../store/store.js';
import { openServiceHarness } from './service-harness.js';
import { invoice } from './test-files.js';

/** A store that counts the items of postings that are read. */
function countingItems(store: MandateStore): { readonly store: MandateStore; read(): number } {
  let count = 0;
  const counting = (tx: StoreTransaction): StoreTransaction => ({
    ...tx,
    postingItems: {
      ...tx.postingItems,
      page(...query) {
        const items = tx.postingItems.page(...query);
        count += items.length;
        return items;
      },
      *all(postingId) {
        for (const item of tx.postingItems.all(postingId)) {
          count += 1;
          yield item;
        }
      },
    },
  });
  return {
    store: {
      transaction: (use) => store.transaction((tx) => use(counting(tx))),
      read: (use) => store.read((tx) => use(counting(tx as StoreTransaction))),
    },
    read: () => count,
  };
}

it('H5: listing postings and confirming one read no items, a page of one reads its own', async () => {
  const counted = countingItems(createMemoryStore());
  await using h = openServiceHarness(counted.store);
  const mandate = await h.createMandate();
  const invoices = Array.from({ length: 30 }, (_, i) => invoice(i + 1));
  await h.writeInvoices(invoices);
  const first = await h.post(mandate);
  await h.writeInvoices([invoice(1, { amountInCentimes: 5 }), ...invoices.slice(1)], { lot: 2 });
  const second = await h.post(mandate);
  const before = counted.read();
  const params = { mandateId: mandate.id, postingId: first.id };
  const { items } = await h.call('listPostings', { params: { mandateId: mandate.id } });
  expect(items.map(({ counts, undo }) => [counts.new, undo.blockedBy])).toEqual([
    [0, null],
    [30, second.id],
  ]);
  await h.call('confirmArrival', { params });
  expect(counted.read()).toBe(before);
  const page = await h.call('getPosting', { params, query: { limit: 10 } });
  expect(page.items).toHaveLength(10);
  expect(counted.read()).toBe(before + 10);
});
