import type { Capability, NotificationMessage } from '../contract-types.js';

/** What a service must be able to do for a button to do anything; the others lead to a dialog that says what it can. */
const needs = {
  'sign-in': 'sign-in',
  'restore-link': 'restore-link',
  retry: 'retry-sync',
  migrate: 'migrate',
  'show-entries': 'file-entries',
  'undo-link': 'undo-link',
} as const satisfies Partial<Record<NonNullable<NotificationMessage['action']>, Capability>>;

/** The notification without its button where the service cannot do what the button says. */
export function withOfferedAction<N extends NotificationMessage>(
  notification: N,
  capabilities: readonly Capability[],
): N {
  const { action } = notification;
  if (action === null || !(action in needs)) return notification;
  const isOffered = capabilities.includes(needs[action as keyof typeof needs]);
  return isOffered ? notification : { ...notification, action: null };
}
