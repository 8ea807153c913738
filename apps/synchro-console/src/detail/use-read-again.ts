import type { UseQueryResult } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';

type Readable = Pick<UseQueryResult, 'isLoading'> & { readonly refetch: () => Promise<unknown> };

/**
 * Reads again when `signature` is another one. A first answer that is still on its way is not asked for anew, and may
 * be from before: then it is read once more after it.
 */
export function useReadAgain(queries: readonly Readable[], signature: string): void {
  const known = useRef(signature);
  useEffect(() => {
    if (known.current === signature) return;
    known.current = signature;
    for (const { refetch, isLoading } of queries) void refetch().then(() => (isLoading ? refetch() : null));
  }, [signature, queries]);
}
