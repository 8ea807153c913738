import { shareClient } from '@synchro/sync-core/client';
import { createWorld, createWorldHandlers } from '@synchro/sync-testing';
import { setupWorker } from 'msw/browser';
import { startDesk } from '../start-desk.js';
import { openSignInChannel } from './sign-in-channel.js';
import type { SignInAnswer } from './sign-in-channel.js';
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
    const world = createWorld({ signInUrl: new URL('sign-in.html', location.href.split('#')[0]).href });
    const worker = setupWorker(...createWorldHandlers(world, config.agentUrl, TOKEN));
    await worker.start({
      serviceWorker: { url: '/simulate/mockServiceWorker.js', options: { scope: '/' } },
      onUnhandledRequest: 'bypass',
      quiet: true,
    });
    keepWorkerAwake();
    const desk = await openWorldDesk({
      world,
      client: shareClient({ url: config.agentUrl, token: TOKEN }).client,
      config,
      now: () => new Date(),
      pause: () => new Promise((resume) => setTimeout(resume, PIECES_PAUSE_MS)),
      onTrouble: reportError,
    });
    openSignInChannel().addEventListener('message', ({ data }: MessageEvent<SignInAnswer>) => {
      void desk.perform(data);
    });
    return desk;
  },
  whyNot: ({ simulationFailed }) => simulationFailed,
});

/**
 * A browser ends the worker of a page that was long in the background, and a new one does not know that this page
 * answers. So it is told again whenever the page comes back; until then calls reach the desk's server, which says
 * that nobody is there, and banners try again.
 */
function keepWorkerAwake(): void {
  document.addEventListener('visibilitychange', () => {
    if (!document.hidden) navigator.serviceWorker.controller?.postMessage('MOCK_ACTIVATE');
  });
}
