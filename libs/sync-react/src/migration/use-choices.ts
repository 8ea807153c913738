import { useCallback, useMemo, useState } from 'react';
import type { LinkMessage } from '../contract-types.js';
import { useMandateFiles } from '../hooks/use-mandate-files.js';
import { samePlace } from '../file-chooser/path-steps.js';
import { rowsOf } from './choices.js';
import type { Choice, Choices, Row } from './choices.js';

export interface MigrationChoices {
  readonly rows: readonly Row[];
  /** The files that are not to be looked for. */
  readonly unsought: ReadonlySet<string>;
  readonly choose: (fileId: string, choice: Choice) => void;
  /** A person says where a file is, and with that that it is the one. */
  readonly point: (link: LinkMessage, path: string) => void;
  readonly seek: (fileIds: readonly string[], isSought: boolean) => void;
}

/** What a person has chosen in the migration, over what is known of the links now. */
export function useChoices(mandateId: string, links: readonly LinkMessage[] | undefined): MigrationChoices {
  const files = useMandateFiles(mandateId);
  const [choices, setChoices] = useState<Choices>(new Map());
  const [pointed, setPointed] = useState<ReadonlyMap<string, string>>(new Map());
  const [unsought, setUnsought] = useState<ReadonlySet<string>>(new Set());

  const choose = useCallback(
    (fileId: string, choice: Choice) => setChoices((before) => new Map(before).set(fileId, choice)),
    [],
  );
  const point = useCallback(
    ({ fileId, candidates }: LinkMessage, path: string) => {
      // One that was found already keeps the reasons that it was found for.
      const known = candidates.find((candidate) => samePlace(candidate.path, path))?.path ?? path;
      setPointed((before) => new Map(before).set(fileId, known));
      choose(fileId, { path: known, isTicked: true });
    },
    [choose],
  );
  const seek = useCallback((fileIds: readonly string[], isSought: boolean) => {
    setUnsought((before) => {
      const after = new Set(before);
      for (const id of fileIds)
        if (isSought) after.delete(id);
        else after.add(id);
      return after;
    });
  }, []);
  const rows = useMemo(
    () => rowsOf(links ?? [], { choices, pointed, files }),
    [links, choices, pointed, files],
  );
  return { rows, unsought, choose, point, seek };
}
