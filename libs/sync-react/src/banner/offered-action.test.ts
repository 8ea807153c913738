import { describe, expect, it } from 'vitest';
import { notificationExamples } from '../examples.js';
import { withOfferedAction } from './offered-action.js';

const { syncError, signedOut, detached, fileMoved, unreadable } = notificationExamples;
const since = '2026-06-05T06:12:00.000Z';

describe('what the service can do', () => {
  it.each([
    ['sign-in', signedOut(1, since)],
    ['restore-link', detached('moved', 'S:\\a.fac')],
    ['retry-sync', syncError({ code: 'no-internet', since })],
    ['migrate', fileMoved],
  ] as const)('%s: the button is there only with it', (capability, notification) => {
    expect(withOfferedAction(notification, [capability])).toBe(notification);
    expect(withOfferedAction(notification, ['post'])).toEqual({ ...notification, action: null });
  });

  it('leaves the others alone', () => expect(withOfferedAction(unreadable, [])).toBe(unreadable));
});
