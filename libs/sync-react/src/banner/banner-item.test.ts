import type { Connection } from '@synchro/sync-core/client';
import { describe, expect, it } from 'vitest';
import { connectionItem } from './banner-item.js';
import type { ConnectionFacts } from './banner-item.js';

const reconnecting = (reason: 'no-answer' | 'access-denied' | 'too-old'): Connection => ({
  status: 'reconnecting',
  reason,
  since: 1000,
  retryAt: null,
});
const facts = (change: Partial<ConnectionFacts>): ConnectionFacts => ({
  connection: { status: 'connecting' },
  hasSnapshot: false,
  staleSince: null,
  forMs: 0,
  ...change,
});

describe('connectionItem', () => {
  it('says nothing while connected or paused on purpose', () => {
    for (const connection of [
      { status: 'connected', since: 0 },
      { status: 'paused', since: 0 },
    ] as const)
      expect(
        connectionItem(facts({ connection, hasSnapshot: true, staleSince: 1, forMs: 60_000 })),
      ).toBeNull();
  });

  it('B9: is quiet for the first 300 ms, then says that it is connecting', () => {
    expect(connectionItem(facts({ forMs: 0 }))).toBeNull();
    expect(connectionItem(facts({ forMs: 300 }))).toMatchObject({ state: { status: 'connecting' } });
  });

  it.each([
    ['no-answer', 'warning'],
    ['access-denied', 'error'],
    ['too-old', 'error'],
  ] as const)('B9: with nothing known, says %s at once and offers a way out', (reason, severity) => {
    expect(connectionItem(facts({ connection: reconnecting(reason) }))).toMatchObject({
      severity,
      action: 'retry',
      state: { status: 'unreachable', reason },
    });
  });

  it('B6: with something known, says after a moment that it may be old, and later why', () => {
    const known = { connection: reconnecting('no-answer'), hasSnapshot: true, staleSince: 1000 };
    expect(connectionItem(facts({ ...known, forMs: 300 }))).toBeNull();
    expect(connectionItem(facts({ ...known, forMs: 1000 }))).toMatchObject({
      severity: 'information',
      action: null,
      state: { status: 'stale', since: 1000, reason: null },
    });
    expect(connectionItem(facts({ ...known, forMs: 10_000 }))).toMatchObject({
      severity: 'warning',
      action: 'retry',
      state: { status: 'stale', reason: 'no-answer' },
    });
  });

  it('B9: does not wait to say what does not pass by itself', () => {
    const known = { connection: reconnecting('too-old'), hasSnapshot: true, staleSince: 1000, forMs: 1000 };
    expect(connectionItem(facts(known))).toMatchObject({ severity: 'error', action: 'retry' });
  });
});
