import { useQuery } from '@tanstack/react-query';
import type { UseQueryResult } from '@tanstack/react-query';
import type { LinkMessage } from '../contract-types.js';
import { useSynchro } from '../root/synchro-context.js';
import { queryKeys } from './query-keys.js';

/** A file of a mandate, and the document that the asking program has open, where one does. */
export interface LinkTarget {
  readonly mandateId: string;
  readonly fileId: string;
  readonly document?: { readonly path: string; readonly documentId?: string | undefined } | undefined;
}

/** Whether a file is where its mandate says, and where else it may be; looked up anew whenever somebody wants to know. */
export function useLink(target: LinkTarget): UseQueryResult<LinkMessage> {
  const { client } = useSynchro();
  const { mandateId, fileId } = target;
  return useQuery({
    queryKey: queryKeys.link(target),
    queryFn: ({ signal }) =>
      client.call('getLink', { params: { mandateId, fileId }, query: documentOf(target), signal }),
    staleTime: 0,
    gcTime: 0, // Files move: what was found before is of no use to anybody.
  });
}

/** What the service is told of the open document. */
export function documentOf({ document }: LinkTarget): { path?: string; documentId?: string } {
  if (document === undefined) return {};
  const { path, documentId } = document;
  return { path, ...(documentId === undefined ? {} : { documentId }) };
}
