import type { HostMessage, PageMessage } from '@synchro/sync-react/host-messages';
import { addFrame, hearPage, pageAddress } from '../src/banner-page.js';
import type { OpenBanner } from '../src/banner-view.js';

/** The banner's page in a frame. Both sides name the other's origin, so nobody else hears or is heard. */
export const openFrame: OpenBanner = async (slot, start, listener) => {
  const frame = addFrame(slot);
  const { agentUrl } = start;
  const say = (message: HostMessage) => frame.contentWindow?.postMessage(message, agentUrl);
  const hear = hearPage(slot, say, listener);
  window.addEventListener('message', ({ origin, source, data }) => {
    if (origin === agentUrl && source === frame.contentWindow) hear(data as PageMessage);
  });
  frame.src = await pageAddress(agentUrl, start, { 'host-origin': location.origin });
};
