import { createServerDesk } from './server-desk.js';
import { startDesk } from './start-desk.js';

/** The desk over real files and a real service. */
void startDesk({
  isSimulated: false,
  open: () => Promise.resolve(createServerDesk(location.hash.slice(1))),
  whyNot: ({ keyMissing, deskGone }) => (location.hash === '' ? keyMissing : deskGone),
});
