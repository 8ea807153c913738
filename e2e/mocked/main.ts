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
const world = createWorld();
const mandateId = await world.createMandate();
const worker = setupWorker(...createWorldHandlers(world, location.origin));
await worker.start({
  serviceWorker: { url: '/msw/mockServiceWorker.js', options: { scope: '/' } },
  onUnhandledRequest: 'bypass',
  quiet: true,
});

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
  async postings() {
    const { items } = await world.service.handlers.listPostings({
      params: { mandateId },
      query: {},
      body: undefined,
      idempotencyKey: null,
    });
    return items;
  },
};
Object.assign(window, { synchro: controls });

const given = new URLSearchParams(location.hash.slice(1));
document.documentElement.dataset['theme'] = given.get('theme') ?? 'light';
const elementModule = '/elements/compta-banner.js';
await import(/* @vite-ignore */ elementModule);
const banner = document.createElement('synchro-compta-banner');
const attributes = { 'agent-url': location.origin, token: 'mocked', 'document-path': ACCOUNTING };
for (const [name, value] of Object.entries(attributes)) banner.setAttribute(name, value);
for (const name of ['locale', 'theme', 'height']) {
  const value = given.get(name);
  if (value !== null) banner.setAttribute(name, value);
}
document.querySelector('#slot')?.append(banner);
