import { useQuery } from '@tanstack/react-query';
import type { QueryFunction, UseQueryResult } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';

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
  const { refetch, isLoading } = query;
  const known = useRef(signature);
  useEffect(() => {
    if (known.current === signature) return;
    known.current = signature;
    // A first answer that is still on its way is not asked for anew, and may be from before: then once more after it.
    void refetch().then(() => (isLoading ? refetch() : null));
  }, [signature, refetch, isLoading]);
  return query;
}
