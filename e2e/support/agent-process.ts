import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const AGENT = fileURLToPath(new URL('../../apps/synchro-agent/dist/main.js', import.meta.url));

/** The built agent as a process. */
export interface RunningAgent {
  readonly pid: number;
  readonly url: string;
  readonly token: string;
  /** `kill -9`, and its end awaited. */
  kill(): Promise<void>;
}

/** Starts it and waits for its first line. @throws with what it logged, if it ends before */
export async function startAgent(
  data: string,
  port: number,
  allowedOrigins: readonly string[],
): Promise<RunningAgent> {
  const origins = allowedOrigins.flatMap((origin) => ['--allow-origin', origin]);
  const agent = spawn(
    process.execPath,
    [AGENT, '--data', data, '--token-file', `${data}.token`, '--port', String(port), ...origins],
    {
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  const ended = new Promise<void>((resolve) => agent.once('exit', () => resolve()));
  let log = '';
  agent.stderr.on('data', (chunk: Buffer) => (log += chunk.toString()));
  for await (const line of createInterface({ input: agent.stdout })) {
    const { url, tokenFile } = JSON.parse(line) as { url: string; tokenFile: string };
    return {
      pid: agent.pid ?? 0,
      url,
      token: await readFile(tokenFile, 'utf8'),
      async kill() {
        agent.kill('SIGKILL');
        await ended;
      },
    };
  }
  throw new Error(`The agent ended before it was ready:\n${log}`);
}
