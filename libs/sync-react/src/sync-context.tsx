import { createContext, useContext } from 'react';
import type { SynchroClient } from '@synchro/sync-core/client';
import type { Locale } from './i18n/locale.js';

/** What every hook and component of one banner shares; a page may hold many banners, each with its own. */
export interface SyncContextValue {
  readonly client: SynchroClient;
  readonly locale: Locale;
}

const SyncContext = createContext<SyncContextValue | null>(null);
export const SyncProvider = SyncContext.Provider;

export function useSync(): SyncContextValue {
  const value = useContext(SyncContext);
  if (value === null) throw new Error('A component of sync-react needs a SyncProvider around it.');
  return value;
}
