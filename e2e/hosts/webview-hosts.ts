import type { Page } from '@playwright/test';
import type { HostMessage, PageMessage } from '@synchro/sync-react/host-messages';
import { createProgram, pageAddress } from './test-host.js';
import type { HostOptions, OpenHost, TestHost } from './test-host.js';

/** The place that a program keeps for its banner. */
const SLOT = { width: 1000, height: 40 };

interface WebView {
  /** Runs in the page before its own scripts: puts there what the real web view puts there. */
  readonly install: () => void;
  /** Runs in the page: what the program does to say something. */
  readonly deliver: (message: HostMessage) => void;
}

declare global {
  interface Window {
    /** The test's side of the imitated web view. */
    synchroProgram(message: PageMessage): void;
    synchroReceive(message: HostMessage): void;
  }
}

/** WebView2 of a Windows program: `chrome.webview`, an event target with `postMessage`. */
export const openWebView2Host: OpenHost = (page, options) =>
  openWebView(page, options, {
    install: () => {
      const webview = Object.assign(new EventTarget(), {
        postMessage: (message: PageMessage) => window.synchroProgram(message),
      });
      // Chromium has a `chrome` of its own.
      const chrome = (window as unknown as { chrome?: object }).chrome ?? {};
      Object.assign(window, { chrome: Object.assign(chrome, { webview }) });
    },
    deliver: (message) => {
      const { webview } = (window as unknown as { chrome: { webview: EventTarget } }).chrome;
      webview.dispatchEvent(new MessageEvent('message', { data: message }));
    },
  });

/** WKWebView of a macOS program: a message handler one way, `evaluateJavaScript` the other. */
export const openWkWebViewHost: OpenHost = (page, options) =>
  openWebView(page, options, {
    install: () => {
      const synchro = { postMessage: (message: PageMessage) => window.synchroProgram(message) };
      Object.assign(window, { webkit: { messageHandlers: { synchro } } });
    },
    deliver: (message) => window.synchroReceive(message),
  });

async function openWebView(page: Page, options: HostOptions, view: WebView): Promise<TestHost> {
  const say = (message: HostMessage) => page.evaluate(view.deliver, message);
  const program = createProgram(options, say);
  await page.setViewportSize(SLOT);
  await page.exposeFunction('synchroProgram', async (message: PageMessage) => {
    if (message.type === 'synchro-resize')
      await page.setViewportSize({ width: SLOT.width, height: message.height });
    await program.hear(message);
  });
  await page.addInitScript(view.install);
  await page.goto(pageAddress(options));
  return {
    banner: page,
    heard: program.heard,
    ready: program.ready,
    say,
    height: () => page.evaluate(() => window.innerHeight),
  };
}
