import { createClient } from '@synchro/sync-core/client';
import { BannerRoot, createDomHostBridge } from '@synchro/sync-react';
import type { BannerRootProps } from '@synchro/sync-react';
import { createRoot } from 'react-dom/client';

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

/**
 * Puts a banner into a shadow root or an element.
 * @param target where the host hears what the banner asks of it
 */
export function mountBanner(container: ShadowRoot | Element, target: EventTarget): MountedBanner {
  const root = createRoot(container);
  const host = createDomHostBridge(target);
  let generation = 0;
  let current: { readonly url: string; readonly token: string | null } | null = null;
  let client = createClient({ url: '', token: null });

  return {
    update({ url, token, ...options }) {
      if (current === null || current.url !== url || current.token !== token) {
        current = { url, token };
        client = createClient(current);
        generation += 1;
      }
      root.render(<BannerRoot key={generation} client={client} host={host} {...options} />);
    },
    unmount: () => root.unmount(),
  };
}
