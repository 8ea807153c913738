import { useQuery } from '@tanstack/react-query';
import type { QueryFunction, UseQueryResult } from '@tanstack/react-query';
import { useReadAgain } from './use-read-again.js';

/**
 * Something that the overview tells no more of than that it has changed: read when it is first shown, and again when
 * `signature` is another one. What was known stays until the new is there, and where it cannot be had.
 */
export function useKeptTrue<T>(
  queryKey: readonly unknown[],
  queryFn: QueryFunction<T>,
  signature: string,
): UseQueryResult<T> {
  const query = useQuery({ queryKey, queryFn, staleTime: 0 });
  useReadAgain([query], signature);
  return query;
}
