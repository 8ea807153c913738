/** Entry point of the apps: all that is the same for every program's banner. */
export type { BannerApp } from './root/banner-app.js';
export { defineBannerElement } from './embedding/banner-element.js';
export { openBannerPage } from './embedding/open-banner-page.js';
export { ANSWER_WITHIN_MS } from './embedding/page-host.js';
export { readFragment } from './embedding/read-fragment.js';
