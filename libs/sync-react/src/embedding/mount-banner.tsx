import type { SynchroClient } from '@synchro/sync-core/client';
import { createRoot } from 'react-dom/client';
import type { BannerApp } from '../root/banner-app.js';
import { BannerRoot } from '../root/banner-root.js';
import type { BannerRootProps } from '../root/banner-root.js';
import type { HostBridge } from '../root/host-bridge.js';

export interface BannerOptions extends Pick<BannerRootProps, 'scope' | 'locale' | 'theme' | 'height'> {
  readonly client: SynchroClient;
}

export interface MountedBanner {
  /** Another client is another banner; everything else changes in place. */
  update(options: BannerOptions): void;
  unmount(): void;
}

/** Puts a banner into a shadow root or an element. */
export function mountBanner(
  container: ShadowRoot | Element,
  app: BannerApp,
  host: HostBridge,
): MountedBanner {
  const root = createRoot(container);
  let generation = 0;
  let current: SynchroClient | null = null;

  return {
    update({ client, ...options }) {
      if (current !== client) generation += 1;
      current = client;
      root.render(<BannerRoot key={generation} client={client} app={app} host={host} {...options} />);
    },
    unmount: () => root.unmount(),
  };
}
