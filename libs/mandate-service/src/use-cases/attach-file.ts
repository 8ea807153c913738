import { SynchroError } from '@synchro/sync-core/contract';
import type { AttachFile } from '@synchro/sync-core/contract';
import type { FileRole } from '@synchro/sync-core/domain';
import type { Environment } from '../environment.js';
import type { FileRecord } from '../store/records.js';
import type { StoreTransaction } from '../store/store.js';
import { attachAccountingFile } from './attach-accounting-file.js';
import { attachEntryFileAgain } from './attach-listed-files.js';
import { formerAccountingFile, holderOfFile, refuseHolder } from './known-file.js';
import { linkOf } from './links.js';
import {
  attachedFilesOf,
  formerAt,
  isAttached,
  requireEntryFile,
  requireFree,
  requireMandate,
} from './lookups.js';
import { refreshSources } from './refresh-sources.js';
import { requireAbsolute, requireFileAt } from './require-path.js';
import { requireKnownType } from './require-type.js';

/**
 * Attaches a file to a mandate; its name says what it is: a further fiscal period, an entry file that a person had
 * detached, or the document of invoicing, payroll, … with the entry file that its program writes.
 * @returns the file's id
 * @throws {SynchroError} `mandate-not-found`, `file-not-found` for the entry file, `path-not-absolute`, `path-not-found`,
 *   `not-an-accounting-file`, `not-a-document` for what programs keep for themselves, `file-type-unknown` with the types
 *   that programs of the family write, `not-listed` for an entry file that
 *   no index of the mandate lists, `already-in-mandate` naming the holder
 */
export async function attachFile(env: Environment, mandateId: string, request: AttachFile): Promise<string> {
  const path = requireAbsolute(env, 'path', request.path);
  const role = roleOf(path, request.product);
  const found = await requireFileAt(env, 'path', path);
  const holder = await holderOfFile(env, path, found);
  const former = role === 'accounting' ? await formerAccountingFile(env, path, found) : undefined;
  return env.store.transaction((tx) => {
    requireMandate(tx, mandateId);
    requireFree(tx, path);
    refuseHolder(tx, path, holder);
    switch (role) {
      case 'accounting': {
        const id = attachAccountingFile(tx, env, {
          mandateId,
          path,
          chartPath: null,
          ...(former?.mandateId === mandateId ? { formerId: former.id } : {}),
        });
        refreshSources(tx, env.versions, mandateId, env.clock.now());
        return id;
      }
      case 'entries':
        return attachListedAgain(tx, env, mandateId, path);
      case 'document':
        return attachDocument(tx, env, mandateId, { ...request, path });
    }
  });
}

function roleOf(path: string, product: AttachFile['product']): FileRole {
  const isAccountingFile = /\.cre$/i.test(path);
  if (isAccountingFile !== (product === 'compta'))
    throw new SynchroError('not-an-accounting-file', { field: 'path', path });
  if (isAccountingFile) return 'accounting';
  if (/\.(?:ecc|crp|synchro)$/i.test(path)) throw new SynchroError('not-a-document', { field: 'path', path });
  requireKnownType('path', path);
  return /\.(?:ecf|ecs|eca)$/i.test(path) ? 'entries' : 'document';
}

/** Which entry files a mandate has, its indexes say; a person can only take back that one was detached. */
function attachListedAgain(tx: StoreTransaction, env: Environment, mandateId: string, path: string): string {
  const former = formerAt(tx, { mandateId, path, role: 'entries' });
  const listedBy = former === undefined ? [] : (tx.sources.get(former.id)?.listedBy ?? []);
  const isListed = listedBy.some(({ accountingFileId }) => isAttached(tx, accountingFileId));
  if (former === undefined || !isListed) throw new SynchroError('not-listed', { field: 'path', path });
  return attachEntryFileAgain(tx, env.versions, former, env.clock.now()).id;
}

function attachDocument(
  tx: StoreTransaction,
  env: Environment,
  mandateId: string,
  request: AttachFile,
): string {
  const { path, product } = request;
  if (request.entryFile !== undefined) requireEntryFile(tx, mandateId, request.entryFile);
  const file: FileRecord = {
    id: formerAt(tx, { mandateId, path, role: 'document' })?.id ?? env.newId(),
    mandateId,
    role: 'document',
    product,
    path,
    attachedAt: env.clock.now(),
    detachedAt: null,
  };
  tx.files.put(file);
  const link = linkOf(tx, file);
  const proposed = proposedEntryFile(env, path, attachedFilesOf(tx, mandateId));
  tx.links.put({
    ...link,
    documentId: request.documentId ?? link.documentId,
    entryFileId: request.entryFile ?? link.entryFileId ?? proposed,
  });
  return file.id;
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
