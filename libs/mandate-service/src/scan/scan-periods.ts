import { findByName, readChart, readEccIndex } from '@synchro/cresus-files';
import { joinsMandate, periodOfNames, QUIET_MS } from '@synchro/sync-core/domain';
import type { FiscalPeriod, FoundPeriod, MandatePeriods } from '@synchro/sync-core/domain';
import type { Environment } from '../environment.js';
import { MAX_BYTES } from '../files/file-size-limits.js';
import { attachAccountingFile } from '../use-cases/attach-accounting-file.js';
import { holderOfFile } from '../use-cases/known-file.js';
import {
  accountingsOf,
  attachedAt,
  holderOf,
  isKeptMandate,
  present,
  recordsAt,
} from '../use-cases/lookups.js';
import type { StoreReader } from '../store/store.js';
import { earliest } from './earliest.js';
import type { CheckRound } from './failed-checks.js';
import type { PeriodMemory, Remembered } from './period-memory.js';
import { withExtension } from './scan-index.js';
import { sameFingerprint } from './sightings.js';
import type { Sightings } from './sightings.js';

/** What the scan of the periods shares with the rest of the scan, and remembers. */
interface PeriodScan {
  readonly namesIn: (folder: string) => Promise<readonly string[] | null>;
  readonly sightings: Sightings;
  readonly memory: PeriodMemory;
  readonly round: CheckRound;
}

/** What was found beside the mandate's accounting files; whether it is taken is asked when it is decided on. */
type Found = Pick<FoundPeriod, 'sharesEntryFile' | 'period'> & { readonly path: string };

/**
 * Looks for new fiscal periods beside the mandate's accounting files; one that is linked with the mandate, and whose
 * period is new to it, joins it [P5]. Only what lies in these folders is looked at, and read once while it stays.
 * @returns the accounting files that joined, and after how many milliseconds to look again (`null`: nothing to wait for)
 */
export async function scanPeriods(
  env: Environment,
  mandateId: string,
  { namesIn, sightings, memory, round }: PeriodScan,
): Promise<{ readonly joined: readonly string[]; readonly waitMs: number | null }> {
  const folders = env.store.read((tx) => {
    const { isHeldElsewhere, periods } = periodsOf(tx, mandateId);
    return isHeldElsewhere || periods.includes(null) ? [] : foldersOf(tx, env, mandateId);
  });
  const found: Found[] = [];
  const due: (number | null)[] = [];
  const unchecked = new Set<string>();
  for (const folder of folders) {
    unchecked.add(folder);
    const waitMs = await round.attempt({ accountingFileId: null, path: folder }, async () => {
      const names = (await namesIn(folder)) ?? [];
      unchecked.delete(folder);
      for (const path of looseAccountingFiles(env, folder, names)) {
        unchecked.add(path);
        const duePart = await round.attempt({ accountingFileId: null, path }, async () => {
          const looked = await lookAt(env, mandateId, path, names, { sightings, memory, due });
          unchecked.delete(path);
          if (looked !== null) found.push(looked);
          return null;
        });
        due.push(duePart);
      }
      return null;
    });
    due.push(waitMs);
  }
  // One that could not be looked at may be of the same period: which of them joins is decided when all are known.
  const joining = unchecked.size > 0 ? [] : env.store.read((tx) => decide(tx, mandateId, found));
  const joined =
    joining.length === 0
      ? []
      : env.store.transaction((tx) =>
          joining.map(({ path }) => attachAccountingFile(tx, env, { mandateId, path, chartPath: null })),
        );
  return { joined, waitMs: earliest(due) };
}

function decide(tx: StoreReader, mandateId: string, found: readonly Found[]): readonly Found[] {
  if (!isKeptMandate(tx, mandateId)) return [];
  const mandate = periodsOf(tx, mandateId);
  const periods = found.map((one) => ({ ...one, ...standingOf(tx, one.path) }));
  return periods.filter((one) =>
    joinsMandate(
      one,
      mandate,
      periods.filter((other) => other !== one),
    ),
  );
}

function periodsOf(tx: StoreReader, mandateId: string): MandatePeriods {
  const accountings = accountingsOf(tx, mandateId);
  return {
    isHeldElsewhere: accountings.some((one) => holderOf(one) !== null),
    periods: accountings.map(({ period }) => period),
  };
}

