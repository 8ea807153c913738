import type { SynchroClient } from '@synchro/sync-core/client';
import { QueryClientProvider } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import type { ReactElement } from 'react';
import type { HeightMode, Theme } from '../banner/notification-banner.js';
import type { Scope } from '../contract-types.js';
import { loadBannerMessages } from '../messages/banner-messages.js';
import type { Locale } from '../messages/locale.js';
import { useCatalogue } from '../messages/use-catalogue.js';
import { createQueryClient } from './create-query-client.js';
import type { HostBridge } from './host-bridge.js';
import { ScopeBanner } from './scope-banner.js';
import { SynchroContext } from './synchro-context.js';
import type { SynchroContextValue } from './synchro-context.js';

export interface BannerRootProps {
  /** Another client is another banner: change the `key` with it. */
  readonly client: SynchroClient;
  readonly scope: Scope;
  readonly locale: Locale;
  readonly theme: Theme;
  readonly height: HeightMode;
  readonly host: HostBridge;
  /** Milliseconds since 1970; the same function at every rendering. */
  readonly now?: () => number;
}

/** A whole banner for one open document: everything below a program's element or page. */
export function BannerRoot(props: BannerRootProps): ReactElement | null {
  const { client, scope, locale, theme, height, host, now = Date.now } = props;
  const { product } = scope;
  const [queries] = useState(createQueryClient);
  const texts = useCatalogue(locale, loadBannerMessages);
  const context = useMemo<SynchroContextValue | null>(
    () => (texts === null ? null : { client, host, now, product, ...texts }),
    [client, host, now, product, texts],
  );
  if (context === null) return null;
  return (
    <QueryClientProvider client={queries}>
      <SynchroContext value={context}>
        <ScopeBanner key={JSON.stringify(scope)} scope={scope} theme={theme} height={height} />
      </SynchroContext>
    </QueryClientProvider>
  );
}
