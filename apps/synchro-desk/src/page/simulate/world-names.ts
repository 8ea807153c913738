import { ACCOUNTING, FOLDER, INVOICES, SALARIES } from '@synchro/sync-testing';
import type { MandateFileNames } from '../../mandate/company.js';

const nameIn = (folder: string, path: string) => path.slice(folder.length + 1);

/** How the files are called in the world's folder. */
export const worldNames = {
  accounting: nameIn(FOLDER, ACCOUNTING),
  index: 'Compta 2026.ecc',
  chart: 'Compta 2026.crp',
  invoicing: nameIn(FOLDER, INVOICES),
  payroll: nameIn(FOLDER, SALARIES),
  invoicingDocument: 'Atelier Rochat.fac',
  payrollDocument: 'Salaires 2026.salx',
  twin: nameIn(FOLDER, INVOICES).replace(/\.ecf$/, ' (1).ecf'),
} as const satisfies MandateFileNames;

/** What the user makes of them in the file manager. */
export const movedNames = {
  invoicingDocument: 'Facturation 2026.fac',
  copy: 'Atelier Rochat - Copie.fac',
  folder: '/mandats/Archives/Rochat',
} as const;
