import type { SynchroClient } from '@synchro/sync-core/client';
import { FOLDER } from '@synchro/sync-testing';
import type { World } from '@synchro/sync-testing';
import { createDemonstration } from '../../demonstration.js';
import type { SimulatedActs } from '../../demonstration.js';
import { demoMandate } from '../../demo-mandate.js';
import { bookYear, unpostAll } from '../../prepare-mandate.js';
import { openWorkshop } from '../../workshop.js';
import type { DeskApi } from '../desk-api.js';
import { createPlaces } from './places.js';
import type { PlaceAct, Places } from './places.js';
import { programFileInWorld } from './program-file-in-world.js';
import { createSurroundings } from './surroundings.js';
import type { HubAct, SimulatedHub, Surroundings } from './surroundings.js';
import { worldNames } from './world-names.js';

export interface WorldDeskOptions {
  readonly world: World;
  /** `null`: a world without a server for shared mandates; what concerns it is not offered. */
  readonly hub: SimulatedHub | null;
  /** Creates the mandate, when its files lie in the world. */
  readonly createMandate: () => Promise<string>;
  /** Calls the world's service as any program does. */
  readonly client: SynchroClient;
  readonly config: { readonly agentUrl: string; readonly token: string };
  readonly now: () => Date;
  /** Between two pieces of a file. */
  readonly pause: () => Promise<void>;
  readonly onTrouble: (error: unknown) => void;
}

/** The desk over the world in memory: the same programs, acts and views; nothing of it is on any disk. */
export async function openWorldDesk(options: WorldDeskOptions): Promise<DeskApi> {
  const { world, hub, client, now, pause } = options;
  const mandate = demoMandate(now(), worldNames);
  for (const { name, bytes } of mandate.files) world.files.write(`${FOLDER}/${name}`, bytes);

  const mandateId = await options.createMandate();
  const places = createPlaces(world.files);
  const account = async () => (await client.call('getAccount')).status;
  const surroundings = hub === null ? null : createSurroundings({ hub, mandateId, account });
  const { invoicing, payroll } = mandate;
  const entries = invoicing.file.entries.length + payroll.file.entries.length;
  await bookYear(client, mandateId, { path: places.documents.accounting.path, entries });

  const demonstration = createDemonstration({
    workshop: openWorkshop({
      file: (name) => programFileInWorld(world.files, () => `${places.folder}/${name}`, pause),
      names: worldNames,
      invoicing,
      payroll,
      now,
    }),
    service: {
      get isRunning() {
        return world.isOnline;
      },
      start: () => Promise.resolve(world.setOnline(true)),
      stop: () => Promise.resolve(world.setOnline(false)),
    },
    documents: () => places.documents,
    simulated: simulatedActs(places, surroundings),
    unpostAll: () => unpostAll(client, places.documents.accounting.path),
    now,
    onTrouble: options.onTrouble,
  });
  await demonstration.begin();

  return {
    config: () => Promise.resolve(options.config),
    state: () => demonstration.state(),
    perform: async (act) => {
      const result = await demonstration.perform(act);
      return result.ok ? { ...result, state: await demonstration.state() } : result;
    },
    onChange: (listener) => {
      world.service.onChange(listener);
      world.onOnlineChange(listener);
    },
  };
}

function simulatedActs(places: Places, surroundings: Surroundings | null): SimulatedActs {
  return {
    perform: async (act) => {
      if (isPlaceAct(act)) return places.perform(act);
      return surroundings === null ? { refusal: 'not-there' } : surroundings.perform(act);
    },
    state: async () => ({ ...places.state, hub: (await surroundings?.facts()) ?? null }),
    reset: () => {
      places.reset();
      surroundings?.reset();
    },
  };
}

const placeActs: ReadonlySet<PlaceAct | HubAct> = new Set<PlaceAct>([
  'rename-document',
  'rename-document-back',
  'move-folder',
  'move-folder-back',
  'copy-document',
  'remove-copy',
  'open-copy',
  'open-documents',
]);

const isPlaceAct = (act: PlaceAct | HubAct): act is PlaceAct => placeActs.has(act);
