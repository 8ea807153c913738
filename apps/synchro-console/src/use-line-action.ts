import { useRetrySync } from '@synchro/sync-react';
import type { BannerLine } from './banner/banner-rows.js';
import type { Dialogs } from './dialogs.js';

/** What the one button of each line of the banner does. */
export function useLineAction(
  dialogs: Dialogs,
  reconnect: () => void,
): (line: BannerLine) => Promise<void> | void {
  const { mutateAsync: retry } = useRetrySync();
  return ({ row }) => {
    if (row === null) {
      reconnect();
      return;
    }
    const { notification, mandates } = row;
    const mandateId = mandates[0]?.id;
    if (mandateId === undefined) return;
    switch (notification.action) {
      case 'details':
      case 'take-over':
        return dialogs.open({ kind: 'details', row });
      case 'sign-in':
        return dialogs.open({ kind: 'sign-in' });
      case 'restore-link':
        return notification.kind === 'file-detached'
          ? dialogs.open({ kind: 'restore-link', mandateId, fileId: notification.fileId })
          : undefined;
      case 'migrate':
        return dialogs.open({ kind: 'migration', mandateId });
      case 'retry':
        return retry(mandates.map(({ id }) => id));
      case 'post':
      case 'show-entries':
      case 'undo-link':
      case null:
        return;
    }
  };
}
