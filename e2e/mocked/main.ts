import {
  ACCOUNTING,
  createWorld,
  createWorldHandlers,
  entryFile,
  FOLDER,
  INVOICES,
} from '@synchro/sync-testing';
import { setupWorker } from 'msw/browser';
import type { MockedControls } from './controls.js';

/** The mocked host page: starts the world behind a service worker, then embeds the banner as any host does. */
const given = new URLSearchParams(location.hash.slice(1));
/** Of invoicing or payroll; none: it is the accounting's window. */
const product = given.get('product') as 'facturation' | 'salaires' | null;
const DOCUMENT = `${FOLDER}/Atelier Rochat.fac`;

const world = createWorld();
const mandateId = await world.createMandate({
  documents: product === null ? [] : [{ product, path: DOCUMENT }],
});
const worker = setupWorker(...createWorldHandlers(world, location.origin, 'mocked'));
await worker.start({
  serviceWorker: { url: '/msw/mockServiceWorker.js', options: { scope: '/' } },
  onUnhandledRequest: 'bypass',
  quiet: true,
});

const request = { params: { mandateId }, body: undefined, idempotencyKey: null };
const postings = async () => (await world.service.handlers.listPostings({ ...request, query: {} })).items;

const controls: MockedControls = {
  writeInvoices: (lines, header) => world.writeInvoices(lines, header),
  writeHalf(lines) {
    const whole = entryFile(lines, { lot: 99 });
    world.files.write(INVOICES, whole.subarray(0, whole.length - 60));
  },
  writeFile: (name, bytes) =>
    world.files.write(
      `${FOLDER}/${name}`,
      Uint8Array.from(atob(bytes), (c) => c.charCodeAt(0)),
    ),
  removeFile: (name) => world.files.remove(`${FOLDER}/${name}`),
  setOnline: (online) => world.setOnline(online),
  postings,
  async post() {
    const { revision } = world.service.getStatus({ product: 'compta', path: ACCOUNTING });
    await world.service.handlers.createPosting({
      ...request,
      query: {},
      body: { entries: 'all', revision },
      idempotencyKey: crypto.randomUUID(),
    });
  },
  async unpost() {
    const [last] = (await postings()).filter(({ undoneAt }) => undoneAt === null);
    if (last === undefined) throw new Error('Nothing is posted.');
    const params = { mandateId, postingId: last.id };
    await world.service.handlers.deletePosting({ ...request, params, query: undefined });
  },
};
Object.assign(window, { synchro: controls });

document.documentElement.dataset['theme'] = given.get('theme') ?? 'light';
const program = product === null ? 'compta' : 'facturation';
const elementModule = `/elements/${program}-banner.js`;
await import(/* @vite-ignore */ elementModule);
const banner = document.createElement(`synchro-${program}-banner`);
const attributes = {
  'agent-url': location.origin,
  token: 'mocked',
  'document-path': product === null ? ACCOUNTING : DOCUMENT,
};
for (const [name, value] of Object.entries(attributes)) banner.setAttribute(name, value);
for (const name of ['product', 'locale', 'theme', 'height']) {
  const value = given.get(name);
  if (value !== null) banner.setAttribute(name, value);
}
document.querySelector('#slot')?.append(banner);
