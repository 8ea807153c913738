import { readEntryFile, writeEntryFile } from '@synchro/cresus-files';
import type { EntryFile, FileEntry } from '@synchro/cresus-files';
import type { ActFacts, BookingReport, DeskAct, FileReport, Performed } from './acts.js';
import { stamped } from './entry-program.js';
import type { EntryProgram } from './entry-program.js';
import { bookInvoices } from './invoicing-acts.js';
import type { Booked } from './invoicing-acts.js';
import type { MandateFileNames } from './mandate/company.js';
import { firstHalf, olderCopy } from './older-copy.js';
import { nextSalariesMonth, runSalaries } from './payroll.js';
import type { ProgramFile } from './program-file.js';

/** The acts on the entry files; those on the service are not the workshop's. */
export type FileAct = Exclude<DeskAct, 'stop-service' | 'start-service'>;

/** How many of its last bookings a program's window lists. */
const LISTED_BOOKINGS = 8;

export interface WorkshopOptions {
  /** The files of the mandate's folder, by their names. */
  readonly file: (name: string) => ProgramFile;
  readonly names: MandateFileNames;
  /** The programs as they were when the mandate's files were written. */
  readonly invoicing: EntryProgram;
  readonly payroll: EntryProgram;
  readonly now: () => Date;
}

/** Invoicing and payroll at work on the files of one mandate. */
export interface Workshop {
  /** One act after the other: the caller waits for each. */
  perform(act: FileAct): Promise<Performed>;
  files(): Promise<FileReport[]>;
  condition(): {
    readonly isHalfWritten: boolean;
    readonly isAway: boolean;
    readonly hasTwin: boolean;
    readonly nextSalaries: string | null;
  };
}

export function openWorkshop(options: WorkshopOptions): Workshop {
  const { file, names, now } = options;
  const invoices = file(names.invoicing);
  const salaries = file(names.payroll);
  const twin = file(names.twin);
  let { invoicing, payroll } = options;
  let [isHalfWritten, isAway, hasTwin] = [false, false, false];

  const bytesOf = ({ file }: EntryProgram) => writeEntryFile(file);

  const factsOf = async (
    where: ProgramFile,
    name: string,
    lot: number,
    written: readonly FileEntry[] = [],
  ): Promise<ActFacts> => ({
    file: name,
    lot,
    bytes: (await where.read())?.bytes.length ?? null,
    booking: bookingOf(written[0]),
    entries: written.length,
  });

  /** The invoicing program writes its file; whatever had befallen the file is mended by that. */
  const writeInvoices = async ({ program, entries, pieces }: Booked): Promise<ActFacts> => {
    invoicing = stamped(program, now());
    [isHalfWritten, isAway] = [false, false];
    if (pieces === 1) await invoices.write(bytesOf(invoicing));
    else await invoices.writeInPieces(bytesOf(invoicing), pieces);
    return factsOf(invoices, names.invoicing, invoicing.file.lot, entries);
  };

  const rewrite = async (bytes: Uint8Array): Promise<ActFacts> => {
    [isHalfWritten, isAway] = [false, false];
    await invoices.write(bytes);
    return factsOf(invoices, names.invoicing, invoicing.file.lot);
  };

  const perform = async (act: FileAct): Promise<Performed> => {
    switch (act) {
      case 'write-invoice':
      case 'unknown-account':
      case 'write-in-pieces':
      case 'correct-invoice':
      case 'delete-invoice': {
        const booked = bookInvoices(act, invoicing);
        return booked === null ? { refusal: 'nothing-to-correct' } : writeInvoices(booked);
      }
      case 'run-salaries': {
        const next = runSalaries(payroll);
        if (next === null) return { refusal: 'year-is-through' };
        const written = next.file.entries.slice(payroll.file.entries.length);
        payroll = stamped(next, now());
        await salaries.write(bytesOf(payroll));
        return factsOf(salaries, names.payroll, payroll.file.lot, written);
      }
      case 'write-half': {
        const facts = await rewrite(firstHalf(bytesOf(invoicing)));
        isHalfWritten = true;
        return facts;
      }
      case 'finish-half':
      case 'bring-back-file':
        return rewrite(bytesOf(invoicing));
      case 'restore-older': {
        const older = olderCopy(invoicing.file);
        const missing = invoicing.file.entries.length - older.entries.length;
        return { ...(await rewrite(writeEntryFile(older))), lot: older.lot, entries: missing };
      }
      case 'make-twin':
        await twin.write(bytesOf(invoicing));
        hasTwin = true;
        return factsOf(twin, names.twin, invoicing.file.lot);
      case 'remove-twin':
        await twin.remove();
        hasTwin = false;
        return factsOf(twin, names.twin, invoicing.file.lot);
      case 'remove-file':
        await invoices.remove();
        [isHalfWritten, isAway] = [false, true];
        return factsOf(invoices, names.invoicing, invoicing.file.lot);
      case 'reset': {
        // The files of the beginning, but written now: a lot number or a time that goes back would look like a restored file.
        await twin.remove();
        hasTwin = false;
        payroll = stamped(withLot(options.payroll, payroll.file.lot), now());
        await salaries.write(bytesOf(payroll));
        const program = withLot(options.invoicing, invoicing.file.lot);
        return writeInvoices({ program, entries: [], pieces: 1 });
      }
    }
  };

  return {
    perform,
    files: async () => [
      await reportOf('invoicing', names.invoicing, invoices),
      await reportOf('payroll', names.payroll, salaries),
    ],
    condition: () => ({ isHalfWritten, isAway, hasTwin, nextSalaries: nextSalariesMonth(payroll) }),
  };
}

const withLot = (program: EntryProgram, lot: number): EntryProgram => ({
  ...program,
  file: { ...program.file, lot },
});

async function reportOf(role: FileReport['role'], name: string, where: ProgramFile): Promise<FileReport> {
  const found = await where.read();
  const read = found === null ? null : readEntryFile(found.bytes);
  return {
    role,
    name,
    bytes: found?.bytes.length ?? null,
    modifiedAt: found?.modifiedAt ?? null,
    content: read?.ok === true ? contentOf(read.value) : null,
  };
}

const contentOf = ({ lot, entries }: EntryFile): FileReport['content'] => ({
  lot,
  entries: entries.length,
  last: entries
    .slice(-LISTED_BOOKINGS)
    .reverse()
    .flatMap((entry) => bookingOf(entry) ?? []),
});

function bookingOf(entry: FileEntry | undefined): BookingReport | null {
  const line = entry?.lines[0];
  if (line === undefined) return null;
  const { date, voucher, label, amountInCentimes } = line;
  return { date, voucher, label, totalInCentimes: amountInCentimes ?? 0 };
}
