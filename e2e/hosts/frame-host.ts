import type { HostMessage, PageMessage } from '@synchro/sync-react/host-messages';
import { createProgram, pageAddress } from './test-host.js';
import type { OpenHost } from './test-host.js';

declare global {
  interface Window {
    synchroSay(message: HostMessage): void;
  }
}

/** A web page of another origin, which the agent allows, with the banner's page in a frame. */
export const openFrameHost: OpenHost = async (page, options) => {
  const say = (message: HostMessage) => page.evaluate((said) => window.synchroSay(said), message);
  const program = createProgram(options, say);
  await page.exposeFunction('synchroProgram', (message: PageMessage) => program.hear(message));
  const address = pageAddress(options, { 'host-origin': options.origin });
  await page.goto(`${options.origin}/frame.html#${encodeURIComponent(address)}`);
  return {
    banner: page.frameLocator('#banner'),
    heard: program.heard,
    ready: program.ready,
    say,
    height: () => page.locator('#banner').evaluate((frame) => frame.clientHeight),
  };
};
