import { MISSING_AFTER_MS } from '@synchro/sync-core/domain';
import { scanClaim } from './claim.js';
import { correctIndexes } from './correct-indexes.js';
import type { Environment } from '../environment.js';
import { accountingsOf, present } from '../use-cases/lookups.js';
import type { AccountingRecord } from '../store/records.js';
import type { LinkMemory } from './link-memory.js';
import { scanChart } from './scan-chart.js';
import { scanIndex } from './scan-index.js';
import { scanLinks } from './scan-links.js';
import { scanSource } from './scan-source.js';
import { scanTwins } from './scan-twins.js';
import type { Sightings } from './sightings.js';

/**
 * Looks at all files of a mandate and brings the store up to what they are. The scan is the truth: it may be run at
 * any time, any number of times; where nothing changed it changes nothing.
 * @returns milliseconds after which to look again (something is not yet whole or quiet), `null` if all is settled
 */
export async function scanMandate(
  env: Environment,
  mandateId: string,
  sightings: Sightings,
  memory: LinkMemory,
): Promise<number | null> {
  const due: (number | null)[] = [];
  for (const { id } of env.store.read((tx) => accountingsOf(tx, mandateId))) {
    const read = () =>
      env.store.read((tx) => ({
        accounting: present(tx.accountings.get(id), `accounting file ${id}`),
        path: present(tx.files.get(id), `file ${id}`).path,
      }));
    const { path } = read();
    due.push(await scanAccountingFile(env, read().accounting, path, sightings));
    const folder = env.files.folderOf(path);
    const names = await env.files.list(folder);
    if (names !== null) {
      due.push(await scanIndex(env, read().accounting, path, names, sightings));
      due.push(await scanChart(env, read().accounting, path, names, sightings));
      await scanTwins(env, read().accounting, folder, names);
      await scanClaim(env, read().accounting, path);
    }
  }
  // After the claims: only who keeps the mandate corrects.
  due.push(await correctIndexes(env, mandateId, sightings));
  // Before a source is noted as missing, and with it how it looked.
  due.push(await scanLinks(env, mandateId, sightings, memory));
  for (const fileId of attachedSources(env, mandateId)) due.push(await scanSource(env, fileId, sightings));
  const waits = due.filter((ms) => ms !== null);
  return waits.length === 0 ? null : Math.min(...waits);
}

/** A vanished accounting file is told; what was known stays [T3]. */
async function scanAccountingFile(
  env: Environment,
  accounting: AccountingRecord,
  path: string,
  sightings: Sightings,
): Promise<number | null> {
  const found = await env.files.stat(path);
  const fingerprint = found?.kind === 'file' ? found.fingerprint : null;
  const stillForMs = sightings.stillForMs(path, fingerprint);
  const isMissing = fingerprint === null;
  if (isMissing === (accounting.missingSince !== null)) return null;
  if (isMissing && stillForMs < MISSING_AFTER_MS) return MISSING_AFTER_MS - stillForMs;
  env.store.transaction((tx) => {
    const current = present(tx.accountings.get(accounting.id), `accounting file ${accounting.id}`);
    tx.accountings.put({ ...current, missingSince: isMissing ? env.clock.now() : null });
  });
  return null;
}

function attachedSources(env: Environment, mandateId: string): readonly string[] {
  return env.store.read((tx) =>
    tx.files
      .by('mandateId', mandateId)
      .filter(({ role, detachedAt }) => role === 'entries' && detachedAt === null)
      .map(({ id }) => id),
  );
}
