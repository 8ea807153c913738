/*
 * Whether a file found somewhere is the one that a mandate refers to: a ladder of what speaks for it.
 *
 *   excluded   another internal id, another id that the file carries
 *   certain    the internal id
 *              the file number on the same volume with the same birth: it is the very file, saved or not
 *              the number with size and time, where the file system tells no births
 *              the content with size and time, of a document that was saved in its place
 *   likely     the content after a save · size and time · the number and the name · the name
 *
 * A number is used again for another file within milliseconds, so alone it is no reason at all; but then the birth
 * is another. Content alone proves nothing either: two documents may be copies of one template.
 */
import { compareSketches } from './content-sketch.js';
import type { ContentSketch } from './content-sketch.js';

/** A place in the file system, taken apart by whoever knows the system's notation. */
export interface Place {
  readonly path: string;
  readonly folder: string;
  readonly name: string;
}

/** What a file looks like from outside. */
export interface FileLook {
  readonly size: number;
  readonly modifiedAtMs: number;
  /** File-system number; 0 where there is none. */
  readonly inode: number;
}

/** Where and when a file came into being; neither changes when it is saved, renamed or moved within its volume. */
export interface FileOrigin {
  readonly volume: string;
  /** `null` where the file system does not tell. */
  readonly bornAtMs: number | null;
}

/** What there is to know a file by; `null` what is not known. */
export interface FileTraits {
  /** The id that its program gives it. */
  readonly documentId: string | null;
  /** An id that the file itself carries: the uid in the header of an entry file. */
  readonly carriedId: string | null;
  readonly look: FileLook | null;
  readonly origin: FileOrigin | null;
  readonly sketch: ContentSketch | null;
}

/** What the mandate knows a file by: what was noted of it while the link was good. */
export interface FileIdentity extends FileTraits {
  readonly name: string;
}

export interface FoundFile extends FileTraits {
  readonly place: Place;
  readonly look: FileLook;
}

export type LinkReason = 'internal-id' | 'carried-id' | 'file-number' | 'content' | 'size-and-time' | 'name';

/** A place where the file may be now, the strongest reason first. */
export interface LinkCandidate {
  readonly path: string;
  readonly certainty: 'certain' | 'likely';
  readonly reasons: readonly LinkReason[];
}

/** A third of the chunks that only these two have. An ordinary save leaves half of even a small document; unrelated ones share none. */
const ALIKE = 0.34;
/** On fewer chunks a share says nothing. */
const LEAST_BASIS = 8;

/**
 * Tells whether a file found elsewhere may be the one that is sought, and why; `null`: nothing speaks for it [L6].
 *
 * @param common what other documents of its kind consist of, see `compareSketches` [L6d]
 */
export function recogniseFile(
  sought: FileIdentity,
  found: FoundFile,
  common: ReadonlySet<string> = new Set(),
): LinkCandidate | null {
  if (differ(sought.documentId, found.documentId) || differ(sought.carriedId, found.carriedId)) return null;
  const hasId = sought.documentId !== null && found.documentId !== null;
  const carriesId = sought.carriedId !== null && found.carriedId !== null;
  const number = compareNumbers(sought, found);
  const content = compareContents(sought.sketch, found.sketch, common);
  const hasLook =
    sought.look?.size === found.look.size && sought.look.modifiedAtMs === found.look.modifiedAtMs;
  const hasName = sameName(sought.name, found.place.name);
  const isNumber = number === 'same' || (number === 'perhaps' && (hasLook || hasName));

  const reasons: LinkReason[] = [];
  if (hasId) reasons.push('internal-id');
  if (isNumber) reasons.push('file-number');
  if (content === 'same' || content === 'alike') reasons.push('content');
  if (hasLook) reasons.push('size-and-time');
  if (hasName) reasons.push('name');
  if (reasons.length === 0) return null;
  // The uids of entry files are small numbers, which many mandates use: it says more about what else agrees, no more.
  if (carriesId) reasons.splice(hasId ? 1 : 0, 0, 'carried-id');
  const isCertain =
    hasId ||
    number === 'same' ||
    (number === 'perhaps' && hasLook) ||
    (content === 'same' && hasLook && wasSavedInPlace(sought));
  return { path: found.place.path, certainty: isCertain ? 'certain' : 'likely', reasons };
}

/** `perhaps`: the number is the same, and that is all the file system tells. */
export function compareNumbers(
  a: Pick<FileTraits, 'look' | 'origin'>,
  b: Pick<FileTraits, 'look' | 'origin'>,
): 'same' | 'perhaps' | 'another' {
  if (a.look === null || a.look.inode === 0 || a.look.inode !== b.look?.inode) return 'another';
  if (a.origin === null || b.origin === null) return 'perhaps';
  if (a.origin.volume !== b.origin.volume) return 'another';
  if (a.origin.bornAtMs === null || b.origin.bornAtMs === null) return 'perhaps';
  return a.origin.bornAtMs === b.origin.bornAtMs ? 'same' : 'another';
}

/**
 * Whether two looks at the same moment, by two paths, found one file: through a linked folder or a hard link on one
 * volume, or through two mounts of one share, whose volumes differ [L13].
 */
export function isOneFile(a: Seen, b: Seen): boolean {
  if (a.look.inode === 0 || a.look.inode !== b.look.inode) return false;
  if (a.origin.bornAtMs !== b.origin.bornAtMs) return false;
  if (a.origin.volume === b.origin.volume) return true;
  const hasLook = a.look.size === b.look.size && a.look.modifiedAtMs === b.look.modifiedAtMs;
  return a.origin.bornAtMs !== null && hasLook;
}

/** A file as it was seen from outside. */
interface Seen {
  readonly look: FileLook;
  readonly origin: FileOrigin;
}

/** `unknown`: not looked into, or too little that is only theirs. */
export function compareContents(
  a: ContentSketch | null,
  b: ContentSketch | null,
  common: ReadonlySet<string>,
): 'same' | 'alike' | 'another' | 'unknown' {
  if (a === null || b === null) return 'unknown';
  const { share, basis } = compareSketches(a, b, common);
  if (basis < LEAST_BASIS) return 'unknown';
  if (share === 1 && a.size === b.size && a.marks === b.marks) return 'same';
  return share >= ALIKE ? 'alike' : 'another';
}

/**
 * Changed later than it came to its place: then its time of change is its own. A copy of a template keeps the
 * template's, which the template's other copies have too.
 */
const wasSavedInPlace = ({ look, origin }: FileTraits): boolean =>
  look !== null && origin?.bornAtMs != null && look.modifiedAtMs > origin.bornAtMs;

const differ = (a: string | null, b: string | null): boolean => a !== null && b !== null && a !== b;

/** File systems differ in how they spell é. */
export const sameName = (a: string, b: string): boolean => a.normalize('NFC') === b.normalize('NFC');
