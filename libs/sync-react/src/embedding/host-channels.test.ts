import { describe, expect, it, vi } from 'vitest';
import { findHostChannel } from './host-channels.js';

const HOST = 'http://127.0.0.1:5173';
const MESSAGE = { type: 'synchro-ready' } as const;

/** A window as a web view or a frame has it. */
function aWindow(extra: object): Window {
  const window = Object.assign(new EventTarget(), extra);
  if (!('parent' in window)) Object.assign(window, { parent: window });
  return window as unknown as Window;
}

describe('WebView2', () => {
  const webview = Object.assign(new EventTarget(), { postMessage: vi.fn() });
  const channel = findHostChannel(aWindow({ chrome: { webview } }), null);

  it('sends by chrome.webview', () => {
    channel?.send(MESSAGE);
    expect(webview.postMessage).toHaveBeenCalledWith(MESSAGE);
  });

  it('hears what the program posts, until it is ended', () => {
    const heard = vi.fn();
    const stop = channel?.listen(heard);
    webview.dispatchEvent(new MessageEvent('message', { data: 'a' }));
    stop?.();
    webview.dispatchEvent(new MessageEvent('message', { data: 'b' }));
    expect(heard.mock.calls).toEqual([['a']]);
  });
});

describe('WKWebView', () => {
  const synchro = { postMessage: vi.fn() };
  const window = aWindow({ webkit: { messageHandlers: { synchro } } });
  const channel = findHostChannel(window, null);

  it('sends to the handler named synchro', () => {
    channel?.send(MESSAGE);
    expect(synchro.postMessage).toHaveBeenCalledWith(MESSAGE);
  });

  it('hears what the program calls synchroReceive with, until it is ended', () => {
    const heard = vi.fn();
    const stop = channel?.listen(heard);
    (window as unknown as { synchroReceive: (data: unknown) => void }).synchroReceive('a');
    stop?.();
    expect(heard.mock.calls).toEqual([['a']]);
    expect('synchroReceive' in window).toBe(false);
  });

  it('is none where the program has other handlers only', () => {
    expect(findHostChannel(aWindow({ webkit: { messageHandlers: { other: synchro } } }), null)).toBeNull();
  });
});

describe('a frame', () => {
  const framed = () => {
    const parent = { postMessage: vi.fn() };
    const window = aWindow({ parent });
    const say = (origin: string, source: unknown, data: unknown) => {
      const event = Object.assign(new Event('message'), { origin, source, data });
      window.dispatchEvent(event);
    };
    return { parent, window, say };
  };

  it('sends to the origin that was named, and to no other', () => {
    const { parent, window } = framed();
    findHostChannel(window, HOST)?.send(MESSAGE);
    expect(parent.postMessage.mock.calls).toEqual([[MESSAGE, HOST]]);
  });

  it('hears that origin in the parent window, and nobody else', () => {
    const { parent, window, say } = framed();
    const heard = vi.fn();
    const stop = findHostChannel(window, HOST)?.listen(heard);
    say(HOST, parent, 'host');
    say('http://evil.test', parent, 'another page in the parent window');
    say(`${HOST}.evil.test`, parent, 'a longer name');
    say(HOST, {}, 'another window of the host');
    stop?.();
    say(HOST, parent, 'after the end');
    expect(heard.mock.calls).toEqual([['host']]);
  });

  it.each([[null], ['*'], ['null'], [''], [`${HOST}/`], ['127.0.0.1:5173']])(
    'talks to nobody where the origin is %j',
    (origin) => expect(findHostChannel(framed().window, origin)).toBeNull(),
  );

  it('is none where the page stands alone', () => {
    expect(findHostChannel(aWindow({}), HOST)).toBeNull();
  });
});
