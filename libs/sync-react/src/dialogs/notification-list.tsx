import type { ReactElement } from 'react';
import { Modal } from './modal.js';
import { useSynchro } from '../root/synchro-context.js';
import type { BannerItem } from '../banner/banner-item.js';
import { NotificationRow } from '../banner/notification-row.js';

export interface NotificationListProps {
  readonly items: readonly BannerItem[];
  readonly onAction: (item: BannerItem) => Promise<void> | void;
  readonly explainFailure: (error: unknown) => string;
  readonly onClose: () => void;
}

/** All notifications, opened by "+ n": a dialog, because the banner's own place must not grow over the host. */
export function NotificationList(props: NotificationListProps): ReactElement {
  const { items, onAction, explainFailure, onClose } = props;
  const { t } = useSynchro();
  return (
    <Modal title={t('list.title')} size="small" onClose={onClose}>
      <ul className="rows modal-body">
        {items.map((item) => (
          <NotificationRow key={item.id} item={item} onAction={onAction} explainFailure={explainFailure} />
        ))}
      </ul>
    </Modal>
  );
}
