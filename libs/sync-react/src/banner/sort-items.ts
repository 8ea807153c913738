import { compareNotifications } from '@synchro/sync-core/domain';
import type { NotificationMessage } from '../contract-types.js';

/** The order of B5; the service sorts too, but a banner must not depend on it for what comes first. */
export function sortItems(notifications: readonly NotificationMessage[]): readonly NotificationMessage[] {
  return notifications.toSorted(compareNotifications);
}
