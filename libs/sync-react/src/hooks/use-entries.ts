import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import type { Change, EntryItem } from '../contract-types.js';
import { useSynchro } from '../root/synchro-context.js';
import { queryKeys } from './query-keys.js';

export interface EntriesFilter {
  readonly accountingFile: string;
  /** Of the scope's snapshot: another one reads the list anew. */
  readonly revision: number;
  readonly change?: Change;
}

export interface PendingEntries {
  readonly items: readonly EntryItem[];
  /** The revision that all of `items` are of; `null` while pages are still on their way. */
  readonly revision: number | null;
  /** Why the next page could not be had; `retry` asks for it again. */
  readonly error: Error | null;
  readonly retry: () => void;
}

/** Small enough to show something at once; the following pages are larger, to be done soon. */
const FIRST_PAGE = 1_000;
const NEXT_PAGE = 5_000;

/**
 * All pending entries, a page after the other. When the revision changes the list is read anew, and the one before
 * stays until the first page of the new one is there.
 */
export function useEntries(mandateId: string, filter: EntriesFilter): PendingEntries {
  const { accountingFile, revision, change } = filter;
  const { client } = useSynchro();
  const { data, error, hasNextPage, isFetching, isPlaceholderData, fetchNextPage, refetch } =
    useInfiniteQuery({
      queryKey: [...queryKeys.entries(mandateId, accountingFile, revision), change ?? null],
      queryFn: ({ pageParam, signal }) =>
        client.call('listEntries', {
          params: { mandateId },
          query: {
            accountingFile,
            limit: pageParam === null ? FIRST_PAGE : NEXT_PAGE,
            ...(change === undefined ? {} : { change }),
            ...(pageParam === null ? {} : { cursor: pageParam }),
          },
          signal,
        }),
      initialPageParam: null as string | null,
      getNextPageParam: ({ nextCursor }) => nextCursor,
      placeholderData: keepPreviousData,
      gcTime: 0, // A list of a revision that has passed is of no use to anybody.
    });

  const isMore = hasNextPage && !isFetching && !isPlaceholderData && error === null;
  const pages = data?.pages;
  // Depends on the pages too: an answer may come so soon that fetching is never seen.
  useEffect(() => {
    if (isMore) void fetchNextPage();
  }, [isMore, pages, fetchNextPage]);

  const items = useMemo(() => pages?.flatMap((page) => page.items) ?? [], [pages]);
  const last = pages?.at(-1);
  const isWhole =
    last?.nextCursor === null &&
    !isPlaceholderData &&
    pages?.every((page) => page.revision === last.revision);
  return {
    items,
    revision: isWhole === true ? last.revision : null,
    error,
    retry: () => void (pages === undefined || isPlaceholderData ? refetch() : fetchNextPage()),
  };
}
