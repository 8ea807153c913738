import { mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
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
  /** Gives the entry file another name, together with its line in the index: the file first, or the line. */
  rename(name: string, first: 'file' | 'line'): Promise<void>;
}

export async function makeMandate(): Promise<TestMandate> {
  const root = await mkdtemp(join(tmpdir(), 'synchro-agent-'));
  const folder = await mkdtemp(join(root, 'mandat-'));
  const at = (name: string) => join(folder, name);
  await writeFile(at('Compta 2026.cre'), 'the accounting');
  await writeFile(at('Compta 2026.ecc'), index(invoicesListed), 'latin1');
  await writeFile(at('Compta 2026.crp'), chartFile());
  await writeFile(at(INVOICES_NAME), entryFile([]));
  let entries = INVOICES_NAME;
  return {
    root,
    folder,
    accountingFile: at('Compta 2026.cre'),
    write: (lines, lot) => writeFile(at(entries), entryFile(lines, { lot })),
    async rename(name, first) {
      const line = () =>
        writeFile(at('Compta 2026.ecc'), index(invoicesListed.replace(INVOICES_NAME, name)), 'latin1');
      if (first === 'line') await line();
      await rename(at(entries), at(name));
      if (first === 'file') await line();
      entries = name;
    },
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
