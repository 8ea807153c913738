import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chartFile, entryFile, index, invoicesListed } from '@synchro/mandate-service/test-files';
import type { EntryLine } from '@synchro/cresus-files';
import { pino } from 'pino';
import { startAgent } from '../src/start-agent.js';
import type { Agent } from '../src/start-agent.js';

export const INVOICES_NAME = 'Atelier Rochat (01-01-2026 ~ 31-12-2026).ecf';

/** A mandate's folder on disk. */
export interface TestMandate extends AsyncDisposable {
  readonly root: string;
  readonly folder: string;
  readonly accountingFile: string;
  write(lines: readonly EntryLine[], lot: number): Promise<void>;
}

export async function makeMandate(): Promise<TestMandate> {
  const root = await mkdtemp(join(tmpdir(), 'synchro-agent-'));
  const folder = await mkdtemp(join(root, 'mandat-'));
  const at = (name: string) => join(folder, name);
  await writeFile(at('Compta 2026.cre'), 'the accounting');
  await writeFile(at('Compta 2026.ecc'), index(invoicesListed), 'latin1');
  await writeFile(at('Compta 2026.crp'), chartFile());
  await writeFile(at(INVOICES_NAME), entryFile([]));
  return {
    root,
    folder,
    accountingFile: at('Compta 2026.cre'),
    write: (lines, lot) => writeFile(at(INVOICES_NAME), entryFile(lines, { lot })),
    [Symbol.asyncDispose]: () => rm(root, { recursive: true, force: true }),
  };
}

/** An agent in this process, on a free port. */
export async function openAgent(
  root: string,
  options: { readonly allowedOrigins?: readonly string[]; readonly chooserRoots?: readonly string[] } = {},
): Promise<Agent & { readonly token: string; readonly port: number }> {
  const agent = await startAgent({
    data: join(root, 'data'),
    tokenFile: join(root, 'token'),
    port: 0,
    allowedOrigins: options.allowedOrigins ?? [],
    chooserRoots: options.chooserRoots ?? [],
    logger: pino({ level: 'silent' }),
  });
  const token = await readFile(agent.tokenFile, 'utf8');
  return { ...agent, token, port: Number(new URL(agent.url).port) };
}
