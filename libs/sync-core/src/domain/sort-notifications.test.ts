import { describe, expect, it } from 'vitest';
import type { Notification } from './notification.js';
import { compareNotifications, sortNotifications } from './sort-notifications.js';

const one = (
  id: string,
  differences: Partial<Pick<Notification, 'severity' | 'action' | 'since'>> = {},
): Notification => ({
  id,
  severity: 'information',
  action: null,
  since: '2026-06-10T09:00:00.000Z',
  kind: 'watching-degraded',
  folder: '/m',
  ...differences,
});

describe('sortNotifications', () => {
  it('N10: what has an action comes first, then what is worse, then what is older, then by id', () => {
    const inOrder = [
      one('action, worse', { action: 'details', severity: 'warning' }),
      one('action', { action: 'post' }),
      one('error', { severity: 'error' }),
      one('warning', { severity: 'warning' }),
      one('z, older', { since: '2026-06-10T08:59:59.999Z' }),
      one('a'),
      one('b'),
      one('success', { severity: 'success', since: '2020-01-01T00:00:00.000Z' }),
    ];
    expect(sortNotifications(inOrder.toReversed())).toEqual(inOrder);
    expect(compareNotifications(one('a'), one('a'))).toBe(0);
  });
});
