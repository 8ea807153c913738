import { addFrame } from '../banner-page.js';

/**
 * What a program has in its hands of a web view, with the names that the platform gives it, over a frame whose page
 * has `in-the-view.ts` in it. Real web views have no frame and no origin to check.
 */
export interface ImitatedWebView2 {
  navigate(address: string): void;
  postWebMessageAsJson(json: string): void;
  onWebMessageReceived(listener: (webMessageAsJson: string) => void): void;
}

export interface ImitatedWkWebView {
  load(address: string): void;
  /** @throws for any script but a call of `synchroReceive`, which is all that it knows */
  evaluateJavaScript(script: string): void;
  onScriptMessage(handler: 'synchro', listener: (body: unknown) => void): void;
}

export function imitateWebView2(slot: HTMLElement, origin: string): ImitatedWebView2 {
  const view = openView(slot, origin);
  return {
    navigate: view.load,
    postWebMessageAsJson: (json) => view.send(JSON.parse(json)),
    onWebMessageReceived: (listener) => view.listen((message) => listener(JSON.stringify(message))),
  };
}

export function imitateWkWebView(slot: HTMLElement, origin: string): ImitatedWkWebView {
  const view = openView(slot, origin);
  return {
    load: view.load,
    evaluateJavaScript(script) {
      const json = /^synchroReceive\((.*)\)$/s.exec(script)?.[1];
      if (json === undefined) throw new Error(`The imitation cannot run ${script}`);
      view.send(JSON.parse(json));
    },
    onScriptMessage: (_handler, listener) => view.listen(listener),
  };
}

function openView(slot: HTMLElement, viewOrigin: string) {
  const frame = addFrame(slot);
  return {
    load: (address: string) => {
      frame.src = address;
    },
    send: (message: unknown) => frame.contentWindow?.postMessage(message, viewOrigin),
    listen: (receive: (message: unknown) => void) =>
      window.addEventListener('message', ({ origin, source, data }) => {
        if (origin === viewOrigin && source === frame.contentWindow) receive(data);
      }),
  };
}
