import type { BannerApp } from '../root/banner-app.js';

/** Tests only: a banner that shows everything there is. */
export const testApp: BannerApp = {
  products: ['compta', 'facturation', 'salaires'],
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
    'sync-error',
    'file-moved',
    'link-restored',
    'entries-waiting',
    'entries-problems',
    'entries-locked',
  ],
  dialogs: {
    posting: async () => (await import('../posting-dialog.js')).PostingDialog,
    details: async () => (await import('../details-dialog.js')).DetailsDialog,
    'sign-in': async () => (await import('../sign-in-dialog.js')).SignInDialog,
    'restore-link': async () => (await import('../restore-link-dialog.js')).RestoreLinkDialog,
    migration: async () => (await import('../migration-dialog.js')).MigrationDialog,
    'file-entries': async () => (await import('../file-entries-dialog.js')).FileEntriesDialog,
  },
};
