import { createDomHostBridge } from '../root/host-bridge.js';
import type { HostBridge } from '../root/host-bridge.js';
import { findHostChannel } from './host-channels.js';
import { createPageHost } from './page-host.js';
import type { PageChange } from './page-host.js';

/** The program around a page: over the channel that is there, or else as an element's host hears it. */
export function connectHost(
  page: Element,
  hostOrigin: string | null,
  onChange: (change: PageChange) => void,
): HostBridge {
  const channel = findHostChannel(window, hostOrigin);
  if (channel === null) return createDomHostBridge(page);
  return createPageHost(channel, onChange, () => window.innerHeight);
}
