import type { MandateFileMessage } from '../contract-types.js';
import { extensionOf } from '../file-field/path-parts.js';

export type ProgramName = Exclude<MandateFileMessage['product'], 'compta'>;

/** The programs that write entries, as they are offered for choosing. */
export const programs = ['facturation', 'salaires', 'banking', 'assets'] as const satisfies ProgramName[];

/** What a file would be to a mandate, told by its name alone: documents are never opened. */
export type FileKind =
  | { readonly role: 'accounting' }
  | { readonly role: 'entries'; readonly product: ProgramName }
  /** `null`: the name does not tell whose document it is. */
  | { readonly role: 'document'; readonly product: ProgramName | null };

/** What can be attached; documents of programs that this version does not know have other endings. */
export const attachable = ['fac', 'sal', 'salx', 'crbank', 'cre', 'ecf', 'ecs', 'eca'] as const;

export function kindOfFile(path: string): FileKind {
  switch (extensionOf(path)) {
    case 'cre':
      return { role: 'accounting' };
    case 'ecf':
      return { role: 'entries', product: 'facturation' };
    case 'ecs':
      return { role: 'entries', product: 'salaires' };
    case 'eca':
      return { role: 'entries', product: 'assets' };
    case 'fac':
      return { role: 'document', product: 'facturation' };
    case 'sal':
    case 'salx':
      return { role: 'document', product: 'salaires' };
    case 'crbank':
      return { role: 'document', product: 'banking' };
    default:
      return { role: 'document', product: null };
  }
}
