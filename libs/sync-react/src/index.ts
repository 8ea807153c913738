export { chooseLocale, locales } from './i18n/locale.js';
export type { Locale } from './i18n/locale.js';
export { loadBannerMessages } from './messages/load-banner-messages.js';
export { SyncProvider } from './sync-context.js';
export { useStatus } from './hooks/use-status.js';
