import { openBannerPage } from '@synchro/sync-react/embedding';
import { comptaBanner } from './notifications.js';

openBannerPage(comptaBanner, new URL(import.meta.url).origin);
