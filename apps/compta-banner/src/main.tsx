import { openBannerPage } from '@synchro/sync-react/embedding';
import { comptaBanner } from './notifications.js';

void openBannerPage(comptaBanner);
