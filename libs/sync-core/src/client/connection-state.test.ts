import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { initialConnection, transition, visibleConnection } from './connection-state.js';
import type { ConnectionEvent, ConnectionState } from './connection-state.js';

const after = (events: readonly ConnectionEvent[], from = initialConnection(0)): ConnectionState =>
  events.reduce(transition, from);

const visible = (state: ConnectionState) => (state.status === 'stopped' ? null : visibleConnection(state));
const ended = (at: number): ConnectionEvent => ({ type: 'ended', reason: 'no-answer', at, random: 1 });
const snapshot = (at: number): ConnectionEvent => ({ type: 'snapshot', at });
const retry: ConnectionEvent = { type: 'retry' };

describe('transition', () => {
  it('is connected from the first snapshot on', () => {
    expect(visible(after([]))).toEqual({ status: 'connecting' });
    expect(visible(after([snapshot(7), snapshot(9)]))).toEqual({ status: 'connected', since: 7 });
  });

  it('goes on showing why it is not connected while it tries again', () => {
    const waiting = after([snapshot(0), ended(9_000)]);
    expect(visible(waiting)).toEqual({
      status: 'reconnecting',
      reason: 'no-answer',
      since: 9_000,
      retryAt: 9_500,
    });
    expect(visible(after([retry], waiting))).toEqual({
      status: 'reconnecting',
      reason: 'no-answer',
      since: 9_000,
      retryAt: null,
    });
  });

  it('counts since when from the loss, not from the last try', () => {
    const state = after([snapshot(0), ended(9_000), retry, ended(9_600), retry, ended(11_000)]);
    expect(visible(state)).toMatchObject({ since: 9_000 });
  });

  it('forgets its failures after a connection of 5 s', () => {
    const state = after([ended(0), retry, ended(1_000), retry, snapshot(2_000), ended(7_000)]);
    expect(state).toMatchObject({ status: 'waiting', failures: 1, retryAt: 7_500 });
  });

  it('remembers them after a shorter one: flapping does not reset the back-off', () => {
    const state = after([ended(0), retry, ended(1_000), retry, snapshot(2_000), ended(6_999)]);
    expect(state).toMatchObject({ status: 'waiting', failures: 3, retryAt: 6_999 + 2_000 });
  });

  it('comes back from a pause as on the first day, but with its failures', () => {
    const paused = after([ended(0), { type: 'pause', at: 100 }]);
    expect(visible(paused)).toEqual({ status: 'paused', since: 0 });
    expect(after([{ type: 'resume' }], paused)).toEqual({
      status: 'connecting',
      failures: 1,
      lostAt: 0,
      reason: null,
    });
  });

  it('dates what is shown from the beginning of the pause', () => {
    const state = after([snapshot(0), { type: 'pause', at: 60_000 }, { type: 'resume' }, ended(90_000)]);
    expect(visible(state)).toMatchObject({ status: 'reconnecting', since: 60_000 });
  });

  const anyEnd = fc.record({
    type: fc.constant('ended' as const),
    reason: fc.constantFrom('no-answer' as const, 'access-denied' as const, 'silent' as const),
    at: fc.nat(),
    random: fc.double({ min: 0, max: 0.999, noNaN: true }),
  });
  const anyEvent: fc.Arbitrary<ConnectionEvent> = fc.oneof(
    fc.record({ type: fc.constant('snapshot' as const), at: fc.nat() }),
    anyEnd,
    fc.record({ type: fc.constant('pause' as const), at: fc.nat() }),
    fc.constantFrom<ConnectionEvent>({ type: 'retry' }, { type: 'resume' }, { type: 'stop' }),
  );

  it('stays stopped, whatever comes', () => {
    fc.assert(
      fc.property(fc.array(anyEvent), fc.array(anyEvent), (before, later) => {
        expect(after([...before, { type: 'stop' }, ...later])).toEqual({ status: 'stopped' });
      }),
    );
  });

  it('never waits longer than 30 s or shorter than 0.25 s', () => {
    fc.assert(
      fc.property(fc.array(anyEvent), anyEnd, fc.nat(), (before, last, at) => {
        const from = after(before);
        fc.pre(from.status === 'connecting' || from.status === 'connected');
        const state = transition(from, { ...last, at });
        if (state.status !== 'waiting') throw new Error('It must wait.');
        expect(state.retryAt - at).toBeGreaterThanOrEqual(250);
        expect(state.retryAt - at).toBeLessThanOrEqual(30_000);
      }),
    );
  });
});
