/** Entry point of the apps: all that is the same for every program's banner. */
export type { BannerApp, DialogName, DialogProps, LoadDialog } from './root/banner-app.js';
export { defineBannerElement } from './embedding/banner-element.js';
export { openBannerPage } from './embedding/open-banner-page.js';
export type { HostMessage, PageMessage } from './embedding/host-messages.js';
