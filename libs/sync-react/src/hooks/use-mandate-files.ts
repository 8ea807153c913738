import { useQuery } from '@tanstack/react-query';
import type { MandateFile } from '../contract-types.js';
import { useSynchro } from '../root/synchro-context.js';
import { queryKeys } from './query-keys.js';

/** All files of a mandate, also those that are in their place; none until they are known. */
export function useMandateFiles(mandateId: string): readonly MandateFile[] {
  const { client } = useSynchro();
  const { data } = useQuery({
    queryKey: queryKeys.mandateFiles(mandateId),
    queryFn: async ({ signal }) => {
      const { files } = await client.call('getMandate', { params: { mandateId }, signal });
      return files;
    },
    staleTime: 0,
    gcTime: 0,
  });
  return data ?? NONE;
}

const NONE: readonly MandateFile[] = [];
