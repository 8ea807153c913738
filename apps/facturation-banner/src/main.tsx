import { openBannerPage } from '@synchro/sync-react/embedding';
import { facturationBanner } from './notifications.js';

openBannerPage(facturationBanner, new URL(import.meta.url).origin);
