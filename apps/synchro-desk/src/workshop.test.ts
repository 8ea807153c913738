import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readEntryFile, writeEntryFile } from '@synchro/cresus-files';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fileNames } from './mandate/company.js';
import { openFolder } from './open-folder.js';
import { programFileOnDisk } from './program-file-on-disk.js';
import { openWorkshop } from './workshop.js';
import type { FileAct, Workshop } from './workshop.js';

const NOW = new Date('2026-06-02T10:00:00');

describe('the workshop', () => {
  let folder: string;
  let workshop: Workshop;
  /** What lay on the disk at each pause between two pieces. */
  let glimpses: Buffer[];

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'workshop-'));
    glimpses = [];
    const { invoicing, payroll } = await openFolder(folder, NOW);
    const pause = async () => void glimpses.push(await onDisk());
    const file = (name: string) => programFileOnDisk(() => Promise.resolve(join(folder, name)), pause);
    workshop = openWorkshop({ file, names: fileNames, invoicing, payroll, now: () => NOW });
  });
  afterEach(() => rm(folder, { recursive: true }));

  const onDisk = (name: string = fileNames.invoicing) => readFile(join(folder, name));
  const entriesOnDisk = async (name?: string) => {
    const read = readEntryFile(await onDisk(name));
    return read.ok ? read.value.entries.length : null;
  };
  const perform = async (act: FileAct) => {
    const facts = await workshop.perform(act);
    if ('refusal' in facts) throw new Error(facts.refusal);
    return facts;
  };

  it('writes an invoice into the file and says what it wrote', async () => {
    const facts = await perform('write-invoice');
    expect(await entriesOnDisk()).toBe(21);
    expect(facts).toMatchObject({
      file: fileNames.invoicing,
      lot: 21,
      bytes: (await onDisk()).length,
      entries: 1,
      booking: {
        voucher: '2026-021',
        label: 'Facture 2026-021, Boulangerie Chapatte',
        totalInCentimes: 41_619,
      },
    });
  });

  it('lists the last bookings for the window of the program, newest first', async () => {
    await perform('write-invoice');
    const last = (await workshop.files())[0]?.content?.last ?? [];
    expect(last.slice(0, 2).map(({ voucher }) => voucher)).toEqual(['2026-021', '2026-020']);
  });

  it('runs the salaries into the other file', async () => {
    const facts = await perform('run-salaries');
    expect(await entriesOnDisk(fileNames.payroll)).toBe(36);
    expect(await entriesOnDisk()).toBe(20);
    expect(facts).toMatchObject({ file: fileNames.payroll, entries: 6, lot: 6 });
    expect(workshop.condition().nextSalaries).toBe('2026-07');
  });

  it('can be seen writing in pieces, in place', async () => {
    await perform('write-in-pieces');
    const whole = await onDisk();
    expect(glimpses).toHaveLength(2);
    for (const glimpse of glimpses) {
      expect(glimpse.length).toBeLessThan(whole.length);
      expect(whole.subarray(0, glimpse.length)).toEqual(glimpse);
    }
    expect(await entriesOnDisk()).toBe(23);
  });

  it('leaves a half-written file, and finishes it', async () => {
    await perform('write-half');
    expect(workshop.condition().isHalfWritten).toBe(true);
    expect(await entriesOnDisk()).toBeNull();
    expect((await workshop.files())[0]?.content).toBeNull();
    await perform('finish-half');
    expect(workshop.condition().isHalfWritten).toBe(false);
    expect(await entriesOnDisk()).toBe(20);
  });

  it('mends whatever had befallen the file by writing it again', async () => {
    await perform('remove-file');
    await perform('write-invoice');
    expect(workshop.condition()).toMatchObject({ isAway: false, isHalfWritten: false });
    expect(await entriesOnDisk()).toBe(21);
  });

  it("puts last month's copy in the file's place and says what it lacks", async () => {
    const facts = await perform('restore-older');
    expect(facts.entries).toBe(4);
    expect(facts.lot).toBe(16);
    expect((await workshop.files())[0]?.content).toMatchObject({ lot: 16, entries: 16 });
    expect(await entriesOnDisk()).toBe(16);
  });

  it('takes the file away and brings the same bytes back', async () => {
    const before = await onDisk();
    await perform('remove-file');
    expect((await workshop.files())[0]).toMatchObject({ bytes: null, modifiedAt: null });
    expect(workshop.condition().isAway).toBe(true);
    await perform('bring-back-file');
    expect(await onDisk()).toEqual(before);
  });

  it('makes a twin beside the file, and takes it away', async () => {
    await perform('make-twin');
    expect(await readdir(folder)).toContain(fileNames.twin);
    await perform('remove-twin');
    expect(await readdir(folder)).not.toContain(fileNames.twin);
  });

  it('goes back to the beginning without going back in lots', async () => {
    const beginning = (await openFolder(folder, NOW)).invoicing;
    for (const act of [
      'write-invoice',
      'correct-invoice',
      'run-salaries',
      'make-twin',
      'write-half',
    ] as const)
      await perform(act);
    await perform('reset');
    const read = readEntryFile(await onDisk());
    if (!read.ok) throw new Error('unreadable');
    expect(read.value.lot).toBe(23);
    expect(
      Buffer.from(writeEntryFile({ ...read.value, lot: 20, writtenAt: beginning.file.writtenAt })),
    ).toEqual(Buffer.from(writeEntryFile(beginning.file)));
    expect(await entriesOnDisk(fileNames.payroll)).toBe(30);
    expect(workshop.condition()).toEqual({
      isHalfWritten: false,
      isAway: false,
      hasTwin: false,
      nextSalaries: '2026-06',
    });
  });

  it('refuses in words that the page knows when nothing is left', async () => {
    for (let invoices = 20; invoices > 0; invoices--) await perform('delete-invoice');
    expect(await workshop.perform('delete-invoice')).toEqual({ refusal: 'nothing-to-correct' });
    expect(await workshop.perform('correct-invoice')).toEqual({ refusal: 'nothing-to-correct' });
  });

  it('opens a folder of an earlier start as it was left', async () => {
    await perform('write-invoice');
    const again = await openFolder(folder, NOW);
    expect(again.isNew).toBe(false);
    expect(again.invoicing).toMatchObject({ nextVoucher: 22, file: { lot: 21 } });
  });
});
