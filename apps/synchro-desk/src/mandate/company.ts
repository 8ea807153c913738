/** The company of the demonstration: invented, like everybody in it. */
export const company = { name: 'Menuiserie Rochat', fiscalYear: 2026 } as const;

/** The names of its files, as the programs would choose them. */
export const fileNames = {
  accounting: 'Menuiserie Rochat 2026.cre',
  index: 'Menuiserie Rochat 2026.ecc',
  chart: 'Menuiserie Rochat 2026.crp',
  invoicing: 'Facturation Rochat (01-01-2026 ~ 31-12-2026).ecf',
  payroll: 'Salaires Rochat (01-01-2026 ~ 31-12-2026).ecs',
  /** What a cloud folder makes of the invoicing's file when two machines write it. */
  twin: 'Facturation Rochat (01-01-2026 ~ 31-12-2026) (1).ecf',
} as const;
