import { ACCOUNTING, FOLDER, INVOICES, SALARIES } from '@synchro/sync-testing';
import type { MandateFileNames } from '../../mandate/company.js';
import type { MandateLayout } from '../../places.js';

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

const drive = '/mandats';

/** Where they lie in the world, and what the user makes of that in the file manager. */
export const worldLayout = {
  drive,
  folder: nameIn(drive, FOLDER),
  movedFolder: 'Archives/Rochat',
  names: worldNames,
  renamedDocument: 'Facturation 2026.fac',
  copy: 'Atelier Rochat - Copie.fac',
} as const satisfies MandateLayout;
