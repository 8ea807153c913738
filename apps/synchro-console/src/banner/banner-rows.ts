import type { BannerItem } from '@synchro/sync-react';
import { compareNotifications } from '@synchro/sync-core/domain';
import type { Overview, OverviewNotification } from '../contract-types.js';
import { offeredAction } from './offered-action.js';

/** One line of the banner: what is told, and of which mandates. */
export interface BannerLine {
  readonly key: string;
  readonly item: BannerItem;
  /** The row that it shows; `null`: it is about the connection. */
  readonly row: OverviewNotification | null;
}

/** The overview's rows in the order in which banners tell them [B5], with the buttons that there are. */
export function bannerRows(overview: Overview | null): readonly BannerLine[] {
  if (overview === null) return [];
  const { notifications, capabilities } = overview;
  return notifications
    .map(({ notification, mandates }): OverviewNotification => {
      const action = offeredAction(notification.action, capabilities);
      return { mandates, notification: { ...notification, action } };
    })
    .toSorted((a, b) => compareNotifications(a.notification, b.notification))
    .map((row) => ({
      // Two mandates can each be told the same.
      key: [row.notification.id, ...row.mandates.map(({ id }) => id)].join(' '),
      item: row.notification,
      row,
    }));
}
