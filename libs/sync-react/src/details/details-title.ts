import type { NotificationMessage } from '../contract-types.js';
import type { TranslateDialog } from '../dialogs/dialog-texts.js';

export function detailsTitle(item: NotificationMessage, t: TranslateDialog): string {
  switch (item.kind) {
    case 'source-trouble':
      return t(`details.${item.trouble.kind}`);
    case 'source-twin':
      return t('details.twin');
    case 'index-trouble':
      return t('details.index');
    case 'held-elsewhere':
      return t('details.held');
    case 'claim-unverified':
      return t('details.claim');
    // These have no action that would open this dialog.
    case 'entries-pending':
    case 'chart-missing':
    case 'accounting-missing':
    case 'watching-degraded':
    case 'check-failed':
    case 'signed-out':
    case 'file-detached':
    case 'sync-error':
    case 'file-moved':
    case 'link-restored':
    case 'entries-waiting':
    case 'entries-problems':
    case 'entries-locked':
      return '';
  }
}
