/**
 * Runs in the banner's page before its own script and puts there what a web view puts there; what the page says goes
 * to the window around it. The address of this script tells which view it is, and whose.
 */
const { searchParams } = new URL(import.meta.url);
const hostOrigin = searchParams.get('host-origin') ?? '';
const kind = searchParams.get('kind');

const toHost = { postMessage: (message: unknown) => window.parent.postMessage(message, hostOrigin) };

if (kind === 'webview2') {
  const webview = Object.assign(new EventTarget(), toHost);
  const { chrome } = window as { chrome?: object }; // Chromium has one of its own.
  Object.assign(window, { chrome: Object.assign(chrome ?? {}, { webview }) });
  listen((data) => webview.dispatchEvent(new MessageEvent('message', { data })));
} else {
  Object.assign(window, { webkit: { messageHandlers: { synchro: toHost } } });
  listen((data) => (window as { synchroReceive?: (data: unknown) => void }).synchroReceive?.(data));
}

function listen(receive: (data: unknown) => void): void {
  window.addEventListener('message', ({ origin, source, data }) => {
    if (origin === hostOrigin && source === window.parent) receive(data);
  });
}
