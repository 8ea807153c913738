import { SynchroComptaBanner } from './compta-banner-element.js';

// A page may load the module twice, as a host does that tries again; the name can be defined only once.
if (customElements.get('synchro-compta-banner') === undefined)
  customElements.define('synchro-compta-banner', SynchroComptaBanner);
