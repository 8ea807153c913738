import type { BannerItem } from '../banner/banner-item.js';
import type { StatusSnapshot } from '../contract-types.js';
import type { DialogName } from './banner-app.js';
import type { HostCommand } from './host-bridge.js';

type ItemAction = NonNullable<BannerItem['action']>;

/** The dialog behind an action's button, `null` for one that needs none. */
export function dialogOf(action: ItemAction): DialogName | null {
  switch (action) {
    case 'post':
      return 'posting';
    case 'details':
    case 'take-over':
      return 'details';
    case 'sign-in':
      return 'sign-in';
    case 'restore-link':
      return 'restore-link';
    case 'migrate':
      return 'migration';
    case 'show-entries':
      return 'file-entries';
    case 'retry':
    case 'undo-link':
      return null;
  }
}

/** What the host is offered before our own dialog opens, `null` for an action that is the banner's own business. */
export function commandOf(item: BannerItem, snapshot: StatusSnapshot): HostCommand | null {
  const { mandate, file, revision } = snapshot;
  if (mandate === null || file === null) return null;
  const mandateId = mandate.id;
  switch (item.action) {
    case 'post':
      return { command: 'post', mandateId, accountingFileId: file.id, revision };
    case 'sign-in':
      return { command: 'sign-in', mandateId };
    case 'restore-link':
      return item.kind === 'file-detached'
        ? { command: 'restore-link', mandateId, fileId: item.fileId }
        : null;
    case 'details':
    case 'take-over':
    case 'retry':
    case 'migrate':
    case 'show-entries':
    case 'undo-link':
    case null:
      return null;
  }
}
