import { defineBannerElement } from '@synchro/sync-react/embedding';
import { facturationBanner } from './notifications.js';

defineBannerElement('synchro-facturation-banner', facturationBanner);
