import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const DESK = fileURLToPath(new URL('../../apps/synchro-desk/dist/main.js', import.meta.url));

/** The built demonstration, with its own agent, over files of its own. */
export interface RunningDesk {
  /** The address that it prints, with the key of this start. */
  readonly url: string;
  stop(): Promise<void>;
}

/** Starts it on a free port and waits for its address. @throws with what it said, if it ends before */
export async function startDesk(): Promise<RunningDesk> {
  const desk = spawn(process.execPath, [DESK, '--port', '0'], { stdio: ['ignore', 'pipe', 'pipe'] });
  const ended = once(desk, 'exit');
  let said = '';
  desk.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
  for await (const line of createInterface({ input: desk.stdout })) {
    const url = /http:\S+/.exec(line)?.[0];
    if (url === undefined) continue;
    return {
      url,
      async stop() {
        desk.kill('SIGTERM');
        await ended;
      },
    };
  }
  throw new Error(`The desk ended before it was ready:\n${said}`);
}
