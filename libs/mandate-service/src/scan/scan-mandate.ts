import { MISSING_AFTER_MS } from '@synchro/sync-core/domain';
import { scanClaim } from './claim.js';
import { correctIndexes } from './correct-indexes.js';
import type { Environment } from '../environment.js';
import { accountingsOf, attachedFilesOf, isAttached, present } from '../use-cases/lookups.js';
import type { AccountingRecord } from '../store/records.js';
import type { StoreReader } from '../store/store.js';
import type { LinkMemory } from './link-memory.js';
import type { PeriodMemory } from './period-memory.js';
import { scanChart } from './scan-chart.js';
import { scanIndex } from './scan-index.js';
import { scanLinks } from './scan-links.js';
import { scanPeriods } from './scan-periods.js';
import { scanSource } from './scan-source.js';
import { scanTwins } from './scan-twins.js';
import type { Sightings } from './sightings.js';

/** What the scans remember from one to the next. */
export interface ScanMemory {
  readonly links: LinkMemory;
  readonly periods: PeriodMemory;
}

/**
 * Looks at all files of a mandate and brings the store up to what they are. The scan is the truth: it may be run at
 * any time, any number of times; where nothing changed it changes nothing. A file that is detached meanwhile, or the
 * mandate removed, is looked at no further.
 * @returns milliseconds after which to look again (something is not yet whole or quiet), `null` if all is settled
 */
export async function scanMandate(
  env: Environment,
  mandateId: string,
  sightings: Sightings,
  memory: ScanMemory,
): Promise<number | null> {
  const due: (number | null)[] = [];
  const listings = new Map<string, readonly string[] | null>();
  const namesIn = async (folder: string): Promise<readonly string[] | null> => {
    const known = listings.get(folder);
    if (known !== undefined) return known;
    const names = await env.files.list(folder);
    listings.set(folder, names);
    return names;
  };
  for (const { id } of env.store.read((tx) => accountingsOf(tx, mandateId)))
    due.push(...(await scanPeriod(env, id, namesIn, sightings)));
  // Once the periods of the mandate, its entry files and its claim are known as they are now.
  const { joined, waitMs } = await scanPeriods(env, mandateId, namesIn, sightings, memory.periods);
  due.push(waitMs);
  for (const id of joined) due.push(...(await scanPeriod(env, id, namesIn, sightings)));
  // After the claims: only who keeps the mandate corrects.
  due.push(await correctIndexes(env, mandateId, sightings));
  // Before a source is noted as missing, and with it how it looked.
  due.push(await scanLinks(env, mandateId, sightings, memory.links));
  for (const fileId of attachedSources(env, mandateId)) due.push(await scanSource(env, fileId, sightings));
  const waits = due.filter((ms) => ms !== null);
  return waits.length === 0 ? null : Math.min(...waits);
}

/** One accounting file, with its index, its chart and its claim. */
async function scanPeriod(
  env: Environment,
  accountingFileId: string,
  namesIn: (folder: string) => Promise<readonly string[] | null>,
  sightings: Sightings,
): Promise<readonly (number | null)[]> {
  const attached = () => env.store.read((tx) => attachedAccounting(tx, accountingFileId));
  const found = attached();
  if (found === null) return [];
  const due = [await scanAccountingFile(env, found.accounting, found.path, sightings)];
  const folder = env.files.folderOf(found.path);
  const names = await namesIn(folder);
  if (names === null) return due;
  const looks: readonly ((now: AttachedAccounting) => Promise<number | null>)[] = [
    ({ accounting, path }) => scanIndex(env, accounting, path, names, sightings),
    ({ accounting, path }) => scanChart(env, accounting, path, names, sightings),
    ({ accounting }) => scanTwins(env, accounting, folder, names).then(() => null),
    ({ accounting, path }) => scanClaim(env, accounting, path).then(() => null),
  ];
  for (const look of looks) {
    const now = attached();
    if (now?.path !== found.path) break; // Detached, or corrected to another place: the next scan looks there.
    due.push(await look(now));
  }
  return due;
}

interface AttachedAccounting {
  readonly accounting: AccountingRecord;
  readonly path: string;
}

function attachedAccounting(tx: StoreReader, id: string): AttachedAccounting | null {
  if (!isAttached(tx, id)) return null;
  return {
    accounting: present(tx.accountings.get(id), `accounting file ${id}`),
    path: present(tx.files.get(id), `file ${id}`).path,
  };
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
    attachedFilesOf(tx, mandateId)
      .filter(({ role }) => role === 'entries')
      .map(({ id }) => id),
  );
}
