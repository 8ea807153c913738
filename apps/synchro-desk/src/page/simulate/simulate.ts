import { createClient } from '@synchro/sync-core/client';
import { createWorld, createWorldHandlers } from '@synchro/sync-testing';
import { setupWorker } from 'msw/browser';
import { startDesk } from '../start-desk.js';
import { openWorldDesk } from './world-desk.js';

/**
 * The simulated desk: the world in this page, behind a service worker at the desk's own address. Banners and console
 * call it as they would call the agent, the console's frame included.
 */
const TOKEN = 'simulated';
const PIECES_PAUSE_MS = 150;
const config = { agentUrl: location.origin, token: TOKEN };

void startDesk({
  isSimulated: true,
  open: async () => {
    const world = createWorld();
    const worker = setupWorker(...createWorldHandlers(world, config.agentUrl));
    await worker.start({
      serviceWorker: { url: '/simulate/mockServiceWorker.js', options: { scope: '/' } },
      onUnhandledRequest: 'bypass',
      quiet: true,
    });
    return openWorldDesk({
      world,
      client: createClient({ url: config.agentUrl, token: TOKEN }),
      config,
      now: () => new Date(),
      pause: () => new Promise((resume) => setTimeout(resume, PIECES_PAUSE_MS)),
      onTrouble: reportError,
    });
  },
  consoleSecret: () => Promise.resolve(`token=${TOKEN}`),
  whyNot: ({ simulationFailed }) => simulationFailed,
});
