import type { HostBridge } from '../root/host-bridge.js';

/** A host whose bridge is still on its way, so that the banner's first word does not wait for it. */
export function deferredHost(bridge: Promise<HostBridge>): HostBridge {
  return {
    command: async (command) => (await bridge).command(command),
    resize: (height) => void bridge.then((host) => host.resize(height)),
    reserve(height) {
      const reserved = bridge.then((host) => host.reserve(height));
      return () => void reserved.then((giveBack) => giveBack());
    },
  };
}
