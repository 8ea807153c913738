import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const app = fileURLToPath(new URL('..', import.meta.url));

/** Bundles the agent into a folder of the test's, so that the process under test is what is shipped. */
export async function bundleAgent(folder: string): Promise<string> {
  await build({
    absWorkingDir: app,
    entryPoints: ['src/main.ts'],
    outdir: folder,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    splitting: true,
    chunkNames: '[name]',
    platform: 'node',
    format: 'esm',
    target: 'node20',
    logLevel: 'error',
    plugins: [
      {
        name: 'packages-outside',
        setup: (bundler) =>
          bundler.onResolve({ filter: /^[^./]/ }, ({ path, kind }) =>
            kind === 'entry-point' || path.startsWith('@synchro/') || path.startsWith('node:')
              ? undefined
              : { path: fileURLToPath(import.meta.resolve(path)), external: true },
          ),
      },
    ],
  });
  return `${folder}/main.mjs`;
}

export interface RunningAgent extends AsyncDisposable {
  readonly process: ChildProcess;
  readonly url: string;
  readonly token: string;
  readonly tokenFile: string;
  readonly stdout: () => string;
  readonly stderr: () => string;
  /** `null` where a signal ended it. */
  readonly exitCode: Promise<number | null>;
  /** Ends it as the system does, and waits until it is gone. */
  kill(): Promise<void>;
}

/** Starts the agent as a process; resolves with its first line, or rejects with what it said when it ended. */
export async function runAgent(
  main: string,
  args: readonly string[],
  nodeArgs: readonly string[] = [],
): Promise<RunningAgent> {
  const process = spawn(globalThis.process.execPath, [...nodeArgs, main, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    // Tokens beside the bundle, in the test's folder.
    env: { ...globalThis.process.env, XDG_RUNTIME_DIR: dirname(main) },
  });
  let stdout = '';
  let stderr = '';
  process.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()));
  process.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
  const exitCode = new Promise<number | null>((resolve) => process.once('close', (code) => resolve(code)));
  const kill = async () => {
    process.kill('SIGKILL');
    await exitCode;
  };
  const lines = createInterface({ input: process.stdout });
  const first = await new Promise<string | null>((resolve) => {
    lines.once('line', resolve);
    void exitCode.then(() => resolve(null));
  });
  if (first === null)
    throw Object.assign(new Error(`The agent ended: ${stderr}`), {
      exitCode: await exitCode,
      stderr,
      stdout,
    });
  const { url, tokenFile } = JSON.parse(first) as { url: string; tokenFile: string };
  return {
    process,
    url,
    tokenFile,
    token: await readFile(tokenFile, 'utf8'),
    stdout: () => stdout,
    stderr: () => stderr,
    exitCode,
    kill,
    [Symbol.asyncDispose]: kill,
  };
}

/** Starts the agent and kills it some milliseconds later, wherever it then is. */
export async function killWhileStarting(main: string, args: readonly string[], ms: number): Promise<void> {
  const process = spawn(globalThis.process.execPath, [main, ...args], { stdio: 'ignore' });
  const closed = once(process, 'close');
  await setTimeout(ms);
  process.kill('SIGKILL');
  await closed;
}
