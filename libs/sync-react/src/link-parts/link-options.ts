import type { LinkCandidate, LinkMessage } from '../contract-types.js';
import { samePlace } from '../file-chooser/path-steps.js';

/** A place that the mandate could refer to from now on. */
export interface LinkOption {
  readonly path: string;
  /** `unknown`: nothing but the person's word says that it is the file. */
  readonly certainty: LinkCandidate['certainty'] | 'unknown';
  readonly reasons: LinkCandidate['reasons'];
  readonly along: LinkCandidate['along'];
  /** What a person has to say expressly, because it is not the file that the mandate means. */
  readonly adopts: 'copy' | 'other-file' | 'pointed' | null;
}

/**
 * Among which places a person can choose; none where there is nothing to choose from.
 *
 * @param openPath where the document lies that the asking program has open, `null` where none does
 */
export function linkOptions(link: LinkMessage, openPath: string | null): readonly LinkOption[] {
  const { candidates } = link;
  switch (link.status) {
    case 'linked':
    case 'missing':
      return [];
    case 'renamed':
    case 'moved':
    case 'moved-and-renamed':
    case 'ambiguous':
      return candidates.map((candidate) => ({ ...candidate, adopts: null }));
    case 'copy':
      if (candidates.length === 0 && openPath !== null) return [unknown(openPath, 'copy')];
      return candidates.map((candidate) => ({ ...candidate, adopts: 'copy' }));
    case 'other-file': {
      const place = openPath ?? link.path;
      const elsewhere = candidates.filter(({ path }) => path !== place);
      return [
        ...elsewhere.map((candidate): LinkOption => ({ ...candidate, adopts: null })),
        unknown(place, 'other-file'),
      ];
    }
  }
}

/**
 * The places with the one that a person has pointed to: it is one of them, whatever way it was found, or one more that
 * nothing speaks for.
 */
export function withPointed(options: readonly LinkOption[], pointed: string | null): readonly LinkOption[] {
  if (pointed === null || options.some(({ path }) => samePlace(path, pointed))) return options;
  return [...options, unknown(pointed, 'pointed')];
}

const unknown = (path: string, adopts: LinkOption['adopts']): LinkOption => ({
  path,
  certainty: 'unknown',
  reasons: [],
  along: [],
  adopts,
});

/** Whether taking it rests on a person's word: the service takes by itself only what it is certain of. */
export const isAdopted = ({ adopts, certainty }: LinkOption): boolean =>
  adopts !== null || certainty !== 'certain';