function foldersOf(tx: StoreReader, { files }: Environment, mandateId: string): readonly string[] {
  const paths = accountingsOf(tx, mandateId).map(({ id }) => present(tx.files.get(id), `file ${id}`).path);
  return [...new Set(paths.map((path) => files.folderOf(path)))];
}

/** Accounting files with an index of their own that belong to no mandate and that no person has detached. */
function looseAccountingFiles(env: Environment, folder: string, names: readonly string[]): readonly string[] {
  const all = new Set(names);
  const candidates = names.filter(
    (name) => name.toLowerCase().endsWith('.cre') && all.has(withExtension(name, '.ecc')),
  );
  return env.store.read((tx) =>
    candidates
      .map((name) => env.files.join(folder, name))
      .filter((path) => {
        const { isAttached, isDismissed } = standingOf(tx, path);
        return !isAttached && !isDismissed;
      }),
  );
}

function standingOf(tx: StoreReader, path: string): Pick<FoundPeriod, 'isAttached' | 'isDismissed'> {
  return {
    isAttached: attachedAt(tx, path) !== undefined,
    isDismissed: recordsAt(tx, path).some(
      (file) => file.isDismissed === true || !isKeptMandate(tx, file.mandateId),
    ),
  };
}

interface Looking {
  readonly sightings: Sightings;
  readonly memory: PeriodMemory;
  /** Takes when to look again at what is not quiet yet. */
  readonly due: (number | null)[];
}

/** What an accounting file's own files tell of it; `null`: nothing yet, or it has nothing to do with the mandate. */
async function lookAt(
  env: Environment,
  mandateId: string,
  path: string,
  names: readonly string[],
  looking: Looking,
): Promise<Found | null> {
  const { files, store } = env;
  const { indexes, charts } = looking.memory;
  const listed = await readQuiet(
    env,
    withExtension(path, '.ecc'),
    looking,
    indexes,
    { maxBytes: MAX_BYTES.index },
    namesListed,
  );
  if (listed === undefined || listed === null) return null;
  const folder = files.folderOf(path);
  const sharesEntryFile = store.read((tx) =>
    listed.some((name) => {
      const holder = attachedAt(tx, files.join(folder, findByName(names, name) ?? name));
      return holder?.mandateId === mandateId && holder.role === 'entries';
    }),
  );
  const found = sharesEntryFile ? await files.stat(path) : null;
  // Attached under another path [L13], it has its mandate.
  if (found?.kind !== 'file' || (await holderOfFile(env, path, found)) !== undefined) return null;
  const chartPath = withExtension(path, '.crp');
  const named = periodOfNames(listed);
  if (!names.includes(files.nameOf(chartPath))) return { path, sharesEntryFile, period: named };
  const chart = await readQuiet(
    env,
    chartPath,
    looking,
    charts,
    { maxBytes: MAX_BYTES.chart },
    periodCharted,
  );
  // A chart that cannot be read says something, but not what.
  if (chart === undefined || chart === null) return null;
  return { path, sharesEntryFile, period: chart.period ?? named };
}

/** Reads a file that has been still for a moment; `undefined`: it is not, or cannot be read now. */
async function readQuiet<T>(
  env: Environment,
  path: string,
  { sightings, due }: Looking,
  remembered: Remembered<T>,
  limit: { readonly maxBytes: number },
  tell: (bytes: Uint8Array) => T,
): Promise<T | undefined> {
  const found = await env.files.stat(path);
  if (found?.kind !== 'file') return undefined;
  const stillForMs = sightings.stillForMs(path, found.fingerprint);
  if (stillForMs < QUIET_MS) {
    due.push(QUIET_MS - stillForMs);
    return undefined;
  }
  return remembered.of(path, found.fingerprint, async () => {
    const read = await env.files.read(path, limit);
    return read !== null && sameFingerprint(read.fingerprint, found.fingerprint)
      ? tell(read.bytes)
      : undefined;
  });
}

function namesListed(bytes: Uint8Array): readonly string[] | null {
  const index = readEccIndex(bytes);
  return index.ok && index.value.problems.length === 0 ? index.value.entries.map(({ name }) => name) : null;
}

function periodCharted(bytes: Uint8Array): { readonly period: FiscalPeriod | null } | null {
  const chart = readChart(bytes);
  if (!chart.ok) return null;
  const { begin, end } = chart.value;
  return { period: begin === '' || end === '' ? null : { begin, end } };
}
