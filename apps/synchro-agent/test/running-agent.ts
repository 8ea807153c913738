import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const app = fileURLToPath(new URL('..', import.meta.url));

/** Bundles the agent into a folder of the test's, so that the process under test is what is shipped. */
export async function bundleAgent(folder: string): Promise<string> {
  const outfile = `${folder}/main.js`;
  await build({
    absWorkingDir: app,
    entryPoints: ['src/main.ts'],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    logLevel: 'error',
    plugins: [
      {
        name: 'packages-outside',
        setup: ({ onResolve }) =>
          onResolve({ filter: /^[^./]/ }, ({ path, kind }) =>
            kind === 'entry-point' || path.startsWith('@synchro/') || path.startsWith('node:')
              ? undefined
              : { path: fileURLToPath(import.meta.resolve(path)), external: true },
          ),
      },
    ],
  });
  return outfile;
}

export interface RunningAgent {
  readonly process: ChildProcess;
  readonly url: string;
  readonly token: string;
  readonly stderr: () => string;
  readonly exitCode: Promise<number | null>;
}

/** Starts the agent as a process; resolves with its first line, or rejects with what it said when it ended. */
export async function runAgent(main: string, args: readonly string[]): Promise<RunningAgent> {
  const process = spawn(globalThis.process.execPath, [main, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  let stderr = '';
  process.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
  const exitCode = new Promise<number | null>((resolve) => process.once('close', (code) => resolve(code)));
  for await (const line of createInterface({ input: process.stdout })) {
    const { url, tokenFile } = JSON.parse(line) as { url: string; tokenFile: string };
    return { process, url, token: await readFile(tokenFile, 'utf8'), stderr: () => stderr, exitCode };
  }
  throw Object.assign(new Error(`The agent ended: ${stderr}`), { exitCode: await exitCode, stderr });
}
