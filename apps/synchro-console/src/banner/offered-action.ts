import type { Capability, NotificationMessage } from '../contract-types.js';

type Action = NotificationMessage['action'];

/** What the service must be able to do for a button to do anything; *Détails…* says what can be done. */
const needs: Readonly<Record<NonNullable<Action>, Capability | null>> = {
  post: 'post',
  details: null,
  'take-over': 'take-over',
  'sign-in': 'sign-in',
  'restore-link': 'restore-link',
  retry: 'retry-sync',
  migrate: 'migrate',
  'show-entries': 'file-entries',
  'undo-link': 'undo-link',
};

/** The button of a notification; none for what the service does not list among its capabilities. */
export function offeredAction(action: Action, capabilities: readonly Capability[]): Action {
  const capability = action === null ? null : needs[action];
  return capability === null || capabilities.includes(capability) ? action : null;
}
