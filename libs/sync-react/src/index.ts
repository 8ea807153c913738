export { BannerRoot } from './root/banner-root.js';
export type { BannerRootProps } from './root/banner-root.js';
export { createQueryClient } from './root/create-query-client.js';
export { createDomHostBridge } from './root/host-bridge.js';
export type { HostBridge, HostCommand } from './root/host-bridge.js';
export { SynchroContext, useSynchro } from './root/synchro-context.js';
export type { SynchroContextValue } from './root/synchro-context.js';

export { useStatus } from './hooks/use-status.js';
export type { ScopeStatus } from './hooks/use-status.js';
export { useEntries } from './hooks/use-entries.js';
export type { EntriesFilter, PendingEntries } from './hooks/use-entries.js';
export { useCancelSignIn, useSignOut, useStartSignIn } from './hooks/use-account.js';
export { useLink } from './hooks/use-link.js';
export type { LinkTarget } from './hooks/use-link.js';
export { useMigrate, useMigration } from './hooks/use-migration.js';
export { useOverview } from './hooks/use-overview.js';
export type { MandatesOverview } from './hooks/use-overview.js';
export { useRestoreLink } from './hooks/use-restore-link.js';
export { useRetrySync } from './hooks/use-retry-sync.js';
export { usePost } from './hooks/use-post.js';
export { usePostings } from './hooks/use-postings.js';
export { useUndo } from './hooks/use-undo.js';
export { useConfirmArrival } from './hooks/use-confirm-arrival.js';
export { useExport } from './hooks/use-export.js';
export type { ExportRequest } from './hooks/use-export.js';
export { useConfirmVersion, useIgnoreTwin, useShowFile, useTakeOver } from './hooks/use-file-commands.js';
export { useCommand } from './hooks/use-command.js';

export { NotificationBanner } from './banner/notification-banner.js';
export type { HeightMode, NotificationBannerProps, Theme } from './banner/notification-banner.js';
export { withOfferedAction } from './banner/offered-action.js';
export type { BannerItem, ConnectionItem } from './banner/banner-item.js';

export { localeOf, locales } from './messages/locale.js';
export type { Locale } from './messages/locale.js';
