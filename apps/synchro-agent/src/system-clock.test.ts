import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { systemClock } from './system-clock.js';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

const DAY_MS = 86_400_000;

it('V6: a wait of more than 2^31 ms ends when it is over, and not at once', () => {
  const run = vi.fn();
  systemClock.after(60 * DAY_MS, run);
  vi.advanceTimersByTime(60 * DAY_MS - 1);
  expect(run).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1);
  expect(run).toHaveBeenCalledOnce();
});

it('V6: a long wait can be cancelled at any time', () => {
  const run = vi.fn();
  const cancel = systemClock.after(60 * DAY_MS, run);
  vi.advanceTimersByTime(59 * DAY_MS);
  cancel();
  vi.advanceTimersByTime(2 * DAY_MS);
  expect(run).not.toHaveBeenCalled();
});
