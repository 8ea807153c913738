import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

/** How long a stopping agent may take before it is killed; it is safe to kill at any instruction. */
const STOP_MS = 5_000;
const LAST_LINES = 20;

export interface AgentProcess {
  readonly url: string;
  readonly token: string;
  /** Fulfilled when the process has ended, whoever ended it. */
  readonly ended: Promise<void>;
  stop(): Promise<void>;
}

export interface AgentOptions {
  /** The agent's `main.js`. */
  readonly main: string;
  readonly dataFolder: string;
  /** 0: any that is free. */
  readonly port: number;
  /** The desk's own origin, whose page may call the agent. */
  readonly allowOrigin: string;
}

/**
 * Starts the built agent and waits until it says where it is.
 *
 * @throws if it ends before; the message has the last lines that it wrote
 */
export async function startAgent({
  main,
  dataFolder,
  port,
  allowOrigin,
}: AgentOptions): Promise<AgentProcess> {
  const preload = new URL('leave-with-parent.mjs', import.meta.url).href;
  const child = spawn(
    process.execPath,
    ['--import', preload, main, '--data', dataFolder, '--port', String(port), '--allow-origin', allowOrigin],
    { stdio: ['ignore', 'pipe', 'pipe', 'ipc'] },
  );
  const ended = once(child, 'exit').then(() => undefined);
  const closed = once(child, 'close'); // Its last words may still be under way when it has ended.
  const said = lastLinesOf(child);
  const ready = await Promise.race([readyLine(child), ended]);
  if (ready === undefined) {
    await closed;
    throw new Error(`The agent (${main}) did not start:\n${said.join('\n')}`);
  }
  const token = (await readFile(ready.tokenFile, 'utf8')).trim();
  return { url: ready.url, token, ended, stop: () => stop(child, ended) };
}

/** Where the built agent lies, seen from the built desk. */
export const builtAgent = (): string =>
  fileURLToPath(new URL('../../synchro-agent/dist/main.js', import.meta.url));

interface Ready {
  readonly url: string;
  readonly tokenFile: string;
}

async function readyLine({ stdout }: ChildProcess): Promise<Ready | undefined> {
  if (stdout === null) return undefined;
  const lines = createInterface({ input: stdout });
  for await (const line of lines) {
    const ready = asReady(line);
    if (ready === undefined) continue;
    stdout.resume(); // Whatever it writes later must not fill the pipe.
    return ready;
  }
  return undefined;
}

function asReady(line: string): Ready | undefined {
  if (!line.startsWith('{')) return undefined;
  const value = JSON.parse(line) as Partial<Ready>;
  return value.url !== undefined && value.tokenFile !== undefined
    ? { url: value.url, tokenFile: value.tokenFile }
    : undefined;
}

function lastLinesOf({ stderr }: ChildProcess): readonly string[] {
  const lines: string[] = [];
  if (stderr !== null) {
    createInterface({ input: stderr }).on('line', (line) => {
      lines.push(line);
      if (lines.length > LAST_LINES) lines.shift();
    });
  }
  return lines;
}

async function stop(child: ChildProcess, ended: Promise<void>): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const impatience = setTimeout(() => child.kill('SIGKILL'), STOP_MS);
  if (child.connected) child.disconnect();
  await ended;
  clearTimeout(impatience);
}
