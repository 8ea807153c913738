import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const DESK = fileURLToPath(new URL('../../apps/synchro-desk/dist/main.js', import.meta.url));

/** The built demonstration, with its own agent, over files of its own. */
export interface RunningDesk {
  /** The address that it prints, with the key of this start. */
  readonly url: string;
  /** As Ctrl-C does; `SIGKILL` leaves it no time for anything. */
  stop(signal?: 'SIGTERM' | 'SIGKILL'): Promise<void>;
}

/**
 * Starts it on a free port and waits for its address.
 * @param keep the folder that it works in and leaves; without one it has a temporary one
 * @throws with what it said, if it ends before
 */
export async function startDesk(keep?: string): Promise<RunningDesk> {
  const options = ['--port', '0', ...(keep === undefined ? [] : ['--keep', keep])];
  const desk = spawn(process.execPath, [DESK, ...options], { stdio: ['ignore', 'pipe', 'pipe'] });
  const ended = once(desk, 'exit');
  let said = '';
  desk.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
  for await (const line of createInterface({ input: desk.stdout })) {
    const url = /http:\S+/.exec(line)?.[0];
    if (url === undefined) continue;
    return {
      url,
      async stop(signal = 'SIGTERM') {
        desk.kill(signal);
        await ended;
      },
    };
  }
  throw new Error(`The desk ended before it was ready:\n${said}`);
}
