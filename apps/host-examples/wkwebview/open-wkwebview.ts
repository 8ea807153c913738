import type { HostMessage, PageMessage } from '@synchro/sync-react/host-messages';
import { hearPage, pageAddress } from '../src/banner-page.js';
import type { OpenBanner } from '../src/banner-view.js';
import { imitateWkWebView } from '../src/imitation/imitate-view.js';

/** The banner's page in a WKWebView: what `BannerView.swift` does, over an imitation that runs in any browser. */
export const openWkWebView: OpenBanner = async (slot, start, listener) => {
  const view = imitateWkWebView(slot, start.webViews.wkwebview);
  const say = (message: HostMessage) => view.evaluateJavaScript(`synchroReceive(${JSON.stringify(message)})`);
  const hear = hearPage(slot, say, listener);
  view.onScriptMessage('synchro', (body) => hear(body as PageMessage));
  view.load(await pageAddress(start.webViews.wkwebview, start));
};
