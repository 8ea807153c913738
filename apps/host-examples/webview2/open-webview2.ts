import type { HostMessage, PageMessage } from '@synchro/sync-react/host-messages';
import { hearPage, pageAddress } from '../src/banner-page.js';
import type { OpenBanner } from '../src/banner-view.js';
import { imitateWebView2 } from '../src/imitation/imitate-view.js';

/** The banner's page in a WebView2: what `BannerPanel.cs` does, over an imitation that runs in any browser. */
export const openWebView2: OpenBanner = async (slot, start, listener) => {
  const view = imitateWebView2(slot, start.webViews.webview2);
  const say = (message: HostMessage) => view.postWebMessageAsJson(JSON.stringify(message));
  const hear = hearPage(slot, say, listener);
  view.onWebMessageReceived((json) => hear(JSON.parse(json) as PageMessage));
  view.navigate(await pageAddress(start.webViews.webview2, start));
};
