import type { FileEntry } from '@synchro/cresus-files';
import type { Act } from './acts.js';
import type { EntryProgram } from './entry-program.js';
import { correctLastInvoice, deleteLastInvoice, UNKNOWN_ACCOUNT, writeInvoice } from './invoicing.js';

/** The acts in which the invoicing program books something and writes its file anew. */
export type InvoicingAct = Extract<
  Act,
  'write-invoice' | 'unknown-account' | 'write-in-pieces' | 'correct-invoice' | 'delete-invoice'
>;

export interface Booked {
  readonly program: EntryProgram;
  /** The entries that the act wrote, corrected or deleted. */
  readonly entries: readonly FileEntry[];
  /** In how many pieces the file is written. */
  readonly pieces: number;
}

/** The program after the act; `null` where there is no invoice to correct or to delete. */
export function bookInvoices(act: InvoicingAct, program: EntryProgram): Booked | null {
  switch (act) {
    case 'write-invoice':
      return booked(writeInvoice(program), 1);
    case 'unknown-account':
      return booked(writeInvoice(program, undefined, { incomeAccount: UNKNOWN_ACCOUNT }), 1);
    case 'write-in-pieces':
      return { ...booked(writeInvoice(writeInvoice(writeInvoice(program))), 3), pieces: 3 };
    case 'correct-invoice': {
      const corrected = correctLastInvoice(program);
      return corrected === null ? null : booked(corrected, 1);
    }
    case 'delete-invoice': {
      const deleted = deleteLastInvoice(program);
      return deleted === null
        ? null
        : { program: deleted, entries: program.file.entries.slice(-1), pieces: 1 };
    }
  }
}

const booked = (program: EntryProgram, last: number): Booked => ({
  program,
  entries: program.file.entries.slice(-last),
  pieces: 1,
});
