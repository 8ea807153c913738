/*
 * Whether a file of a mandate is where the mandate says, and where else it may be.
 *
 *   at its place          not at its place
 *   ────────────          ────────────────────────────────────────────
 *   linked                a certain place   → renamed, moved, moved-and-renamed [L1]
 *   other-file [L3]       several, or none
 *   copy [L4]             that is certain   → ambiguous: a person chooses [L2]
 *                         none              → missing [L5]
 */

import { sameName } from './recognise-file.js';
import type { LinkCandidate, Place } from './recognise-file.js';

export type LinkStatus =
  'linked' | 'renamed' | 'moved' | 'moved-and-renamed' | 'copy' | 'other-file' | 'ambiguous' | 'missing';

/**
 * Tells what has become of a file's link.
 *
 * @param attached where the mandate says it is
 * @param atPlace what lies there now: it as far as anybody knows, a file that is another one's [L8], or nothing
 * @param opened the document that a program has open and that is held to be this one, `null` if none is
 * @param sought the internal id by which the mandate knows it
 */
export function resolveLink(
  attached: Place,
  atPlace: 'it' | 'another' | 'nothing',
  opened: { readonly place: Place; readonly documentId: string | null } | null,
  sought: {
    readonly documentId: string | null;
    readonly candidates: readonly { readonly place: Place; readonly certainty: LinkCandidate['certainty'] }[];
  },
): LinkStatus {
  if (opened !== null && samePath(opened.place, attached)) {
    const { documentId } = opened;
    if (sought.documentId !== null && documentId !== null)
      return documentId === sought.documentId ? 'linked' : 'other-file'; // [L3]
    return atPlace === 'another' ? 'other-file' : 'linked'; // [L8]
  }
  if (atPlace === 'it') return opened === null ? 'linked' : 'copy'; // [L4]
  if (opened !== null) return difference(attached, opened.place);
  if (atPlace === 'another') return 'other-file'; // [L8]
  const [certain, ...others] = sought.candidates.filter(({ certainty }) => certainty === 'certain');
  if (certain !== undefined && others.length === 0) return difference(attached, certain.place);
  return sought.candidates.length > 0 ? 'ambiguous' : 'missing';
}

function difference(from: Place, to: Place): 'renamed' | 'moved' | 'moved-and-renamed' {
  if (from.folder === to.folder) return 'renamed';
  return sameName(from.name, to.name) ? 'moved' : 'moved-and-renamed';
}

const samePath = (a: Place, b: Place): boolean => a.path.normalize('NFC') === b.path.normalize('NFC');
