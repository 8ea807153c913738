import { readChart } from '@synchro/cresus-files';
import type { ChartOfAccounts } from '@synchro/cresus-files';
import { parsePeriodFromName, QUIET_MS, WHOLE_AFTER_MS } from '@synchro/sync-core/domain';
import type { FiscalPeriod } from '@synchro/sync-core/domain';
import { earliest } from './earliest.js';
import type { CheckRound } from './failed-checks.js';
import type { Environment } from '../environment.js';
import { MAX_BYTES } from '../files/file-size-limits.js';
import { present } from '../use-cases/lookups.js';
import type { VersionReader } from '../use-cases/version-reader.js';
import type { AccountingRecord, ChartState, Fingerprint } from '../store/records.js';
import { recheckPending, refreshPending, touchAccountings } from '../use-cases/refresh-pending.js';
import { readWhole } from './read-whole.js';
import { withExtension } from './scan-index.js';
import { sameFingerprint } from './sightings.js';
import type { Sightings } from './sightings.js';
import type { StoreTransaction } from '../store/store.js';

type Choice =
  | { readonly status: 'path'; readonly path: string }
  | { readonly status: 'none' | 'several'; readonly detail: string | null }
  /** One that could be the chart could not be read: what is known stays. */
  | { readonly status: 'unknown' };

/**
 * Finds the accounting's chart of accounts and takes it in if it has changed: the one given, else the `.crp` of the
 * accounting's base name, else the one `.crp` in its folder that is no other accounting's and whose period fits. A changed chart re-checks what waits.
 * @returns milliseconds after which to look again, `null` if there is nothing to wait for
 */
export async function scanChart(
  env: Environment,
  accounting: AccountingRecord,
  accountingPath: string,
  folderNames: readonly string[],
  { sightings, round }: { readonly sightings: Sightings; readonly round: CheckRound },
): Promise<number | null> {
  const named = periodFromNames(env, accounting);
  const { choice, dueMs } = await chooseChart(env, { accounting, accountingPath, folderNames, named, round });
  return earliest([dueMs, await scanChosen(env, { accounting, choice, named, sightings })]);
}

async function scanChosen(
  env: Environment,
  input: {
    readonly accounting: AccountingRecord;
    readonly choice: Choice;
    readonly named: FiscalPeriod | null;
    readonly sightings: Sightings;
  },
): Promise<number | null> {
  const { accounting, choice, named, sightings } = input;
  if (choice.status === 'unknown') return null;
  if (choice.status !== 'path') {
    settle(
      env,
      accounting.id,
      { status: choice.status, detail: choice.detail, fingerprint: null },
      null,
      named,
    );
    return null;
  }
  const found = await env.files.stat(choice.path);
  const fingerprint = found?.kind === 'file' ? found.fingerprint : null;
  const stillForMs = sightings.stillForMs(choice.path, fingerprint);
  const isSettled =
    sameFingerprint(fingerprint, accounting.chart.fingerprint) &&
    (accounting.chart.status !== 'present' || accounting.chart.path === choice.path);
  if (fingerprint !== null && isSettled) {
    // The chart's own period wins; without one, the names may have told another meanwhile.
    if (accounting.period === null && named !== null) keepChart(env, accounting.id, named);
    return null;
  }
  if (fingerprint === null) {
    sightings.readSucceeded(choice.path);
    // Known accounts stay usable while the chart is away: it is re-created at every change of an account.
    if (accounting.chart.status === 'present' && stillForMs < WHOLE_AFTER_MS)
      return WHOLE_AFTER_MS - stillForMs;
    settle(
      env,
      accounting.id,
      { status: 'none', detail: env.files.nameOf(choice.path), fingerprint: null },
      null,
      named,
    );
    return null;
  }
  if (accounting.chart.status === 'present' && stillForMs < QUIET_MS) return QUIET_MS - stillForMs;
  const read = await readWhole(env, choice.path, { maxBytes: MAX_BYTES.chart }, sightings);
  if (typeof read === 'number') return read;
  const chart = readChart(read.bytes, env.files.nameOf(choice.path));
  if (chart.ok) {
    settle(
      env,
      accounting.id,
      { status: 'present', path: choice.path, fingerprint: read.fingerprint },
      chart.value,
      named,
    );
    return null;
  }
  if (read.stillForMs < WHOLE_AFTER_MS) return WHOLE_AFTER_MS - read.stillForMs;
  const [first] = chart.problems;
  const detail = `${env.files.nameOf(choice.path)}${first === undefined ? '' : ` ${first.line}:${first.column}`}`;
  settle(env, accounting.id, { status: 'unreadable', detail, fingerprint: read.fingerprint }, null, named);
  return null;
}

