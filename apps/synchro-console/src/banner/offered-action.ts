import type { Capability, NotificationMessage } from '../contract-types.js';

type Action = NotificationMessage['action'];

/**
 * What the service must be able to do for a button to do anything; *Détails…* says what can be done, and what belongs to
 * one program's banner has no button here.
 */
const needs: Readonly<Record<NonNullable<Action>, Capability | 'nothing' | 'elsewhere'>> = {
  post: 'elsewhere',
  details: 'nothing',
  'take-over': 'take-over',
  'sign-in': 'sign-in',
  'restore-link': 'restore-link',
  retry: 'retry-sync',
  migrate: 'migrate',
  'show-entries': 'elsewhere',
  'undo-link': 'elsewhere',
};

/** The button of a notification; none for what the service does not list among its capabilities. */
export function offeredAction(action: Action, capabilities: readonly Capability[]): Action {
  const need = action === null ? 'nothing' : needs[action];
  if (need === 'elsewhere') return null;
  return need === 'nothing' || capabilities.includes(need) ? action : null;
}
