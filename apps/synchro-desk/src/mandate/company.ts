/** The company of the demonstration: invented, like everybody in it. */
export const company = { name: 'Menuiserie Rochat', fiscalYear: 2026 } as const;

/** How the files of a mandate are called. */
export interface MandateFileNames {
  readonly accounting: string;
  readonly index: string;
  readonly chart: string;
  /** The entry files that the two programs write, and the documents that are open in them. */
  readonly invoicing: string;
  readonly payroll: string;
  readonly invoicingDocument: string;
  readonly payrollDocument: string;
  /** What a cloud folder makes of the invoicing's file when two machines write it. */
  readonly twin: string;
}

/** The names of its files, as the programs would choose them. */
export const fileNames = {
  accounting: 'Menuiserie Rochat 2026.cre',
  index: 'Menuiserie Rochat 2026.ecc',
  chart: 'Menuiserie Rochat 2026.crp',
  invoicing: 'Facturation Rochat (01-01-2026 ~ 31-12-2026).ecf',
  payroll: 'Salaires Rochat (01-01-2026 ~ 31-12-2026).ecs',
  invoicingDocument: 'Facturation Rochat.fac',
  payrollDocument: 'Salaires Rochat.salx',
  twin: 'Facturation Rochat (01-01-2026 ~ 31-12-2026) (1).ecf',
} as const satisfies MandateFileNames;

/** Where they lie on their drive, and what the user makes of that in the file manager. */
export const layout = {
  folder: company.name,
  movedFolder: `Archives/${company.name}`,
  names: fileNames,
  renamedDocument: 'Facturation Rochat 2026.fac',
  copy: 'Facturation Rochat - Copie.fac',
} as const;

/** The documents' internal identifiers: what the programs would tell with the path when they open them. */
export const documentIds = {
  invoicing: 'demo-facturation-rochat',
  payroll: 'demo-salaires-rochat',
} as const;
