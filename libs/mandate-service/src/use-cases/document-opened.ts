import type { OpenedDocument } from '@synchro/sync-core/contract';
import type { Environment } from '../environment.js';
import type { StoreReader } from '../store/store.js';
import { fileOfDocument, linkOf } from './links.js';
import { isAttached } from './lookups.js';

/**
 * A program tells which document it has open, and by which internal id it knows it. The id is kept while the link is
 * good; with it, a document that was opened elsewhere is known at once [L6], and another one in its place too [L3].
 * @returns the mandate that it belongs to, `null` if it belongs to none
 */
export function documentOpened(env: Environment, request: OpenedDocument): string | null {
  const { files } = env;
  if (!files.isAbsolute(request.path)) return null; // Not of this machine's kind: it can be in no mandate here.
  const path = files.join(files.folderOf(request.path), files.nameOf(request.path));
  const documentId = request.documentId ?? null;
  return env.store.transaction((tx) => {
    const file = fileOfDocument(tx, { path, documentId });
    if (file === undefined) return null;
    const link = linkOf(tx, file);
    if (documentId === null) return file.mandateId;
    if (file.path !== path) {
      const known = link.candidates.filter((candidate) => candidate.path !== path);
      const isKnown = link.documentId === documentId;
      const here = { path, certainty: 'certain', reasons: ['internal-id'] } as const;
      if (isKnown && link.status === 'missing') tx.links.put({ ...link, candidates: [here, ...known] });
    } else if (link.documentId === null && !isKnownElsewhere(tx, documentId)) {
      tx.links.put({ ...link, documentId });
    } else {
      const isOther = link.documentId !== null && link.documentId !== documentId;
      const otherDocumentSince = isOther ? (link.otherDocumentSince ?? env.clock.now()) : null;
      if (otherDocumentSince !== link.otherDocumentSince) tx.links.put({ ...link, otherDocumentSince });
    }
    return file.mandateId;
  });
}

const isKnownElsewhere = (tx: StoreReader, documentId: string): boolean =>
  tx.links.by('documentId', documentId).some(({ id }) => isAttached(tx, id));
