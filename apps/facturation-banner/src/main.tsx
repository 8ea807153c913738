import { openBannerPage } from '@synchro/sync-react/embedding';
import { facturationBanner } from './notifications.js';

void openBannerPage(facturationBanner);
