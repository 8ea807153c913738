import type { SynchroClient } from '@synchro/sync-core/client';
import { FOLDER } from '@synchro/sync-testing';
import type { World } from '@synchro/sync-testing';
import { createDemonstration } from '../../demonstration.js';
import { demoMandate } from '../../demo-mandate.js';
import { documentIds } from '../../mandate/company.js';
import { createPlaces } from '../../places.js';
import { bookYear, resetMandate } from '../../prepare-mandate.js';
import { openWorkshop } from '../../workshop.js';
import type { DeskApi } from '../desk-api.js';
import { fileManagerInWorld } from './file-manager-in-world.js';
import { programFileInWorld } from './program-file-in-world.js';
import { createSurroundings } from './surroundings.js';
import { worldLayout, worldNames } from './world-names.js';

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
  const places = createPlaces(fileManagerInWorld(world.files, worldLayout.drive), worldLayout);
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
  const surroundings = createSurroundings(world.hub, mandateId);
  const { invoicing, payroll } = mandate;
  const entries = invoicing.file.entries.length + payroll.file.entries.length;
  const { path } = places.documents.accounting;
  await bookYear(client, mandateId, { path, entries });

  const setOnline = (isOnline: boolean) => {
    world.setOnline(isOnline);
    return Promise.resolve();
  };
  const demonstration = createDemonstration({
    workshop: openWorkshop({
      file: (name) => programFileInWorld(world.files, () => places.pathOf(name), pause),
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
    places,
    surroundings,
    resetService: () => resetMandate(client, path, places.homeOf),
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
