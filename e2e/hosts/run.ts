import { createInterface } from 'node:readline';
import { invoice } from '@synchro/sync-testing';
import { startHostServer } from '../support/host-server.js';
import { openLiveStage } from '../support/live-stage.js';
import { setUpExamples } from './set-up-examples.js';

/** `npm run hosts`: the host examples over a real agent and a mandate in a temporary folder, until Ctrl-C. */
const host = await startHostServer();
const live = await openLiveStage(host);
setUpExamples(host, live);
const say = (line: string) => process.stdout.write(`${line}\n`);
const written = [invoice(1), invoice(2)];
await live.writeInvoices(written);

say(`\nThe agent at ${live.agentUrl} allows ${host.origin}, where the examples are:\n`);
for (const [folder, what] of [
  ['plain-page', 'the element in a web page'],
  ['frame', 'the page in a frame'],
  ['webview2', 'the page in WebView2, imitated'],
  ['wkwebview', 'the page in WKWebView, imitated'],
])
  say(`  ${host.origin}/hosts/${folder}/   ${what}`);
say('\nEnter writes one more invoice, Ctrl-C ends it all.');

const input = createInterface({ input: process.stdin });
input.on('line', () => {
  written.push(invoice(written.length + 1));
  void live.writeInvoices(written).then(() => say(`Invoice ${written.length} is written.`));
});

const ended = new Promise<void>((resolve) => {
  process.once('SIGINT', () => resolve());
  process.once('SIGTERM', () => resolve());
});
await ended;
input.close();
await live.close();
await host.close();
