import { SynchroError } from '@synchro/sync-core/contract';
import type { AttachFile } from '@synchro/sync-core/contract';
import type { Environment } from '../environment.js';
import { linkOf } from './links.js';
import { attachedAt, present, requireFile, requireMandate } from './lookups.js';
import { requireAbsolute, requireFileAt } from './require-path.js';

/**
 * Attaches the document of invoicing, payroll, … to a mandate, and notes which entry file its program writes.
 * @returns the file's id
 * @throws {SynchroError} `mandate-not-found`, `file-not-found` for the entry file, `path-not-absolute`, `path-not-found`,
 *   `not-a-document` for an accounting or entry file, `already-in-mandate` naming the holder
 */
export async function attachFile(env: Environment, mandateId: string, request: AttachFile): Promise<string> {
  const path = requireAbsolute(env, 'path', request.path);
  if (request.product === 'compta' || /\.(?:cre|ecc|ecf|ecs|eca|crp)$/i.test(path))
    throw new SynchroError('not-a-document', { field: 'path', path });
  await requireFileAt(env, 'path', path);
  return env.store.transaction((tx) => {
    requireMandate(tx, mandateId);
    if (request.entryFile !== undefined) requireFile(tx, mandateId, request.entryFile);
    const holder = attachedAt(tx, path);
    if (holder !== undefined) {
      const { id, name } = present(tx.mandates.get(holder.mandateId), 'the holding mandate');
      throw new SynchroError('already-in-mandate', { path, mandate: id, name });
    }
    const former = tx.files.by('path', path).find((file) => file.mandateId === mandateId);
    const file = {
      id: former?.id ?? env.newId(),
      mandateId,
      role: 'document' as const,
      product: request.product,
      path,
      attachedAt: env.clock.now(),
      detachedAt: null,
    };
    tx.files.put(file);
    tx.links.put({
      ...linkOf(tx, file),
      documentId: request.documentId ?? null,
      entryFileId: request.entryFile ?? proposedEntryFile(env, path, tx.files.by('mandateId', mandateId)),
    });
    return file.id;
  });
}

/** The entry file in the same folder whose name is the document's base name or continues it with " (" [§1]. */
function proposedEntryFile(
  { files }: Environment,
  path: string,
  attached: readonly { readonly id: string; readonly role: string; readonly path: string }[],
): string | null {
  const base = withoutExtension(files.nameOf(path));
  const beside = attached.find(({ role, path: other }) => {
    const name = files.nameOf(other);
    const isNamedAfter = withoutExtension(name) === base || name.startsWith(`${base} (`);
    return role === 'entries' && files.folderOf(other) === files.folderOf(path) && isNamedAfter;
  });
  return beside?.id ?? null;
}

const withoutExtension = (name: string): string => name.replace(/\.[^.]*$/, '');
