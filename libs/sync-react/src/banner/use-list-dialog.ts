import { useEffect, useState } from 'react';
import type { NotificationList } from '../dialogs/notification-list.js';

export interface ListDialog {
  /** Whether the list is open, and with what it is shown. */
  readonly List: typeof NotificationList | null;
  readonly open: () => Promise<void>;
  readonly close: () => void;
}

const load = () => import('../dialogs/notification-list.js');

/**
 * The dialog behind "+ n". Its code is not needed for the first word of the banner, but must be there when the service
 * goes away, since the way out then stands in the list: so it is fetched as soon as there is something to say.
 */
export function useListDialog(isWanted: boolean): ListDialog {
  const [List, setList] = useState<typeof NotificationList | null>(null);
  useEffect(() => {
    if (isWanted) void load().catch(() => undefined); // asked again when it is opened
  }, [isWanted]);
  return {
    List,
    open: async () => {
      const module = await load();
      setList(() => module.NotificationList);
    },
    close: () => setList(null),
  };
}
