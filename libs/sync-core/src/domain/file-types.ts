import type { Product } from './model.js';

/**
 * The types of the files that the programs of the family write, by program: the accounting's own file and the documents.
 * `.facx` and `.crassets` are the newer names of invoicing's and assets' documents. Lower case, without the point.
 */
export const documentTypes = {
  compta: ['cre'],
  facturation: ['fac', 'facx'],
  salaires: ['sal', 'salx'],
  banking: ['crbank'],
  assets: ['crassets'],
} as const satisfies Record<Product, readonly string[]>;

/** The types of the files in which programs hand over entries. */
export const entryFileTypes = ['ecf', 'ecs', 'eca'] as const;

/** The types of all files that can belong to a mandate [D4]. */
export const attachableTypes: readonly string[] = [...Object.values(documentTypes).flat(), ...entryFileTypes];
