import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createClient } from '@synchro/sync-core/client';
import { chartFile, entryFile, index, invoicesListed } from '@synchro/sync-testing';
import { memoryMb } from '../bench/process-facts.js';
import { startAgent } from './agent-process.js';
import type { HostServer } from './host-server.js';
import { CHART_NAME, DOCUMENT_NAME, INVOICES_NAME } from './stage.js';
import type { Stage } from './stage.js';

/** A real agent over real files in a temporary folder. */
export interface LiveStage extends Stage {
  readonly folder: string;
  readonly accountingFile: string;
  readonly agentUrl: string;
  readonly token: string;
  /** The most memory that the agent ever had, in megabytes. */
  peakMemoryMb(): Promise<number>;
}

export async function openLiveStage(host: HostServer): Promise<LiveStage> {
  const root = await mkdtemp(join(tmpdir(), 'synchro-e2e-'));
  const folder = await mkdtemp(join(root, 'mandat-'));
  const at = (name: string) => join(folder, name);
  const accountingFile = at('Compta 2026.cre');
  await writeFile(accountingFile, 'the accounting: an opaque binary');
  await writeFile(at('Compta 2026.ecc'), index(invoicesListed), 'latin1');
  await writeFile(at(CHART_NAME), chartFile());
  await writeFile(at(INVOICES_NAME), entryFile([]));

  let agent = await startAgent(join(root, 'agent'), 0, host.origins);
  const { url: agentUrl, token } = agent;
  const client = createClient({ url: agentUrl, token });
  const { id: mandateId } = await client.call('createMandate', {
    body: { name: 'Atelier Rochat', accountingFile },
  });
  let lot = 1;
  const postings = async () => (await client.call('listPostings', { params: { mandateId } })).items;

  return {
    folder,
    accountingFile,
    agentUrl,
    token,
    peakMemoryMb: () => memoryMb(agent.pid, 'VmHWM'),
    async open(page, options = {}) {
      const fragment = new URLSearchParams({
        'agent-url': agentUrl,
        token,
        'document-path': accountingFile,
        locale: 'fr',
        ...options,
      });
      await page.goto(`${host.origin}/#${fragment.toString()}`);
    },
    async openDocument(page, product, options = {}) {
      const path = at(DOCUMENT_NAME);
      await writeFile(path, `a document of ${product}: an opaque binary`);
      await client.call('attachFile', { params: { mandateId }, body: { product, path } });
      const fragment = new URLSearchParams({
        program: 'facturation',
        product,
        'agent-url': agentUrl,
        token,
        'document-path': path,
        locale: 'fr',
        ...options,
      });
      await page.goto(`${host.origin}/#${fragment.toString()}`);
    },
    async writeInvoices(lines, header) {
      lot += 1;
      await writeFile(at(INVOICES_NAME), entryFile(lines, { lot, ...header }));
    },
    async writeHalf(lines) {
      const whole = entryFile(lines, { lot: lot + 1 });
      await writeFile(at(INVOICES_NAME), whole.subarray(0, whole.length - 60));
    },
    writeFile: (name, bytes) => writeFile(at(name), bytes),
    removeFile: (name) => rm(at(name)),
    async stopService() {
      await agent.kill();
    },
    async startService() {
      agent = await startAgent(join(root, 'agent'), Number(new URL(agentUrl).port), host.origins);
    },
    postings,
    async post() {
      const { revision } = await client.call('listEntries', { params: { mandateId }, query: { limit: 1 } });
      await client.call('createPosting', {
        params: { mandateId },
        body: { entries: 'all', revision },
        idempotencyKey: crypto.randomUUID(),
      });
    },
    async unpost() {
      const [last] = (await postings()).filter(({ undoneAt }) => undoneAt === null);
      if (last === undefined) throw new Error('Nothing is posted.');
      await client.call('deletePosting', { params: { mandateId, postingId: last.id } });
    },
    async close() {
      await agent.kill();
      await rm(root, { recursive: true, force: true });
    },
  };
}
