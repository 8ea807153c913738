import type { SynchroClient } from '@synchro/sync-core/client';
import { FOLDER } from '@synchro/sync-testing';
import type { World } from '@synchro/sync-testing';
import { createDemonstration } from '../../demonstration.js';
import type { SimulatedActs } from '../../demonstration.js';
import { demoMandate } from '../../demo-mandate.js';
import { documentIds } from '../../mandate/company.js';
import { bookYear, unpostAll } from '../../prepare-mandate.js';
import { openWorkshop } from '../../workshop.js';
import type { DeskApi } from '../desk-api.js';
import { createPlaces } from './places.js';
import type { PlaceAct, Places } from './places.js';
import { programFileInWorld } from './program-file-in-world.js';
import { createSurroundings } from './surroundings.js';
import type { HubAct, Surroundings } from './surroundings.js';
import { worldNames } from './world-names.js';

export interface WorldDeskOptions {
  readonly world: World;
  /** Calls the world's service as any program does. */
  readonly client: SynchroClient;
  readonly config: { readonly agentUrl: string; readonly token: string };
  readonly now: () => Date;
  /** Between two pieces of a file. */
  readonly pause: () => Promise<void>;
  readonly onTrouble: (error: unknown) => void;
}

const at = (name: string) => `${FOLDER}/${name}`;

/** The desk over the world in memory: the same programs, acts and views; nothing of it is on any disk. */
export async function openWorldDesk(options: WorldDeskOptions): Promise<DeskApi> {
  const { world, client, now, pause } = options;
  const mandate = demoMandate(now(), worldNames);
  for (const { name, bytes } of mandate.files) world.files.write(at(name), bytes);

  const mandateId = await world.createMandate({
    name: 'Atelier Rochat',
    shared: true,
    documents: [
      { product: 'facturation', path: at(worldNames.invoicingDocument), documentId: documentIds.invoicing },
      { product: 'salaires', path: at(worldNames.payrollDocument), documentId: documentIds.payroll },
    ],
  });
  const places = createPlaces(world.files);
  const surroundings = createSurroundings(world.hub, mandateId);
  const { invoicing, payroll } = mandate;
  const entries = invoicing.file.entries.length + payroll.file.entries.length;
  await bookYear(client, mandateId, { path: places.documents.accounting.path, entries });

  const setOnline = (isOnline: boolean) => {
    world.setOnline(isOnline);
    return Promise.resolve();
  };
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
      start: () => setOnline(true),
      stop: () => setOnline(false),
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
      world.hub.onChange(listener);
      world.onOnlineChange(listener);
    },
  };
}

function simulatedActs(places: Places, surroundings: Surroundings): SimulatedActs {
  return {
    perform: async (act) => (isPlaceAct(act) ? places.perform(act) : surroundings.perform(act)),
    state: () => ({ ...places.state, hub: surroundings.facts }),
    reset: () => {
      places.reset();
      surroundings.reset();
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
