import { recogniseFile, resolveLink } from '@synchro/sync-core/domain';
import type { FileLook, LinkCandidate, LinkStatus, Place } from '@synchro/sync-core/domain';
import type { FileSystem } from '../files/file-system.js';
import { compareCandidates } from '../scan/compare-candidates.js';
import type { FileRecord, LinkRecord } from '../store/records.js';
import type { StoreReader } from '../store/store.js';
import { attachedAt } from './lookups.js';

/** Takes a path apart as the file system at hand writes it. */
export type PlaceOf = (path: string) => Place;

export const placeOf =
  ({ folderOf, nameOf }: Pick<FileSystem, 'folderOf' | 'nameOf'>): PlaceOf =>
  (path) => ({ path, folder: folderOf(path), name: nameOf(path) });

/** The document that a program has open. */
export interface OpenedDocument {
  readonly path: string;
  readonly documentId: string | null;
}

/** The link of a file of which nothing is known but that it is attached. */
export const newLink = ({ id, mandateId }: FileRecord): LinkRecord => ({
  id,
  mandateId,
  status: 'there',
  missingSince: null,
  documentId: null,
  otherDocumentSince: null,
  entryFileId: null,
  look: null,
  origin: null,
  sketch: null,
  otherFile: null,
  foundByPerson: [],
  candidates: [],
});

/** A record of an earlier version lacks what was added since. */
export const linkOf = (tx: StoreReader, file: FileRecord): LinkRecord => ({
  ...newLink(file),
  ...tx.links.get(file.id),
});

/** Since when another file lies in its place, as its program says or as it was recognised. */
export const otherSince = ({ otherDocumentSince, otherFile }: LinkRecord): LinkRecord['missingSince'] =>
  otherDocumentSince ?? otherFile?.since ?? null;

/** Whether something lies in its place that is not it [L3, L8]. */
export const isDisplaced = (link: LinkRecord): boolean =>
  link.status === 'there' && otherSince(link) !== null;

/** Whether it is not where the mandate says, or another lies there. */
export const isLost = (link: LinkRecord): boolean => link.status === 'missing' || isDisplaced(link);

/** A record of an earlier version lacks what was found by a person. */
type Places = Pick<LinkRecord, 'candidates'> & Partial<Pick<LinkRecord, 'foundByPerson'>>;

/** Where it may be: what was found by itself and what a person had sought, each place once, the most likely first. */
export function placesOf({ candidates, foundByPerson = [] }: Places): readonly LinkCandidate[] {
  if (foundByPerson.length === 0) return candidates;
  const places = [...foundByPerson, ...candidates].toSorted(compareCandidates);
  return places.filter(({ path }, at) => places.findIndex((place) => place.path === path) === at);
}

/** How a file looked while its link was good. */
export function lookOf(tx: StoreReader, file: FileRecord): FileLook | null {
  const settled = tx.sources.get(file.id)?.settled ?? null;
  return settled === 'missing' || settled === null ? linkOf(tx, file).look : settled;
}

/** What has become of a file's link, seen from the open document, where one is held to be this file [L1–L5]. */
export function linkStatus(
  tx: StoreReader,
  file: FileRecord,
  opened: OpenedDocument | null,
  place: PlaceOf,
): LinkStatus {
  const link = linkOf(tx, file);
  // Who has it open in its place says itself by what id it is known.
  const isAnother =
    link.otherFile !== null || (link.otherDocumentSince !== null && opened?.path !== file.path);
  return resolveLink(
    place(file.path),
    link.status === 'missing' ? 'nothing' : isAnother ? 'another' : 'it',
    opened === null ? null : { place: place(opened.path), documentId: opened.documentId },
    {
      documentId: link.documentId,
      candidates: placesOf(link).map(({ path, certainty }) => ({ place: place(path), certainty })),
    },
  );
}

/**
 * The attached file that an open document is held to be: the one at its path, else the one with its internal id, else
 * one that is missing and was found there.
 */
export function fileOfDocument(
  tx: StoreReader,
  { path, documentId }: OpenedDocument,
): FileRecord | undefined {
  const isAttached = (file: FileRecord | undefined) => file !== undefined && file.detachedAt === null;
  const atPath = attachedAt(tx, path);
  if (atPath !== undefined) return atPath;
  const withId =
    documentId === null
      ? []
      : tx.links.by('documentId', documentId).filter((link) => link.documentId === documentId);
  const foundHere = tx.links
    .by('status', 'missing')
    .filter((link) => placesOf(link).some((candidate) => candidate.path === path));
  return [...withId, ...foundHere].map(({ id }) => tx.files.get(id)).find(isAttached);
}

/** All places where a file may be, the open document among them if it is held to be this file. */
export function candidatesOf(
  tx: StoreReader,
  file: FileRecord,
  opened: OpenedDocument | null,
  place: PlaceOf,
): readonly LinkCandidate[] {
  const link = linkOf(tx, file);
  const places = placesOf(link);
  if (opened === null) return places;
  if (opened.path === file.path) return [{ path: file.path, certainty: 'likely', reasons: ['name'] }]; // [L3]
  const others = places.filter(({ path }) => path !== opened.path);
  const known = places.find(({ path }) => path === opened.path);
  const look = known === undefined ? null : lookOf(tx, file);
  const byId = recogniseFile(
    { ...NOTHING_KNOWN, name: place(file.path).name, documentId: link.documentId, look },
    { ...NOTHING_KNOWN, place: place(opened.path), documentId: opened.documentId, look: NO_LOOK },
  );
  const here = known ?? byId;
  return here === null ? others : [here, ...others];
}

const NOTHING_KNOWN = { carriedId: null, origin: null, sketch: null } as const;

/** Equal to no file that exists. */
const NO_LOOK: FileLook = { size: -1, modifiedAtMs: -1, inode: 0 };
