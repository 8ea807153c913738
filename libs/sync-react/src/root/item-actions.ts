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
    case 'retry':
      return null;
  }
}

/** What the host is offered before our own dialog opens, `null` for an action that is the banner's own business. */
export function commandOf(item: BannerItem, snapshot: StatusSnapshot): HostCommand | null {
  const { mandate, file, revision } = snapshot;
  if (mandate === null || file === null) return null;
  switch (item.action) {
    case 'post':
      return { command: 'post', mandateId: mandate.id, accountingFileId: file.id, revision };
    case 'details':
    case 'take-over':
    case 'retry':
    case null:
      return null;
  }
}
