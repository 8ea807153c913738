import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { createClient } from '@synchro/sync-core/client';
import { chartFile, entryFile, index, invoicesListed } from '@synchro/sync-testing';
import type { HostServer } from './host-server.js';
import { CHART_NAME, INVOICES_NAME } from './stage.js';
import type { Stage } from './stage.js';

const AGENT = fileURLToPath(new URL('../../apps/synchro-agent/dist/main.js', import.meta.url));

/** A real agent over real files in a temporary folder. */
export interface LiveStage extends Stage {
  readonly folder: string;
  readonly accountingFile: string;
  readonly agentUrl: string;
  readonly token: string;
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

  let agent = await startAgent(join(root, 'agent'), 0, host.origin);
  const { url: agentUrl, token } = agent;
  const client = createClient({ url: agentUrl, token });
  const { id: mandateId } = await client.call('createMandate', {
    body: { name: 'Atelier Rochat', accountingFile },
  });
  let lot = 1;

  return {
    folder,
    accountingFile,
    agentUrl,
    token,
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
      agent.process.kill('SIGKILL');
      await agent.ended;
    },
    async startService() {
      agent = await startAgent(join(root, 'agent'), Number(new URL(agentUrl).port), host.origin);
    },
    async postings() {
      return (await client.call('listPostings', { params: { mandateId } })).items;
    },
    async close() {
      agent.process.kill('SIGKILL');
      await agent.ended;
      await rm(root, { recursive: true, force: true });
    },
  };
}

interface RunningAgent {
  readonly process: ChildProcess;
  readonly ended: Promise<void>;
  readonly url: string;
  readonly token: string;
}

async function startAgent(data: string, port: number, origin: string): Promise<RunningAgent> {
  const process = spawn(
    globalThis.process.execPath,
    [AGENT, '--data', data, '--port', String(port), '--allow-origin', origin],
    {
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  const ended = new Promise<void>((resolve) => process.once('exit', () => resolve()));
  let log = '';
  process.stderr.on('data', (chunk: Buffer) => (log += chunk.toString()));
  for await (const line of createInterface({ input: process.stdout })) {
    const { url, tokenFile } = JSON.parse(line) as { url: string; tokenFile: string };
    return { process, ended, url, token: await readFile(tokenFile, 'utf8') };
  }
  throw new Error(`The agent ended before it was ready:\n${log}`);
}
