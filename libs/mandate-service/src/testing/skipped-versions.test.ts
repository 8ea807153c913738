import { readImportText } from '@synchro/cresus-files';
import type { EntryLine, ImportLine } from '@synchro/cresus-files';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createMemoryStore } from '../store/memory-store.js';
import { openServiceHarness } from './service-harness.js';
import { invoice, vatInvoice } from './test-files.js';

/** One booking in a version: which, how much, and whether it is a compound with VAT. */
interface Booking {
  readonly n: number;
  readonly amount: number;
  readonly isCompound: boolean;
}

interface Version {
  readonly bookings: readonly Booking[];
  /** Added to every line's number, as programs that renumber everything do. */
  readonly renumber: number;
  readonly isSeen: boolean;
  readonly isPosted: boolean;
}

const booking: fc.Arbitrary<Booking> = fc.record({
  n: fc.integer({ min: 1, max: 4 }),
  amount: fc.integer({ min: 1, max: 3 }),
  isCompound: fc.boolean(),
});
const version: fc.Arbitrary<Version> = fc.record({
  bookings: fc.array(booking, { maxLength: 7 }),
  renumber: fc.constantFrom(0, 0, 3, 100),
  isSeen: fc.boolean(),
  isPosted: fc.boolean(),
});

/** The lines of a version; a booking may occur twice, so a compound's number comes from its place. */
function linesOf({ bookings, renumber }: Version): EntryLine[] {
  return bookings.flatMap(({ n, amount, isCompound }, place) => {
    const lines = isCompound
      ? vatInvoice(n, amount * 10_000).map((line) => ({ ...line, compoundNumber: 500 + place }))
      : [invoice(n, { amountInCentimes: amount * 1000 })];
    return lines.map((line) => ({ ...line, idno: line.idno + renumber }));
  });
}

/** Equal for two lines that book the same. */
const bookedBy = (
  line: Pick<ImportLine, 'date' | 'debit' | 'credit' | 'voucher' | 'label'>,
  amount: number,
) => [line.date, line.debit, line.credit, line.voucher, line.label, amount].join('\t');

/** Imports a text: a reversal takes away the line that it reverses, which must be there. */
function importInto(ledger: Map<string, number>, text: Uint8Array): void {
  const read = readImportText(text);
  if (!read.ok) throw new Error('The export cannot be imported.');
  for (const line of read.value) {
    const isReversal = line.label.startsWith('Extourne: ');
    const booked = isReversal
      ? bookedBy(
          { ...line, debit: line.credit, credit: line.debit, label: line.label.slice('Extourne: '.length) },
          line.amountInCentimes,
        )
      : bookedBy(line, line.amountInCentimes);
    const times = (ledger.get(booked) ?? 0) + (isReversal ? -1 : 1);
    if (times < 0) throw new Error(`Reversed more often than booked: ${booked}`);
    ledger.set(booked, times);
  }
}

/** The ledger that the exports make while only some versions are seen; the last one always is, and is posted. */
async function ledgerOf(
  versions: readonly Version[],
  isSeen: (version: Version) => boolean,
): Promise<string[]> {
  await using h = openServiceHarness(createMemoryStore());
  const mandate = await h.createMandate();
  const ledger = new Map<string, number>();
  for (const [i, next] of versions.entries()) {
    const isLast = i === versions.length - 1;
    if (!isLast && !isSeen(next)) continue;
    await h.writeInvoices(linesOf(next), { lot: i + 2 });
    const { pending } = h.status();
    if (!(isLast || next.isPosted) || pending.new + pending.changed + pending.deleted === 0) continue;
    const { id } = await h.post(mandate);
    const params = { mandateId: mandate.id, postingId: id };
    const query = { format: 'extended', reversal: false, again: false } as const;
    importInto(ledger, await h.call('exportPosting', { params, query }));
  }
  return [...ledger].flatMap(([booked, times]) => Array<string>(times).fill(booked)).sort();
}

it('H8: whatever versions were skipped, the ledger that the exports make is the file', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(version, { minLength: 2, maxLength: 6 }), async (versions) => {
      const last = linesOf(versions.at(-1) as Version);
      const file = last.map((line) => bookedBy(line, line.amountInCentimes ?? 0)).sort();
      expect(await ledgerOf(versions, () => true)).toEqual(file);
      expect(await ledgerOf(versions, ({ isSeen }) => isSeen)).toEqual(file);
      expect(await ledgerOf(versions, ({ isPosted }) => isPosted)).toEqual(file);
    }),
    { numRuns: 60 },
  );
}, 120_000);

it('H8: a skipped version may turn a changed entry into a new and a deleted one, and nothing else', async () => {
  const pendingAfter = async (...versions: readonly (readonly EntryLine[])[]) => {
    await using h = openServiceHarness(createMemoryStore());
    const mandate = await h.createMandate();
    await h.writeInvoices([invoice(1), invoice(2)]);
    await h.post(mandate);
    for (const [i, lines] of versions.entries()) await h.writeInvoices(lines, { lot: i + 2 });
    return h.status().pending;
  };
  const changed = [invoice(1, { amountInCentimes: 777 }), invoice(2)];
  const renumbered = [invoice(1, { amountInCentimes: 777, idno: 91 }), invoice(2, { idno: 92 })];
  expect(await pendingAfter(changed, renumbered)).toEqual({ new: 0, changed: 1, deleted: 0 });
  expect(await pendingAfter(renumbered)).toEqual({ new: 1, changed: 0, deleted: 1 });
});
