import type { HostServer } from '../support/host-server.js';
import type { LiveStage } from '../support/live-stage.js';
import { startImitatedView } from './imitated-view-server.js';

/** By which the example program knows its accounting file. */
export const DOCUMENT_ID = 'rochat-2026';

/** Tells the host examples which agent and document they work with, and starts what imitates their web views. */
export async function setUpExamples(host: HostServer, live: LiveStage) {
  const { agentUrl, token, accountingFile } = live;
  const common = { agentUrl, hostOrigin: host.origin };
  const webview2 = await startImitatedView({ ...common, kind: 'webview2' });
  const wkwebview = await startImitatedView({ ...common, kind: 'wkwebview' });
  host.setUp({
    agentUrl,
    token,
    document: { path: accountingFile, id: DOCUMENT_ID },
    webViews: { webview2: webview2.origin, wkwebview: wkwebview.origin },
  });
  return {
    async close(): Promise<void> {
      await Promise.all([webview2.close(), wkwebview.close()]);
    },
  };
}
