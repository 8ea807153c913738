import { readEntryFile, writeEntryFile } from '@synchro/cresus-files';
import { describe, expect, it } from 'vitest';
import { demoMandate } from './demo-mandate.js';
import { openProgram, stamped } from './entry-program.js';
import type { EntryProgram } from './entry-program.js';
import { correctLastInvoice, deleteLastInvoice, nextWorkingDay, writeInvoice } from './invoicing.js';
import { firstHalf, olderCopy } from './older-copy.js';
import { nextSalariesMonth, runSalaries } from './payroll.js';

const { invoicing, payroll } = demoMandate(new Date('2026-06-01T09:30:00'));

/** What a reader finds in the file that the program writes. */
function readBack({ file }: EntryProgram) {
  const read = readEntryFile(writeEntryFile(file));
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return read.value;
}
const contents = ({ file }: EntryProgram) => file.entries.map(({ lines }) => lines);
const sound = (program: EntryProgram) => {
  expect(readBack(program).entries.filter(({ defects }) => defects.length > 0)).toEqual([]);
};

describe('the invoicing program', () => {
  it('writes an invoice with VAT as one balanced entry, and leaves the others alone', () => {
    const after = writeInvoice(invoicing);
    expect(contents(after).slice(0, -1)).toEqual(contents(invoicing));
    const [total, net, vat] = readBack(after).entries.at(-1)?.lines ?? [];
    expect(total).toMatchObject({ debit: '1100', credit: '...', voucher: '2026-021', date: '2026-05-26' });
    expect(net).toMatchObject({ debit: '...', credit: '3400', net: true, vatCode: 'TVA' });
    expect(vat).toMatchObject({ debit: '...', credit: '2200' });
    expect(total?.amountInCentimes).toBe((net?.amountInCentimes ?? 0) + (vat?.amountInCentimes ?? 0));
    sound(after);
  });

  it('writes an invoice abroad as one line', () => {
    const abroad = writeInvoice({ ...invoicing, nextVoucher: 24 }).file.entries.at(-1);
    expect(abroad?.lines).toMatchObject([{ credit: '3000', vatCode: 'EXPORT', compoundNumber: 0 }]);
  });

  it.each([1, 5, 8])(
    'corrects invoice %i in its place: same numbers, other amounts, still balanced',
    (count) => {
      const few = {
        ...invoicing,
        file: { ...invoicing.file, entries: invoicing.file.entries.slice(0, count) },
      };
      const after = correctLastInvoice(few);
      if (after === null) throw new Error('There is an invoice.');
      const [before, now] = [few, after].map((program) => program.file.entries.at(-1)?.lines ?? []);
      expect(now?.map(({ idno }) => idno)).toEqual(before?.map(({ idno }) => idno));
      expect(now?.[0]?.amountInCentimes).not.toBe(before?.[0]?.amountInCentimes);
      sound(after);
    },
  );

  it('deletes the last invoice and never gives its numbers again', () => {
    const deleted = deleteLastInvoice(writeInvoice(invoicing));
    if (deleted === null) throw new Error('There was an invoice.');
    expect(contents(deleted)).toEqual(contents(invoicing));
    const next = writeInvoice(deleted).file.entries.at(-1)?.lines[0];
    expect(next?.voucher).toBe('2026-022');
    expect(next?.idno).toBeGreaterThan(writeInvoice(invoicing).file.entries.at(-1)?.lines.at(-1)?.idno ?? 0);
  });

  it('has nothing to correct or to delete in an empty file', () => {
    const empty = { ...invoicing, file: { ...invoicing.file, entries: [] } };
    expect(correctLastInvoice(empty)).toBeNull();
    expect(deleteLastInvoice(empty)).toBeNull();
  });

  it('books on working days of its year', () => {
    expect(nextWorkingDay('2026-06-05')).toBe('2026-06-08');
    expect(nextWorkingDay('2026-12-31')).toBe('2026-12-31');
  });

  it('counts the lot up and renews the time stamp at every write', () => {
    const at = new Date('2026-06-02T10:11:12');
    const after = readBack(stamped(invoicing, at));
    expect(after).toMatchObject({ lot: 21, writtenAt: '2026-06-02T10:11:12', uid: invoicing.file.uid });
  });

  it('goes on where the file that it opens ends', () => {
    const opened = openProgram(readBack(invoicing));
    expect(opened).toMatchObject({ nextVoucher: invoicing.nextVoucher, nextIdno: invoicing.nextIdno });
    expect(opened.nextCompound).toBe(invoicing.nextCompound);
  });
});

describe('the payroll program', () => {
  it('runs the next month: an entry for each employee and one for the charges', () => {
    expect(nextSalariesMonth(payroll)).toBe('2026-06');
    const after = runSalaries(payroll);
    if (after === null) throw new Error('The year is not through.');
    const added = readBack(after).entries.slice(payroll.file.entries.length);
    expect(added).toHaveLength(6);
    expect(added.map(({ lines }) => lines[0]?.voucher)).toEqual(Array(6).fill('S06'));
    expect(added[3]?.lines[0]).toMatchObject({ debit: '5000', label: 'Salaire juin, Beuret Marc' });
    sound(after);
  });

  it('ends with December', () => {
    let [program, months]: [EntryProgram, number] = [payroll, 0];
    for (let next = runSalaries(program); next !== null; next = runSalaries(program)) {
      program = next;
      months += 1;
    }
    expect(months).toBe(7);
    sound(program);
  });
});

describe('mishaps of a file', () => {
  it('an older copy lacks the last month, and its lot and time went back', () => {
    const older = olderCopy(invoicing.file);
    expect(older.entries.length).toBeLessThan(invoicing.file.entries.length);
    expect(older.entries).toEqual(invoicing.file.entries.slice(0, older.entries.length));
    expect(older.lot).toBeLessThan(invoicing.file.lot);
    expect(older.writtenAt < invoicing.file.writtenAt).toBe(true);
  });

  it('a half ends within a line, so that no reader takes it for a whole file', () => {
    const bytes = writeEntryFile(invoicing.file);
    const half = firstHalf(bytes);
    expect(half.length).toBeLessThan(bytes.length * 0.6);
    expect(bytes.subarray(0, half.length)).toEqual(half);
    expect(readEntryFile(half).ok).toBe(false);
  });
});
