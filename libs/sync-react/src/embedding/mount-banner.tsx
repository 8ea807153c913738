import { shareClient } from '@synchro/sync-core/client';
import type { SharedClient } from '@synchro/sync-core/client';
import { createRoot } from 'react-dom/client';
import type { BannerApp } from '../root/banner-app.js';
import { BannerRoot } from '../root/banner-root.js';
import type { BannerRootProps } from '../root/banner-root.js';
import type { HostBridge } from '../root/host-bridge.js';

export interface BannerOptions extends Pick<BannerRootProps, 'scope' | 'locale' | 'theme' | 'height'> {
  readonly url: string;
  /** `null` where the session's cookie speaks. */
  readonly token: string | null;
}

export interface MountedBanner {
  /** Another service or token is another banner; everything else changes in place. */
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
  let current: { readonly url: string; readonly token: string | null } | null = null;
  let shared: SharedClient | null = null;

  return {
    update({ url, token, ...options }) {
      if (shared === null || current?.url !== url || current.token !== token) {
        shared?.release();
        current = { url, token };
        shared = shareClient(current);
        generation += 1;
      }
      const { client } = shared;
      root.render(<BannerRoot key={generation} client={client} app={app} host={host} {...options} />);
    },
    unmount: () => {
      root.unmount();
      shared?.release();
    },
  };
}
