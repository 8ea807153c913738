import type { EntryFile, EntryLine, FileEntry } from '@synchro/cresus-files';

/**
 * A program that writes an entry file: the file as it would write it now, and the numbers it gives next.
 * The numbers are the program's own; a file from which the last invoice was deleted does not show them.
 */
export interface EntryProgram {
  readonly file: EntryFile;
  readonly nextVoucher: number;
  readonly nextIdno: number;
  readonly nextCompound: number;
}

/** A line before the program has numbered it. */
export type DraftLine = Pick<EntryLine, 'date' | 'debit' | 'credit' | 'voucher' | 'label'> &
  Partial<Pick<EntryLine, 'net' | 'vatType' | 'vatCode' | 'vatNumber'>> & {
    readonly amountInCentimes: number;
  };

/** Opens a file as the program that goes on writing it. */
export function openProgram(file: EntryFile): EntryProgram {
  const lines = file.entries.flatMap((entry) => entry.lines);
  const next = (numbers: readonly number[]) => Math.max(0, ...numbers) + 1;
  return {
    file,
    nextVoucher: next(lines.map(({ voucher }) => Number(/(\d+)$/.exec(voucher)?.[1] ?? 0))),
    nextIdno: next(lines.map(({ idno }) => idno)),
    nextCompound: next(lines.map(({ compoundNumber }) => compoundNumber)),
  };
}

/** The program after it has booked one entry: several lines become a compound one, with a number of its own. */
export function book(program: EntryProgram, drafts: readonly DraftLine[]): EntryProgram {
  const isCompound = drafts.length > 1;
  const lines = drafts.map((draft, index) =>
    lineOf(draft, program.nextIdno + index, isCompound ? program.nextCompound : 0),
  );
  return {
    ...program,
    file: { ...program.file, entries: [...program.file.entries, { lines, firstLine: 0, defects: [] }] },
    nextIdno: program.nextIdno + lines.length,
    nextCompound: program.nextCompound + (isCompound ? 1 : 0),
  };
}

/** The program after its entries were replaced; what it numbers next stays what it was. */
export const withEntries = (program: EntryProgram, entries: readonly FileEntry[]): EntryProgram => ({
  ...program,
  file: { ...program.file, entries: [...entries] },
});

/** The program as it writes its file at `at`: every write counts the lot up and renews the time stamp. */
export const stamped = (program: EntryProgram, at: Date): EntryProgram => ({
  ...program,
  file: { ...program.file, lot: program.file.lot + 1, writtenAt: localTime(at) },
});

/** `2026-06-05T09:30:00` by the clock on the wall, as the programs write it. */
export function localTime(at: Date): string {
  const local = new Date(at.getTime() - at.getTimezoneOffset() * 60_000);
  return local.toISOString().slice(0, 19);
}

const lineOf = (draft: DraftLine, idno: number, compoundNumber: number): EntryLine => ({
  foreignAmountInCentimes: 0,
  exchangeRate: '',
  net: false,
  vatType: '',
  vatCode: '',
  vatNumber: '',
  costCentre: '',
  ...draft,
  idno,
  compoundNumber,
});
