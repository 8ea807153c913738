import { defineBannerElement } from '@synchro/sync-react/embedding';
import { comptaBanner } from './notifications.js';

defineBannerElement('synchro-compta-banner', comptaBanner);
