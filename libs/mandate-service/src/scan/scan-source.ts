import { WHOLE_AFTER_MS } from '@synchro/sync-core/domain';
import type { Environment } from '../environment.js';
import { isAttached } from '../use-cases/lookups.js';
import type { Fingerprint, SourceRecord } from '../store/records.js';
import type { OngoingFailure } from './failed-checks.js';
import { sameFingerprint } from './sightings.js';
import type { Sightings } from './sightings.js';
import { isRefused, takeInSource } from '../use-cases/take-in-source.js';
import type { FoundSource } from '../use-cases/take-in-source.js';
import { READER_FORMAT } from '../use-cases/version-reader.js';

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
  const stillForMs = sightings.stillForMs(path, fingerprint);
  const isSettled =
    fingerprint === null
      ? settled === 'missing'
      : settled !== 'missing' && sameFingerprint(fingerprint, settled);
  if (isSettled) return null;

  const found = await readSource(env, path, fingerprint);
  if (found === null) return 0; // It changed under the reading: look again at once.
  const decision = env.store.transaction((tx) => {
    if (!isAttached(tx, fileId)) return null; // Detached, or its mandate removed, while it was read.
    return takeInSource(tx, env.versions, { fileId, found, stillForMs, now: env.clock.now() });
  });
  return decision?.action === 'wait' ? decision.forMs : null;
}

/**
 * Reports that the file system refuses an entry file: the file is unreadable, with the system's reason [W5].
 * @returns milliseconds after which to report it, `null` if it is reported
 */
export function reportRefusal(
  env: Environment,
  fileId: string,
  { reason, lastedMs }: OngoingFailure,
): number | null {
  // The time limit of a drive that does not answer has been wait enough.
  const stillForMs = reason === 'not-responding' ? WHOLE_AFTER_MS : lastedMs;
  const decision = env.store.transaction((tx) => {
    if (!isAttached(tx, fileId)) return null;
    const found = { status: 'refused', reason } as const;
    return takeInSource(tx, env.versions, { fileId, found, stillForMs, now: env.clock.now() });
  });
  return decision?.action === 'wait' ? decision.forMs : null;
}

async function readSource(
  env: Environment,
  path: string,
  seen: Fingerprint | null,
): Promise<FoundSource | null> {
  if (seen === null) return { status: 'missing' };
  const read = await env.files.read(path);
  if (read === null) return null;
  return { status: 'read', ...read, version: env.sha256(read.bytes) };
}

/**
 * What an earlier reader decided on is not settled: today's may read it otherwise [H7]. A file that the file system
 * refused was not decided on either [W5].
 */
function settledBy(source: SourceRecord | undefined, format: number): SourceRecord['settled'] {
  const settled = isRefused(source) ? null : (source?.settled ?? null);
  return settled === 'missing' || (source?.settledFormat ?? 1) === format ? settled : null;
}
