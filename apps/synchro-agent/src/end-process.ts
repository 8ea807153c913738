import { setTimeout } from 'node:timers/promises';

/** Looks at files that are under way end within this time, unless their drive does not answer. */
const WAIT_MS = 500;

/**
 * Ends the process. `process.exit` waits for the threads that look at files, and one that waits for a dead network
 * drive may do so for minutes: then the process ends the way the signal itself ends one.
 */
export async function endProcess(code: number, signal: NodeJS.Signals): Promise<void> {
  const until = performance.now() + WAIT_MS;
  while (looksAtFiles() && performance.now() < until) await setTimeout(10);
  if (!looksAtFiles()) process.exit(code);
  process.removeAllListeners(signal);
  process.kill(process.pid, signal);
}

const looksAtFiles = (): boolean =>
  process.getActiveResourcesInfo().some((name) => name.startsWith('FSReq') || name === 'FileHandleCloseReq');
