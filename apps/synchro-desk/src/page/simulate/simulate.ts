import { createClient } from '@synchro/sync-core/client';
import { createWorld, createWorldHandlers, FOLDER } from '@synchro/sync-testing';
import type { World } from '@synchro/sync-testing';
import { setupWorker } from 'msw/browser';
import { documentIds } from '../../mandate/company.js';
import { startDesk } from '../start-desk.js';
import type { SimulatedHub } from './surroundings.js';
import { openWorldDesk } from './world-desk.js';
import { worldNames } from './world-names.js';

/**
 * The simulated desk: the world in this page, behind a service worker at the desk's own address. Banners and console
 * call it as they would call the agent, the console's frame included.
 */
const TOKEN = 'simulated';
const PIECES_PAUSE_MS = 150;
const config = { agentUrl: location.origin, token: TOKEN };

const documents = [
  {
    product: 'facturation',
    path: `${FOLDER}/${worldNames.invoicingDocument}`,
    documentId: documentIds.invoicing,
  },
  { product: 'salaires', path: `${FOLDER}/${worldNames.payrollDocument}`, documentId: documentIds.payroll },
] as const;

/** What the world of shared mandates has more. */
interface SharedWorld extends Omit<World, 'createMandate'> {
  readonly hub?: SimulatedHub;
  createMandate(options: {
    readonly name: string;
    readonly shared: boolean;
    readonly documents: typeof documents;
  }): Promise<string>;
}

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
    const { hub } = world as unknown as SharedWorld;
    const name = 'Atelier Rochat';
    return openWorldDesk({
      world,
      hub: hub ?? null,
      createMandate: () =>
        hub === undefined
          ? world.createMandate(name)
          : (world as unknown as SharedWorld).createMandate({ name, shared: true, documents }),
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
