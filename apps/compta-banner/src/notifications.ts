import type { BannerApp } from '@synchro/sync-react/embedding';

/** What the accounting program's banner shows and offers. */
export const comptaBanner: BannerApp = {
  products: ['compta'],
  kinds: [
    'entries-pending',
    'source-trouble',
    'source-twin',
    'chart-missing',
    'index-trouble',
    'held-elsewhere',
    'claim-unverified',
    'accounting-missing',
    'watching-degraded',
    'check-failed',
    'signed-out',
    'file-detached',
    'link-restored',
  ],
  dialogs: {
    posting: async () => (await import('@synchro/sync-react/posting-dialog')).PostingDialog,
    details: async () => (await import('@synchro/sync-react/details-dialog')).DetailsDialog,
    'sign-in': async () => (await import('@synchro/sync-react/sign-in-dialog')).SignInDialog,
    'restore-link': async () => (await import('@synchro/sync-react/restore-link-dialog')).RestoreLinkDialog,
  },
};
