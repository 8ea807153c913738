import { WHOLE_AFTER_MS } from '@synchro/sync-core/domain';
import type { Environment } from '../environment.js';
import { MAX_BYTES } from '../files/file-size-limits.js';
import { readProblemOf } from '../files/read-problem-of.js';
import { isAttached } from '../use-cases/lookups.js';
import type { Fingerprint, SourceRecord } from '../store/records.js';
import type { OngoingFailure } from './failed-checks.js';
import { readWhole } from './read-whole.js';
import { sameFingerprint, stampSpanMs } from './sightings.js';
import type { Sightings } from './sightings.js';
import { isRefused, takeInSource } from '../use-cases/take-in-source.js';
import { READER_FORMAT } from '../use-cases/version-reader.js';

/** Taking in a file of this size takes more than a few milliseconds. */
const LONG_BYTES = 200_000;

/**
 * Looks at one entry file and takes it in if it is another than the one last decided on.
 * @returns milliseconds after which to look again, `null` if there is nothing to wait for
 * @throws what the file system says where it refuses the file; `reportRefusal` reports it
 */
export async function scanSource(
  env: Environment,
  fileId: string,
  sightings: Sightings,
): Promise<number | null> {
  const { path, settled } = env.store.read((tx) => ({
    path: isAttached(tx, fileId) ? tx.files.get(fileId)?.path : undefined,
    settled: settledBy(tx.sources.get(fileId), READER_FORMAT),
  }));
  if (path === undefined) return null;
  const look = await env.files.stat(path);
  const fingerprint = look?.kind === 'file' ? look.fingerprint : null;
  const missingForMs = sightings.stillForMs(path, fingerprint);
  if (fingerprint === null) sightings.readSucceeded(path);
  if (isSettled(fingerprint, settled)) return null;

  const found =
    fingerprint === null
      ? ({ status: 'missing', stillForMs: missingForMs, unprovenMs: 0 } as const)
      : await readSource(env, path, sightings);
  if (typeof found === 'number') return found;
  const takeIn = () =>
    env.store.transaction((tx) => {
      if (!isAttached(tx, fileId)) return null; // Detached, or its mandate removed, while it was read.
      const { stillForMs } = found;
      return takeInSource(tx, env.versions, { fileId, found, stillForMs, now: env.clock.now() });
    });
  const isLong = found.status === 'read' && found.bytes.length > LONG_BYTES;
  const decision = isLong && env.interruptibly !== undefined ? env.interruptibly(takeIn) : takeIn();
  if (decision === null) return null;
  const waitMs = decision.action === 'wait' ? decision.forMs : Infinity;
  const againMs = Math.min(waitMs, found.unprovenMs === 0 ? Infinity : found.unprovenMs);
  return againMs === Infinity ? null : againMs;
}

/** An older record says nothing about the time of change: its file is read once more [T1d]. */
function isSettled(look: Fingerprint | null, settled: SourceRecord['settled']): boolean {
  if (look === null || settled === 'missing') return look === null && settled === 'missing';
  return settled?.changedAtMs !== undefined && sameFingerprint(look, settled);
}

/**
 * Reports that the file system refuses an entry file: the file is unreadable, with the system's reason [W5].
 * @returns milliseconds after which to report it, `null` if it is reported
 */
export function reportRefusal(
  env: Environment,
  fileId: string,
  { reason, cause, lastedMs }: OngoingFailure,
): number | null {
  // The time limit of a drive that does not answer has been wait enough.
  const stillForMs = reason === 'not-responding' ? WHOLE_AFTER_MS : lastedMs;
  const decision = env.store.transaction((tx) => {
    if (!isAttached(tx, fileId)) return null;
    const found = { status: 'refused', problem: readProblemOf(cause) } as const;
    return takeInSource(tx, env.versions, { fileId, found, stillForMs, now: env.clock.now() });
  });
  return decision?.action === 'wait' ? decision.forMs : null;
}

/** @returns what was read, or after how many milliseconds to check again */
async function readSource(env: Environment, path: string, sightings: Sightings) {
  const read = await readWhole(env, path, { maxBytes: MAX_BYTES.entries }, sightings);
  if (typeof read === 'number') return read;
  const { bytes, fingerprint } = read;
  // So long the file may have been written without any other time stamp [T1c].
  const spanMs = stampSpanMs(fingerprint);
  const unprovenMs = Math.max(0, spanMs - read.stillForMs);
  return {
    status: 'read',
    bytes,
    version: env.sha256(bytes),
    settles: unprovenMs === 0 ? fingerprint : null,
    stillForMs: Math.max(0, read.stillForMs - spanMs),
    unprovenMs,
  } as const;
}

/**
 * What an earlier reader decided on is not settled: today's may read it otherwise [H7]. A file that the file system
 * refused was not decided on either [W5].
 */
function settledBy(source: SourceRecord | undefined, format: number): SourceRecord['settled'] {
  const settled = isRefused(source) ? null : (source?.settled ?? null);
  return settled === 'missing' || (source?.settledFormat ?? 1) === format ? settled : null;
}
