import { documentTypes } from '@synchro/sync-core/domain';
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
    default:
      return { role: 'document', product: programOfDocument(path) };
  }
}

const programOfDocument = (path: string): ProgramName | null =>
  programs.find((program) => documentTypes[program].some((type) => type === extensionOf(path))) ?? null;
