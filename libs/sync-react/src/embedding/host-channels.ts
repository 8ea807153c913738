import type { PageMessage } from './host-messages.js';

/** A way to the program around the page. It carries messages and does not read them. */
export interface HostChannel {
  send(message: PageMessage): void;
  /** @returns what ends it */
  listen(receive: (data: unknown) => void): () => void;
}

/** `window.chrome.webview`, which WebView2 puts into its pages. */
interface WebView2 {
  postMessage(message: unknown): void;
  addEventListener(type: 'message', listener: (event: MessageEvent) => void): void;
  removeEventListener(type: 'message', listener: (event: MessageEvent) => void): void;
}

/** What programs put into the pages of their web views; only what is used of it. */
interface WebViewWindow {
  readonly chrome?: { readonly webview?: WebView2 };
  readonly webkit?: {
    readonly messageHandlers?: Readonly<Record<string, { postMessage(message: unknown): void } | undefined>>;
  };
  /** What a WKWebView's program calls, by `evaluateJavaScript("synchroReceive({…})")`. */
  synchroReceive?: (data: unknown) => void;
}

/**
 * The way to the program that shows this page, `null` where there is none.
 *
 *     WebView2    window.chrome.webview                        there only in a web view; only its program can use it
 *     WKWebView   window.webkit.messageHandlers.synchro        the same; it answers by calling `synchroReceive`
 *     frame       window.parent, if `#host-origin=` names it   only what comes from that window and that origin counts
 */
export function findHostChannel(window: Window, hostOrigin: string | null): HostChannel | null {
  const view = window as Window & WebViewWindow;
  if (view.chrome?.webview !== undefined) return webView2Channel(view.chrome.webview);
  const handler = view.webkit?.messageHandlers?.['synchro'];
  if (handler !== undefined) return webKitChannel(view, handler);
  if (hostOrigin === null || window.parent === window || !isOrigin(hostOrigin)) return null;
  return parentChannel(window, hostOrigin);
}

function webView2Channel(webview: WebView2): HostChannel {
  return {
    send: (message) => webview.postMessage(message),
    listen(receive) {
      const onMessage = ({ data }: MessageEvent) => receive(data);
      webview.addEventListener('message', onMessage);
      return () => webview.removeEventListener('message', onMessage);
    },
  };
}

function webKitChannel(window: WebViewWindow, handler: { postMessage(message: unknown): void }): HostChannel {
  return {
    send: (message) => handler.postMessage(message),
    listen(receive) {
      window.synchroReceive = receive;
      return () => {
        delete window.synchroReceive;
      };
    },
  };
}

/** The target origin is always named: whoever else may have come to be in the parent window learns nothing. */
function parentChannel(window: Window, hostOrigin: string): HostChannel {
  return {
    send: (message) => window.parent.postMessage(message, hostOrigin),
    listen(receive) {
      const onMessage = ({ origin, source, data }: MessageEvent) => {
        if (origin === hostOrigin && source === window.parent) receive(data);
      };
      window.addEventListener('message', onMessage);
      return () => window.removeEventListener('message', onMessage);
    },
  };
}

/** Exactly as a browser writes it, so neither `*` nor the `null` that all sandboxed frames share. */
const isOrigin = (text: string): boolean => URL.canParse(text) && new URL(text).origin === text;
