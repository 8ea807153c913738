import type { Capability, NotificationMessage } from '../contract-types.js';
import { hasDialog } from '../dialogs.js';
import type { DialogKind } from '../dialogs.js';

type Action = NotificationMessage['action'];

/** What each button needs: that the service can do it, and the dialog that it opens. */
const needs: Readonly<
  Record<NonNullable<Action>, { readonly capability: Capability | null; readonly dialog: DialogKind | null }>
> = {
  post: { capability: 'post', dialog: null },
  details: { capability: null, dialog: 'details' },
  'take-over': { capability: 'take-over', dialog: 'details' },
  'sign-in': { capability: 'sign-in', dialog: 'sign-in' },
  'restore-link': { capability: 'restore-link', dialog: 'restore-link' },
  retry: { capability: 'retry-sync', dialog: null },
  migrate: { capability: 'migrate', dialog: 'migration' },
};

/** The button of a notification; none for what the service does not list among its capabilities. */
export function offeredAction(action: Action, capabilities: readonly Capability[]): Action {
  if (action === null) return null;
  const { capability, dialog } = needs[action];
  const isPossible = capability === null || capabilities.includes(capability);
  return isPossible && (dialog === null || hasDialog(dialog)) ? action : null;
}
