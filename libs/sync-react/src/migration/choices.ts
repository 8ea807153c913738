import type { LinkMessage, Migrate } from '../contract-types.js';
import { isAdopted, linkOptions, withPointed } from '../link-parts/link-options.js';
import type { LinkOption } from '../link-parts/link-options.js';
import { findStray } from './find-stray.js';
import type { Neighbour, Stray } from './find-stray.js';

/** What a person has chosen for a file, where it is not what was proposed. */
export interface Choice {
  /** `null`: not chosen yet among several. */
  readonly path: string | null;
  readonly isTicked: boolean;
}
export type Choices = ReadonlyMap<string, Choice>;

/** A file of the migration as it stands now. */
export interface Row {
  readonly link: LinkMessage;
  readonly options: readonly LinkOption[];
  readonly chosen: LinkOption | null;
  /** The accounting file that it would be parted from, which is not possible. */
  readonly stray: Stray | null;
  readonly isTicked: boolean;
}

/** Beside the links themselves, what the rows are made of. */
export interface RowParts {
  readonly choices: Choices;
  /** Where a person says that files are, by the files' ids. */
  readonly pointed?: ReadonlyMap<string, string>;
  /** All files of the mandate, as far as they are known. */
  readonly files?: readonly Neighbour[];
}

/**
 * The files with what is chosen for each. Proposed is only what is certain and beyond choice; a choice whose place has
 * gone meanwhile is none.
 */
export function rowsOf(
  links: readonly LinkMessage[],
  { choices, pointed = new Map(), files = [] }: RowParts,
): readonly Row[] {
  const rows = links
    .filter(({ status }) => status !== 'linked')
    .map((link) => {
      const options = withPointed(placesOf(link), pointed.get(link.fileId) ?? null);
      const made = choices.get(link.fileId);
      const only = options.length === 1 ? (options[0] ?? null) : null;
      const chosen = options.find(({ path }) => path === made?.path) ?? only;
      const isProposed = only !== null && !isAdopted(only);
      const isTicked = chosen !== null && (made?.isTicked ?? isProposed);
      return { link, options, chosen, stray: null, isTicked };
    });
  return rows.map((row) => {
    const stray = findStray(row, rows, files);
    return stray === null ? row : { ...row, stray, isTicked: false };
  });
}

/** What another document in the file's place is, is said; to take it for the file is nothing for a list. */
function placesOf(link: LinkMessage): readonly LinkOption[] {
  const options = linkOptions(link, null);
  return link.status === 'other-file' ? options.filter(({ adopts }) => adopts === null) : options;
}

/** Whether it is found nowhere, so that somebody has to help; a copy's original is in its place. */
export const isLost = ({ link, options }: Row): boolean => options.length === 0 && link.status !== 'copy';

/** Whether it would be ticked if nobody had chosen anything. */
export const isCertain = ({ options }: Row): boolean => options.length === 1 && !options.some(isAdopted);

export function movesOf(rows: readonly Row[]): Migrate['moves'] {
  return rows.flatMap(({ link, chosen, isTicked }) =>
    isTicked && chosen !== null
      ? [{ fileId: link.fileId, from: link.path, path: chosen.path, adopt: isAdopted(chosen) }]
      : [],
  );
}
