import { randomBytes } from 'node:crypto';
import { mkdir, mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { createClient } from '@synchro/sync-core/client';
import { builtAgent, startAgent } from './agent-process.js';
import { agentSwitch } from './agent-switch.js';
import { createDemonstration } from './demonstration.js';
import type { Demonstration } from './demonstration.js';
import type { DeskConfig } from './desk-config.js';
import { fileManagerOnDisk } from './file-manager-on-disk.js';
import { listen } from './listen.js';
import { company, fileNames, layout } from './mandate/company.js';
import { openFolder } from './open-folder.js';
import { createPlaces } from './places.js';
import { attachDocuments, prepareMandate, resetMandate } from './prepare-mandate.js';
import { programFileOnDisk } from './program-file-on-disk.js';
import { createDeskServer } from './server.js';
import { openWorkshop } from './workshop.js';

/** The demonstration as a process: a folder, the agent over it, the desk's server; one line when it is ready. */
const { values } = parseArgs({
  options: {
    keep: { type: 'string' },
    port: { type: 'string', default: '4720' },
    agent: { type: 'string', default: builtAgent() },
  },
});
const PIECES_PAUSE_MS = 150;

const root = await realpath(
  values.keep === undefined
    ? await mkdtemp(join(tmpdir(), 'synchro-demo-'))
    : await made(resolve(values.keep)),
);
const key = randomBytes(16).toString('base64url');
let config: DeskConfig | null = null;
let demonstration: Demonstration | null = null;

const server = await createDeskServer({
  pageFolder: fileURLToPath(new URL('page', import.meta.url)),
  key,
  config: () => config,
  demonstration: () => demonstration,
});

process.once('SIGINT', () => void stop(0));
process.once('SIGTERM', () => void stop(0));

try {
  const port = await listen(server, Number(values.port));
  demonstration = await start(`http://127.0.0.1:${port}`);
  process.stdout.write(`Synchro: http://127.0.0.1:${port}/#${key}  (Ctrl-C ends it)\n`);
} catch (error) {
  tell(error);
  await stop(1);
}

async function start(origin: string): Promise<Demonstration> {
  const files = fileManagerOnDisk({ unplugged: `${root}.unplugged` });
  const drive = join(root, 'Disque');
  const places = createPlaces(files, { ...layout, drive });
  await places.putBack(); // An earlier start may have been killed while they were elsewhere.
  const home = join(drive, layout.folder);
  const former = join(root, company.name); // Where an earlier version had them.
  if ((await files.exists(former)) && !(await files.exists(home))) await files.rename(former, home);
  const folder = await openFolder(home, new Date());
  const options = { main: values.agent, dataFolder: join(root, 'agent'), allowOrigin: origin };
  const agent = await startAgent({ ...options, port: 0 });
  const { url, token } = agent;
  const client = createClient({ url, token });
  const { invoicing, payroll } = folder;
  const { path } = places.documents.accounting;
  config = { agentUrl: url, token };

  const pause = () => new Promise<void>((resume) => setTimeout(resume, PIECES_PAUSE_MS));
  const started = createDemonstration({
    workshop: openWorkshop({
      file: (name) => programFileOnDisk(() => places.pathOf(name), pause),
      names: fileNames,
      invoicing,
      payroll,
      now: () => new Date(),
    }),
    service: agentSwitch(agent, () => startAgent({ ...options, port: Number(new URL(url).port) })),
    places,
    surroundings: null,
    resetService: () => resetMandate(client, path, places.homeOf),
    now: () => new Date(),
    onTrouble: tell,
  });
  demonstration = started;
  const entries = invoicing.file.entries.length + payroll.file.entries.length;
  const mandateId = await prepareMandate(client, { path, name: company.name, entries }, places.homeOf);
  // Without it their banners have less to say; everything else works.
  await attachDocuments(client, mandateId, places.documents).catch(tell);
  if (folder.isNew) await started.begin();
  return started;
}

/** In the reverse order of the start; a temporary folder goes too. */
async function stop(exitCode: number): Promise<void> {
  await server.close();
  await demonstration?.close();
  if (values.keep === undefined) await rm(root, { recursive: true, force: true });
  process.exit(exitCode);
}

function tell(error: unknown): void {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
}

async function made(folder: string): Promise<string> {
  await mkdir(folder, { recursive: true });
  return folder;
}
