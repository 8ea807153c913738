import type { LinkMessage, Migrate } from '../contract-types.js';
import { isAdopted, linkOptions } from '../link-parts/link-options.js';
import type { LinkOption } from '../link-parts/link-options.js';

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
  readonly isTicked: boolean;
}

/**
 * The files with what is chosen for each. Proposed is only what is certain and beyond choice; a choice whose place has
 * gone meanwhile is none.
 */
export function rowsOf(links: readonly LinkMessage[], choices: Choices): readonly Row[] {
  return links
    .filter(({ status }) => status !== 'linked')
    .map((link) => {
      const options = placesOf(link);
      const made = choices.get(link.fileId);
      const only = options.length === 1 ? (options[0] ?? null) : null;
      const chosen = options.find(({ path }) => path === made?.path) ?? only;
      const isProposed = only !== null && !isAdopted(only);
      return { link, options, chosen, isTicked: chosen !== null && (made?.isTicked ?? isProposed) };
    });
}

/** What another document in the file's place is, is said; to take it for the file is nothing for a list. */
function placesOf(link: LinkMessage): readonly LinkOption[] {
  const options = linkOptions(link, null);
  return link.status === 'other-file' ? options.filter(({ adopts }) => adopts === null) : options;
}

/** Whether it would be ticked if nobody had chosen anything. */
export const isCertain = ({ options }: Row): boolean => options.length === 1 && !options.some(isAdopted);

export function movesOf(rows: readonly Row[]): Migrate['moves'] {
  return rows.flatMap(({ link, chosen, isTicked }) =>
    isTicked && chosen !== null
      ? [{ fileId: link.fileId, from: link.path, path: chosen.path, adopt: isAdopted(chosen) }]
      : [],
  );
}
