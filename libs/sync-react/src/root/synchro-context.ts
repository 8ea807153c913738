import type { SynchroClient } from '@synchro/sync-core/client';
import { createContext, useContext } from 'react';
import type { Product } from '../contract-types.js';
import type { TranslateBanner } from '../messages/banner-messages.js';
import type { Locale } from '../messages/locale.js';
import type { HostBridge } from './host-bridge.js';

/** What everything below a banner's root shares; each banner of a page has its own. */
export interface SynchroContextValue {
  readonly client: SynchroClient;
  readonly locale: Locale;
  readonly t: TranslateBanner;
  readonly host: HostBridge;
  /** The program around, which some things are called differently in; none around the console. */
  readonly product?: Product;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

export const SynchroContext = createContext<SynchroContextValue | null>(null);

export function useSynchro(): SynchroContextValue {
  const value = useContext(SynchroContext);
  if (value === null) throw new Error('Components of Synchro belong below a BannerRoot.');
  return value;
}
