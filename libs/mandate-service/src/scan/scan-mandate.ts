import { MISSING_AFTER_MS } from '@synchro/sync-core/domain';
import { claimPath } from './claim-file.js';
import { scanClaim, settleClaim } from './claim.js';
import { correctIndexes } from './correct-indexes.js';
import type { Environment } from '../environment.js';
import { accountingsOf, attachedFilesOf, isAttached, present } from '../use-cases/lookups.js';
import type { AccountingRecord } from '../store/records.js';
import type { StoreReader } from '../store/store.js';
import { earliest } from './earliest.js';
import type { CheckRound } from './failed-checks.js';
import type { LinkMemory } from './link-memory.js';
import type { PeriodMemory } from './period-memory.js';
import { scanChart } from './scan-chart.js';
import { scanIndex, withExtension } from './scan-index.js';
import { scanLinks } from './scan-links.js';
import { scanPeriods } from './scan-periods.js';
import { reportRefusal, scanSource } from './scan-source.js';
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
  const round = env.checks.begin(mandateId);
  const due: (number | null)[] = [];
  const accountings = accountingFiles(env, mandateId);
  const ofMandate = { accountingFileId: null, path: accountings[0]?.path ?? mandateId };
  const waitMs = await round.attempt(ofMandate, async () => {
    const listings = new Map<string, readonly string[] | null>();
    const namesIn = async (folder: string): Promise<readonly string[] | null> => {
      const known = listings.get(folder);
      if (known !== undefined) return known;
      const names = await env.files.list(folder);
      listings.set(folder, names);
      return names;
    };
    const scan = { namesIn, sightings, round };
    for (const { id } of accountings) due.push(...(await scanPeriod(env, id, scan)));
    // Once the periods of the mandate, its entry files and its claim are known as they are now.
    const { joined, waitMs } = await scanPeriods(env, mandateId, { ...scan, memory: memory.periods });
    due.push(waitMs);
    for (const id of joined) due.push(...(await scanPeriod(env, id, scan)));
    // After the claims: only who keeps the mandate corrects.
    const isOurs = async (id: string, path: string) =>
      (await env.turns.run(id, () => settleClaim(env, id, path))).status === 'ours';
    due.push(await correctIndexes({ ...env, isOurs }, mandateId, sightings, round));
    // Before a source is noted as missing, and with it how it looked.
    due.push(await scanLinks(env, mandateId, sightings, memory.links, round));
    for (const { id, path } of attachedSources(env, mandateId))
      due.push(
        await round.attempt(
          { accountingFileId: null, path },
          () => scanSource(env, id, sightings),
          (failure) => reportRefusal(env, id, failure),
        ),
      );
    round.end();
    return null;
  });
  return earliest([waitMs, ...due]);
}

/** What the checks of one scan share. */
interface Scan {
  readonly namesIn: (folder: string) => Promise<readonly string[] | null>;
  readonly sightings: Sightings;
  readonly round: CheckRound;
}

/** One accounting file, with its index, its chart and its claim. Each is checked on its own. */
async function scanPeriod(
  env: Environment,
  accountingFileId: string,
  { namesIn, sightings, round }: Scan,
): Promise<readonly (number | null)[]> {
  const attached = () => env.store.read((tx) => attachedAccounting(tx, accountingFileId));
  const found = attached();
  if (found === null) return [];
  const { path } = found;
  const folder = env.files.folderOf(path);
  const due: (number | null)[] = [];
  let names: readonly string[] | null = null;
  const check = async (what: string, look: (now: AttachedAccounting) => Promise<number | null>) => {
    const now = attached();
    if (now?.path !== path) return; // Detached, or corrected to another place: the next scan looks there.
    due.push(await round.attempt({ accountingFileId, path: what }, () => look(now)));
  };
  await check(path, ({ accounting }) => scanAccountingFile(env, accounting, path, sightings));
  await check(folder, async () => {
    names = await namesIn(folder);
    return null;
  });
  const listed = names as readonly string[] | null;
  if (listed !== null) {
    await check(withExtension(path, '.ecc'), ({ accounting }) =>
      scanIndex(env, accounting, path, listed, sightings),
    );
    await check(withExtension(path, '.crp'), ({ accounting }) =>
      scanChart(env, accounting, path, listed, { sightings, round }),
    );
    await check(folder, ({ accounting }) => scanTwins(env, accounting, folder, listed, round));
  }
  await check(claimPath(path), () => scanClaim(env, accountingFileId, path).then(() => null));
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

const accountingFiles = (
  env: Environment,
  mandateId: string,
): readonly { readonly id: string; readonly path: string }[] =>
  env.store.read((tx) =>
    accountingsOf(tx, mandateId).map(({ id }) => present(tx.files.get(id), `file ${id}`)),
  );

function attachedSources(
  env: Environment,
  mandateId: string,
): readonly { readonly id: string; readonly path: string }[] {
  return env.store.read((tx) => attachedFilesOf(tx, mandateId).filter(({ role }) => role === 'entries'));
}
