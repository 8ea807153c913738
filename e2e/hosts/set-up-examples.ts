import type { HostServer } from '../support/host-server.js';
import type { LiveStage } from '../support/live-stage.js';

/** By which the example program knows its accounting file. */
export const DOCUMENT_ID = 'rochat-2026';

/** Tells the host examples, and what imitates their web views, which agent and document they work with. */
export function setUpExamples(host: HostServer, live: LiveStage): void {
  const { agentUrl, token, accountingFile } = live;
  const { webview2, wkwebview } = host.views;
  for (const view of [webview2, wkwebview]) view.show(agentUrl);
  host.setUp({
    agentUrl,
    token,
    document: { path: accountingFile, id: DOCUMENT_ID },
    webViews: { webview2: webview2.origin, wkwebview: wkwebview.origin },
  });
}
