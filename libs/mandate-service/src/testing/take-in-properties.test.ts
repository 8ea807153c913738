import { readEntryFile } from '@synchro/cresus-files';
import { entryContent } from '@synchro/sync-core/domain';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createMemoryStore } from '../store/memory-store.js';
import { openServiceHarness } from './service-harness.js';
import { entryFile, INVOICES, invoice } from './test-files.js';

/**
 * A program writes its file in pieces and pauses between them. Whatever it writes and wherever it pauses, a deletion is
 * announced only if the file shows it at the end.
 */

/** Posted entries, by number; some of them twice. */
const before = fc.array(fc.nat({ max: 5 }), { minLength: 1, maxLength: 8 });
/** What becomes of them: kept, changed or deleted; and what is inserted before them. */
const edits = fc.record({
  fates: fc.array(fc.constantFrom('kept', 'kept', 'kept', 'changed', 'deleted'), {
    minLength: 8,
    maxLength: 8,
  }),
  inserted: fc.array(fc.record({ at: fc.nat({ max: 8 }), n: fc.integer({ min: 10, max: 14 }) }), {
    maxLength: 3,
  }),
});
/** How much is written, mostly to the end of a line, and how long the pause is: a part of what is allowed. */
const pieces = fc.array(
  fc.record({
    to: fc.double({ min: 0, max: 1, noNaN: true }),
    endsLine: fc.constantFrom(true, true, true, false),
    pause: fc.constantFrom(0, 0.1, 0.3, 0.9, 0.99),
  }),
  { minLength: 1, maxLength: 4 },
);

const contentsOf = (bytes: Uint8Array): string[] | null => {
  const read = readEntryFile(bytes);
  return read.ok ? read.value.entries.map(entryContent) : null;
};

/** Shorter pauses T1 and T5 allow for what the file holds then. */
function allowedPauseMs(known: readonly string[], bytes: Uint8Array): number {
  const found = contentsOf(bytes);
  if (found === null || bytes.at(-1) !== 10) return 3000;
  const left = [...found];
  const isGone = known.map((content) => {
    const at = left.indexOf(content);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
  const isBeginning = found.length < known.length && found.every((content, i) => content === known[i]);
  return isBeginning || (isGone.length >= 2 && isGone.slice(-2).every(Boolean)) ? 3000 : 1000;
}

it('T1, T5: no deletion is announced, or can be posted, that the whole file does not show', async () => {
  await fc.assert(
    fc.asyncProperty(before, edits, pieces, async (numbers, { fates, inserted }, cuts) => {
      await using h = openServiceHarness(createMemoryStore());
      const mandate = await h.createMandate();
      const posted = numbers.map((n, i) => invoice(n, { idno: i + 1 }));
      const first = entryFile(posted);
      await h.writeInvoices(posted);
      await h.post(mandate);

      const next = posted.flatMap((line, i) => {
        const fate = fates[i] ?? 'kept';
        if (fate === 'deleted') return [];
        return [fate === 'changed' ? { ...line, amountInCentimes: 999_900 + i } : line];
      });
      for (const { at, n } of inserted) next.splice(at, 0, invoice(n, { idno: 100 + n }));
      const whole = entryFile(next, { lot: 2 });
      const known = contentsOf(first) ?? [];
      const deleted = fates.slice(0, posted.length).filter((fate) => fate === 'deleted').length;

      for (const { to, endsLine, pause } of [...cuts].sort((a, b) => a.to - b.to)) {
        const cut = Math.floor(to * whole.length);
        const written = whole.slice(0, endsLine ? whole.lastIndexOf(10, cut) + 1 : cut);
        h.files.write(INVOICES, written);
        await h.advance(Math.floor(pause * allowedPauseMs(known, written)));
        expect(h.status().pending.deleted).toBe(0);
        const { items } = await h.entries(mandate.id);
        expect(items.filter(({ change }) => change === 'deleted')).toEqual([]);
      }
      h.files.write(INVOICES, whole);
      await h.advance(4000);
      expect(h.status().pending.deleted).toBeLessThanOrEqual(deleted);
      expect(h.status().notifications.map(({ kind }) => kind)).not.toContain('source-trouble');
    }),
    { numRuns: 150 },
  );
});