async function chooseChart(
  env: Environment,
  input: {
    readonly accounting: AccountingRecord;
    readonly accountingPath: string;
    readonly folderNames: readonly string[];
    readonly named: FiscalPeriod | null;
    readonly round: CheckRound;
  },
): Promise<{ readonly choice: Choice; readonly dueMs: number | null }> {
  const { accounting, accountingPath, folderNames, named, round } = input;
  const chosen = (choice: Choice) => ({ choice, dueMs: null });
  if (accounting.chartPath !== null) return chosen({ status: 'path', path: accounting.chartPath });
  const folder = env.files.folderOf(accountingPath);
  const own = env.files.nameOf(withExtension(accountingPath, '.crp'));
  if (folderNames.includes(own)) return chosen({ status: 'path', path: env.files.join(folder, own) });
  const charts = chartsOfNone(folderNames);
  const fitting: string[] = [];
  const due: (number | null)[] = [];
  let unread = 0;
  for (const name of charts) {
    const path = env.files.join(folder, name);
    unread += 1;
    const waitMs = await round.attempt({ accountingFileId: accounting.id, path }, async () => {
      const read = await env.files.read(path, { maxBytes: MAX_BYTES.chart });
      const chart = read === null ? null : readChart(read.bytes, name);
      if (chart?.ok === true && fits(periodOf(chart.value), named)) fitting.push(name);
      unread -= 1;
      return null;
    });
    due.push(waitMs);
  }
  if (unread > 0) {
    const known = accounting.chart.status === 'present' ? accounting.chart.path : null;
    const isThere = known !== null && fitting.includes(env.files.nameOf(known));
    return {
      choice: isThere ? { status: 'path', path: known } : { status: 'unknown' },
      dueMs: earliest(due),
    };
  }
  const [only, ...others] = fitting;
  if (only === undefined) return chosen({ status: 'none', detail: null });
  if (others.length > 0) return chosen({ status: 'several', detail: fitting.join(', ') });
  return chosen({ status: 'path', path: env.files.join(folder, only) });
}

/** The charts that bear the name of no accounting file beside them: those are its own, of its fiscal period [P6]. */
function chartsOfNone(folderNames: readonly string[]): readonly string[] {
  const names = folderNames.map((name) => name.toLowerCase());
  const owned = new Set(
    names.filter((name) => name.endsWith('.cre')).map((name) => withExtension(name, '.crp')),
  );
  return folderNames.filter((name) => {
    const small = name.toLowerCase();
    return small.endsWith('.crp') && !owned.has(small);
  });
}

/** Without a period in the entry files' names nothing speaks against a chart that is the only one. */
const fits = (chart: FiscalPeriod | null, named: FiscalPeriod | null): boolean =>
  named === null || (chart !== null && chart.begin <= named.begin && named.end <= chart.end);

const periodOf = ({ begin, end }: ChartOfAccounts): FiscalPeriod | null =>
  begin === '' || end === '' ? null : { begin, end };

function periodFromNames(env: Environment, accounting: AccountingRecord): FiscalPeriod | null {
  return env.store.read((tx) => {
    for (const source of tx.sources.by('mandateId', accounting.mandateId)) {
      if (!source.listedBy.some((by) => by.accountingFileId === accounting.id)) continue;
      const period = parsePeriodFromName(
        env.files.nameOf(present(tx.files.get(source.id), 'a listed file').path),
      );
      if (period !== null) return period;
    }
    return null;
  });
}

type NewChartState =
  | { readonly status: 'present'; readonly path: string; readonly fingerprint: Fingerprint }
  | {
      readonly status: 'none' | 'several' | 'unreadable';
      readonly detail: string | null;
      readonly fingerprint: Fingerprint | null;
    };

/** Stores the chart's state with what it changes: the period, and the problems of what waits. */
function settle(
  env: Environment,
  accountingFileId: string,
  state: NewChartState,
  chart: ChartOfAccounts | null,
  named: FiscalPeriod | null,
): void {
  env.store.transaction((tx) => {
    const now = env.clock.now();
    const before = present(tx.accountings.get(accountingFileId), `accounting file ${accountingFileId}`);
    if (
      state.status !== 'present' &&
      before.chart.status === state.status &&
      before.chart.detail === state.detail
    ) {
      if (JSON.stringify(before.period) !== JSON.stringify(named))
        setPeriod(tx, env.versions, accountingFileId, named, now);
      return;
    }
    const next: ChartState =
      state.status === 'present'
        ? state
        : { ...state, since: before.chart.status === 'present' ? now : before.chart.since };
    tx.accountings.put({ ...before, chart: next });
    if (chart === null) tx.charts.delete(accountingFileId);
    else
      tx.charts.put({
        id: accountingFileId,
        title: chart.title,
        period: periodOf(chart),
        accounts: chart.accounts.map(({ number, kind }) => [number, kind] as const),
        vatCodes: chart.vatCodes.map(({ name }) => name),
      });
    setPeriod(tx, env.versions, accountingFileId, (chart === null ? null : periodOf(chart)) ?? named, now);
    touchAccountings(tx, recheckPending(tx, accountingFileId), now);
  });
}

function keepChart(env: Environment, accountingFileId: string, named: FiscalPeriod): void {
  env.store.transaction((tx) => {
    const now = env.clock.now();
    setPeriod(tx, env.versions, accountingFileId, named, now);
    touchAccountings(tx, recheckPending(tx, accountingFileId), now);
  });
}

/** Another period may send entries to another accounting file of the mandate [C6]. */
function setPeriod(
  tx: StoreTransaction,
  versions: VersionReader,
  accountingFileId: string,
  period: FiscalPeriod | null,
  now: string,
): void {
  const accounting = present(tx.accountings.get(accountingFileId), `accounting file ${accountingFileId}`);
  if (JSON.stringify(accounting.period) === JSON.stringify(period)) return;
  tx.accountings.put({ ...accounting, period });
  for (const source of tx.sources.by('mandateId', accounting.mandateId)) {
    if (present(tx.files.get(source.id), `file ${source.id}`).detachedAt !== null) continue;
    touchAccountings(tx, refreshPending(tx, versions, source.id), now);
  }
}
