import { SynchroError } from '@synchro/sync-core/contract';
import { attachableTypes, documentTypes, entryFileTypes } from '@synchro/sync-core/domain';
import type { FileRole } from '@synchro/sync-core/domain';
import type { FileRecord } from '../store/records.js';
import { extensionOf } from './identity.js';

/**
 * Requires a type that some program of the family writes. The name alone decides: the disk is not asked, so the answer
 * does not depend on whether the file exists [D4].
 * @throws {SynchroError} `file-type-unknown` with the types to choose from
 */
export function requireKnownType(field: string, path: string): void {
  requireOneOf(attachableTypes, field, path);
}

/**
 * Requires that a file keeps its role at its new path: the same type as before, or another type of that role.
 * @throws {SynchroError} `file-type-unknown` with the types to choose from
 */
export function requireTypeOf(file: Pick<FileRecord, 'role' | 'path'>, field: string, path: string): void {
  if (extensionOf(path) !== extensionOf(file.path)) requireOneOf(typesOf(file.role), field, path);
}

function typesOf(role: FileRole): readonly string[] {
  switch (role) {
    case 'accounting':
      return documentTypes.compta;
    case 'entries':
      return entryFileTypes;
    case 'document': {
      const { facturation, salaires, banking, assets } = documentTypes;
      return [...facturation, ...salaires, ...banking, ...assets];
    }
  }
}

function requireOneOf(types: readonly string[], field: string, path: string): void {
  if (types.includes(extensionOf(path).slice(1))) return;
  throw new SynchroError('file-type-unknown', { field, path, types: types.map((type) => `.${type}`) });
}
