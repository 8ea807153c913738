/*
 * Whether a file of a mandate is where the mandate says, and where else it may be.
 *
 *   at its place          not at its place
 *   ────────────          ────────────────────────────────────────────
 *   linked                one place found   → renamed, moved, moved-and-renamed [L1]
 *   other-file [L3]       several           → ambiguous: a person chooses [L2]
 *   copy [L4]             none              → missing [L5]
 */

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

export type LinkReason = 'internal-id' | 'file-number' | 'size-and-time' | 'name';

/** A place where the file may be now, the strongest reason first. */
export interface LinkCandidate {
  readonly path: string;
  readonly certainty: 'certain' | 'likely';
  readonly reasons: readonly LinkReason[];
}

export type LinkStatus =
  'linked' | 'renamed' | 'moved' | 'moved-and-renamed' | 'copy' | 'other-file' | 'ambiguous' | 'missing';

/** What the mandate knows a file by: the id that its program gives it, and how it looked while the link was good. */
export interface FileIdentity {
  readonly name: string;
  readonly documentId: string | null;
  readonly look: FileLook | null;
}

/**
 * Tells whether a file found elsewhere may be the one that is sought, and why; `null`: nothing speaks for it [L6].
 *
 * A file number is used again for another file within milliseconds, so it proves something only together with size
 * and time of change; the same name alone is a hint that a person must judge. Another internal id speaks against it
 * whatever else agrees.
 */
export function recogniseFile(
  sought: FileIdentity,
  found: { readonly place: Place; readonly documentId: string | null; readonly look: FileLook },
): LinkCandidate | null {
  const { look, documentId } = sought;
  if (documentId !== null && found.documentId !== null && documentId !== found.documentId) return null;
  const hasId = documentId !== null && documentId === found.documentId;
  const hasNumber = look !== null && look.inode !== 0 && look.inode === found.look.inode;
  const hasLook =
    look !== null && look.size === found.look.size && look.modifiedAtMs === found.look.modifiedAtMs;
  const hasName = sameName(sought.name, found.place.name);
  const reasons: LinkReason[] = [];
  if (hasId) reasons.push('internal-id');
  if (hasNumber && (hasLook || hasName)) reasons.push('file-number');
  if (hasLook) reasons.push('size-and-time');
  if (hasName) reasons.push('name');
  if (reasons.length === 0) return null;
  return {
    path: found.place.path,
    certainty: hasId || (hasNumber && hasLook) ? 'certain' : 'likely',
    reasons,
  };
}

/**
 * Tells what has become of a file's link.
 *
 * @param attached where the mandate says it is
 * @param isThere whether something lies there now
 * @param opened the document that a program has open and that is held to be this one, `null` if none is
 * @param sought the internal id by which the mandate knows it
 */
export function resolveLink(
  attached: Place,
  isThere: boolean,
  opened: { readonly place: Place; readonly documentId: string | null } | null,
  sought: {
    readonly documentId: string | null;
    readonly candidates: readonly { readonly place: Place; readonly certainty: LinkCandidate['certainty'] }[];
  },
): LinkStatus {
  if (opened !== null && samePath(opened.place, attached)) {
    const { documentId } = opened;
    if (sought.documentId !== null && documentId !== null && documentId !== sought.documentId)
      return 'other-file'; // [L3]
    return 'linked';
  }
  if (isThere) return opened === null ? 'linked' : 'copy'; // [L4]
  if (opened !== null) return difference(attached, opened.place);
  const certain = sought.candidates.filter(({ certainty }) => certainty === 'certain');
  const [only, ...others] = certain.length === 1 ? certain : sought.candidates;
  if (only === undefined) return 'missing';
  return others.length > 0 ? 'ambiguous' : difference(attached, only.place);
}

function difference(from: Place, to: Place): 'renamed' | 'moved' | 'moved-and-renamed' {
  if (from.folder === to.folder) return 'renamed';
  return sameName(from.name, to.name) ? 'moved' : 'moved-and-renamed';
}

const samePath = (a: Place, b: Place): boolean => a.path.normalize('NFC') === b.path.normalize('NFC');
const sameName = (a: string, b: string): boolean => a.normalize('NFC') === b.normalize('NFC');
