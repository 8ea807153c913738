import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { HostChannel } from './host-channels.js';
import type { PageMessage } from './host-messages.js';
import { ANSWER_WITHIN_MS, createPageHost } from './page-host.js';

const POST = { command: 'post', mandateId: 'm1', accountingFileId: 'f1', revision: 7 } as const;

function aHost() {
  const sent: PageMessage[] = [];
  let say: (data: unknown) => void = () => undefined;
  const stop = vi.fn();
  const channel: HostChannel = {
    send: (message) => void sent.push(message),
    listen(receive) {
      say = receive;
      return stop;
    },
  };
  const onChange = vi.fn();
  const host = createPageHost(channel, onChange, () => 40);
  sent.splice(0); // `synchro-ready`
  const requestId = () => sent.flatMap((message) => ('requestId' in message ? [message.requestId] : []))[0];
  return { host, sent, onChange, stop, requestId, say: (data: unknown) => say(data) };
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('commands', () => {
  it('are not offered to a host that has not said that it takes them', async () => {
    const { host, sent, say } = aHost();
    expect(await host.command(POST)).toBe(false);
    say({ type: 'synchro-host', takes: ['sign-in'] });
    expect(await host.command(POST)).toBe(false);
    expect(sent).toEqual([]);
  });

  it.each([true, false])('are offered with their ids; the answer taken: %s decides', async (taken) => {
    const { host, sent, say, requestId } = aHost();
    say({ type: 'synchro-host', takes: ['post'] });
    const outcome = host.command(POST);
    expect(sent).toEqual([{ type: 'synchro-command', requestId: requestId(), ...POST }]);
    say({ type: 'synchro-command-answer', requestId: requestId(), taken });
    expect(await outcome).toBe(taken);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('are withdrawn without an answer in time, and a late answer changes nothing', async () => {
    const { host, sent, say, requestId } = aHost();
    say({ type: 'synchro-host', takes: ['post'] });
    const outcome = host.command(POST);
    say({ type: 'synchro-command-answer', requestId: 'another', taken: true });
    vi.advanceTimersByTime(ANSWER_WITHIN_MS - 1);
    expect(sent).toHaveLength(1);
    vi.advanceTimersByTime(1);
    expect(await outcome).toBe(false);
    expect(sent[1]).toEqual({ type: 'synchro-command-withdrawn', requestId: requestId() });
    expect(() => say({ type: 'synchro-command-answer', requestId: requestId(), taken: true })).not.toThrow();
  });

  it('have an answer each', async () => {
    const { host, sent, say } = aHost();
    say({ type: 'synchro-host', takes: ['post'] });
    const outcomes = Promise.all([host.command(POST), host.command(POST)]);
    const ids = sent.flatMap((message) => ('requestId' in message ? [message.requestId] : []));
    say({ type: 'synchro-command-answer', requestId: ids[1], taken: true });
    say({ type: 'synchro-command-answer', requestId: ids[0], taken: false });
    expect(await outcomes).toEqual([false, true]);
  });
});

describe('height', () => {
  const resize = (height: number, reason: string) => ({ type: 'synchro-resize', height, reason });

  it('is told as the content needs it', () => {
    const { host, sent } = aHost();
    host.resize(76);
    expect(sent).toEqual([resize(76, 'content')]);
  });

  it('is asked for a dialog, and given back to what it was', () => {
    const { host, sent } = aHost();
    host.reserve(540)();
    expect(sent).toEqual([resize(540, 'dialog'), resize(40, 'content')]);
  });

  it('is the highest of the dialogs that are open; what the content needs meanwhile is told afterwards', () => {
    const { host, sent } = aHost();
    const closeList = host.reserve(540);
    const closePosting = host.reserve(880);
    host.resize(114);
    closePosting();
    closeList();
    expect(sent).toEqual([
      resize(540, 'dialog'),
      resize(880, 'dialog'),
      resize(540, 'dialog'),
      resize(114, 'content'),
    ]);
  });
});

it('passes on what the page shall show, and nothing that it cannot read', () => {
  const { onChange, say } = aHost();
  say({ type: 'synchro-locale', locale: 'it' });
  say({ type: 'synchro-locale' });
  say('nonsense');
  expect(onChange.mock.calls).toEqual([[{ type: 'synchro-locale', locale: 'it' }]]);
});

it('says that it listens, once it does', () => {
  const order: string[] = [];
  createPageHost(
    {
      send: ({ type }) => void order.push(type),
      listen: () => {
        order.push('listen');
        return () => undefined;
      },
    },
    () => undefined,
    () => 40,
  );
  expect(order).toEqual(['listen', 'synchro-ready']);
});
