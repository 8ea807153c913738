import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import type { FileEntryItem, FileEntryState } from '../contract-types.js';
import { useSynchro } from '../root/synchro-context.js';
import { queryKeys } from './query-keys.js';

export interface FileEntriesFilter {
  readonly mandateId: string;
  readonly fileId: string;
  readonly state: FileEntryState;
  /** Of the scope's snapshot: another one reads the list anew. */
  readonly revision: number;
}

export interface FileEntries {
  /** `null` until the first page has come. */
  readonly items: readonly FileEntryItem[] | null;
  readonly isWhole: boolean;
  /** Asks for the page after these, once; nothing where there is none. */
  readonly fetchMore: () => void;
  /** Why the next page could not be had; `retry` asks for it again. */
  readonly error: Error | null;
  readonly retry: () => void;
}

const FIRST_PAGE = 200;
const NEXT_PAGE = 1_000;

/**
 * The entries of a file that wait, have problems or are posted, page after page as they are wanted: of a payroll's years
 * nobody looks at all. When the revision changes they are read anew, and those before stay until the new ones are there;
 * give each state a component of its own, so that the ones of another are not shown meanwhile.
 */
export function useFileEntries({ mandateId, fileId, state, revision }: FileEntriesFilter): FileEntries {
  const { client } = useSynchro();
  const { data, error, hasNextPage, isFetching, isPlaceholderData, fetchNextPage, refetch } =
    useInfiniteQuery({
      queryKey: queryKeys.fileEntries(mandateId, fileId, state, revision),
      queryFn: ({ pageParam, signal }) =>
        client.call('listFileEntries', {
          params: { mandateId, fileId },
          query: {
            state,
            limit: pageParam === null ? FIRST_PAGE : NEXT_PAGE,
            ...(pageParam === null ? {} : { cursor: pageParam }),
          },
          signal,
        }),
      initialPageParam: null as string | null,
      getNextPageParam: ({ nextCursor }) => nextCursor,
      placeholderData: keepPreviousData,
      gcTime: 0, // A list of a revision that has passed is of no use to anybody.
    });
  const pages = data?.pages;
  const items = useMemo(() => pages?.flatMap((page) => page.items) ?? null, [pages]);
  const isMore = hasNextPage && !isFetching && !isPlaceholderData && error === null;
  const fetchMore = useCallback(() => {
    if (isMore) void fetchNextPage();
  }, [isMore, fetchNextPage]);
  return {
    items,
    isWhole: items !== null && !hasNextPage,
    fetchMore,
    error,
    retry: () => void (pages === undefined || isPlaceholderData ? refetch() : fetchNextPage()),
  };
}
