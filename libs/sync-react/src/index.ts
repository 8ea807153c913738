export { BannerRoot } from './root/banner-root.js';
export type { BannerRootProps } from './root/banner-root.js';
export { createDomHostBridge } from './root/host-bridge.js';
export type { HostBridge, HostCommand } from './root/host-bridge.js';

export { NotificationBanner } from './banner/notification-banner.js';
export type { HeightMode, NotificationBannerProps, Theme } from './banner/notification-banner.js';

export { localeOf, locales } from './messages/locale.js';
export type { Locale } from './messages/locale.js';
