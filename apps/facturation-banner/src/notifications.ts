import type { BannerApp } from '@synchro/sync-react/embedding';

/**
 * What the banner of the invoicing and payroll programs shows and offers. Posting is the accounting's business, so its
 * notification is not in the list and its dialog not in the bundle.
 */
export const facturationBanner: BannerApp = {
  products: ['facturation', 'salaires'],
  kinds: [
    'signed-out',
    'file-detached',
    'link-restored',
    'entries-waiting',
    'entries-problems',
    'entries-locked',
  ],
  dialogs: {
    'sign-in': async () => (await import('@synchro/sync-react/sign-in-dialog')).SignInDialog,
    'restore-link': async () => (await import('@synchro/sync-react/restore-link-dialog')).RestoreLinkDialog,
    'file-entries': async () => (await import('@synchro/sync-react/file-entries-dialog')).FileEntriesDialog,
  },
};
