import { useSynchro } from '@synchro/sync-react';
import type { UseQueryResult } from '@tanstack/react-query';
import type { MandateMessage, Overview, OverviewMandate } from '../contract-types.js';
import { queryKeys } from '../query-keys.js';
import { useKeptTrue } from './use-kept-true.js';

/** A mandate with its files; read again whenever the overview tells something else of it. */
export function useMandate(mandateId: string, signature: string): UseQueryResult<MandateMessage> {
  const { client } = useSynchro();
  return useKeptTrue(
    queryKeys.mandate(mandateId),
    ({ signal }) => client.call('getMandate', { params: { mandateId }, signal }),
    signature,
  );
}

/** All that the overview says of a mandate; the revision stands for entries that change without their number. */
export function signatureOf({ revision, notifications }: Overview, mandate: OverviewMandate): string {
  const told = notifications.filter((row) => row.mandates.some(({ id }) => id === mandate.id));
  return JSON.stringify([revision, mandate, told.map(({ notification }) => notification)]);
}
