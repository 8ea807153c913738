import { useCallback, useEffect, useRef, useState } from 'react';
import { useSynchro } from '../root/synchro-context.js';
import type { Pick } from './chooser-entries.js';
import { lookAtTyped, lookNear } from './look-into.js';
import type { ListFolder, LookedInto } from './look-into.js';

export type FolderState =
  | { readonly status: 'loading'; readonly path: string | null }
  | ({ readonly status: 'shown' } & LookedInto)
  | { readonly status: 'failed'; readonly path: string | null; readonly error: unknown };

export interface FolderBrowser {
  readonly state: FolderState;
  /** Where the service lets one begin; empty until it is known. */
  readonly roots: readonly string[];
  /** Shows a folder, `null`: where one can begin. @param meant the path of the entry that one comes from */
  readonly open: (path: string | null, meant?: string | null) => void;
  /** Shows what a person typed. @throws when there is nothing, and then the folder before stays */
  readonly goTo: (path: string, pick: Pick) => Promise<void>;
}

/**
 * The folder that is looked into; only the newest question counts.
 *
 * @param extensions as the contract takes them: `fac,sal`, empty for all files
 */
export function useFolder(start: string | null, extensions: string): FolderBrowser {
  const { client } = useSynchro();
  const [state, setState] = useState<FolderState>({ status: 'loading', path: start });
  const [roots, setRoots] = useState<readonly string[]>([]);
  const asking = useRef<AbortController | null>(null);

  const listing = useCallback(
    (signal: AbortSignal): ListFolder =>
      (path) =>
        client.call('listFolder', {
          query: { ...(path === null ? {} : { path }), ...(extensions === '' ? {} : { extensions }) },
          signal,
        }),
    [client, extensions],
  );
  const show = useCallback(
    (path: string | null, look: (list: ListFolder) => Promise<LookedInto>) => {
      asking.current?.abort();
      const { signal } = (asking.current = new AbortController());
      look(listing(signal)).then(
        (found) => {
          if (!signal.aborted) setState({ status: 'shown', ...found });
        },
        (error: unknown) => {
          if (!signal.aborted) setState({ status: 'failed', path, error });
        },
      );
    },
    [listing],
  );

  useEffect(() => {
    show(start, (list) => lookNear(list, start));
    return () => asking.current?.abort();
  }, [show, start]);

  useEffect(() => {
    const ending = new AbortController();
    listing(ending.signal)(null).then(
      ({ path, entries }) => {
        if (path === null) setRoots(entries.map((entry) => entry.path));
      },
      // The way is then shown from its outermost folder on, and the list itself says what is wrong.
      () => undefined,
    );
    return () => ending.abort();
  }, [listing]);

  const open: FolderBrowser['open'] = (path, meant = null) => {
    setState({ status: 'loading', path });
    show(path, async (list) => ({ listing: await list(path), meant }));
  };
  const goTo: FolderBrowser['goTo'] = async (path, pick) => {
    const found = await lookAtTyped(listing(new AbortController().signal), path, pick);
    asking.current?.abort();
    setState({ status: 'shown', ...found });
  };
  return { state, roots, open, goTo };
}
