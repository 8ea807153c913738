import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

/** Another process of a test; it ends with the test at the latest. */
export interface Child extends AsyncDisposable {
  readonly pid: number;
  /** The lines it has written so far. */
  readonly lines: readonly string[];
  /** Waits until it has written this many lines. */
  readonly written: (count: number) => Promise<void>;
  /** Its exit code, or the signal that ended it, once it is gone and all that it wrote is read. */
  readonly ended: Promise<readonly [number | null, NodeJS.Signals | null]>;
  /** Kills it as the system does (SIGKILL) and waits until it is gone and all that it wrote is read. */
  readonly kill: () => Promise<void>;
}

/** Gives what runs a file beside this one (`lock-holder.child.ts`) with an argument; bundled, it starts ten times faster. */
export async function childRunner(file: string): Promise<(argument: string) => Child> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL(file, import.meta.url))],
    bundle: true,
    write: false,
    platform: 'node',
    format: 'esm',
    external: ['@photostructure/sqlite'],
  });
  const code = outputFiles[0]?.text ?? '';
  return (argument) => runChild(code, argument);
}

function runChild(code: string, argument: string): Child {
  // From standard input it resolves packages as a file in this folder would.
  const child = spawn(process.execPath, ['--input-type=module', '-', argument], {
    cwd: fileURLToPath(new URL('.', import.meta.url)),
    stdio: ['pipe', 'pipe', 'inherit', 'ipc'],
  });
  const { stdin, stdout } = child;
  if (stdin === null || stdout === null) throw new Error('A child has no pipes.');
  const lines: string[] = [];
  const reader = createInterface({ input: stdout });
  reader.on('line', (line) => lines.push(line));
  const closed = once(child, 'close') as unknown as Child['ended'];
  stdin.end(code);

  const kill = async () => {
    child.kill('SIGKILL');
    await closed;
  };
  return {
    pid: child.pid ?? 0,
    lines,
    async written(count) {
      const ended = closed.then(() =>
        Promise.reject(new Error(`A child ended before it wrote ${count} lines.`)),
      );
      while (lines.length < count) await Promise.race([once(reader, 'line'), ended]);
      ended.catch(() => undefined);
    },
    ended: closed,
    kill,
    [Symbol.asyncDispose]: kill,
  };
}
