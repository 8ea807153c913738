import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

/** Another process of a test, run from its source; it ends with the test at the latest. */
export interface Child extends AsyncDisposable {
  readonly pid: number;
  /** The lines it has written so far. */
  readonly lines: readonly string[];
  /** Waits until it has written this many lines. */
  written(count: number): Promise<void>;
  /** Kills it as the system does (SIGKILL) and waits until it is gone and all it wrote is read. */
  kill(): Promise<void>;
}

/** Runs a file beside this one, `lock-holder.child.ts`, with an argument. */
export function runChild(file: string, argument: string): Child {
  const path = fileURLToPath(new URL(file, import.meta.url));
  const child = spawn(process.execPath, ['--import', 'tsx', path, argument], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const lines: string[] = [];
  const reader = createInterface({ input: child.stdout });
  reader.on('line', (line) => lines.push(line));
  const closed = once(child, 'close');
  const kill = async () => {
    child.kill('SIGKILL');
    await closed;
  };
  return {
    pid: child.pid ?? 0,
    lines,
    async written(count) {
      const ended = closed.then(() => {
        throw new Error(`${file} ended before it wrote ${count} lines.`);
      });
      while (lines.length < count) await Promise.race([once(reader, 'line'), ended]);
      ended.catch(() => undefined);
    },
    kill,
    [Symbol.asyncDispose]: kill,
  };
}
