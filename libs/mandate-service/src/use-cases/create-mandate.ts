import { SynchroError } from '@synchro/sync-core/contract';
import type { CreateMandate } from '@synchro/sync-core/contract';
import type { ReadProblem } from '@synchro/sync-core/domain';
import { readChart } from '@synchro/cresus-files';
import type { Environment } from '../environment.js';
import { MAX_BYTES } from '../files/file-size-limits.js';
import { readProblemOf } from '../files/read-problem-of.js';
import { answerOnce } from './answer-once.js';
import { attachAccountingFile } from './attach-accounting-file.js';
import { bringBackMandate, removedWith } from './bring-back-mandate.js';
import { formerAccountingFile, holderOfFile, refuseHolder } from './known-file.js';
import { requireFree } from './lookups.js';
import { requireName } from './require-name.js';
import { requireAbsolute, requireFileAt } from './require-path.js';
import type { FileRecord } from '../store/records.js';
import type { StoreTransaction } from '../store/store.js';

/**
 * A new local mandate from its accounting file, or the one that was removed with it, under the name as now given. Naming
 * the file is choosing its folder; what the `.ecc` beside it lists is attached by the first scan.
 * @returns the mandate's id
 * @throws {SynchroError} `invalid-request` for a blank name, `path-not-absolute`, `path-not-found`, `not-an-accounting-file`, `not-a-chart`,
 *   `already-in-mandate` naming the holder
 */
export async function createMandate(
  env: Environment,
  request: CreateMandate,
  idempotencyKey: string | null,
): Promise<string> {
  const name = requireName(request.name);
  const accountingFile = requireAbsolute(env, 'accountingFile', request.accountingFile);
  const chartFile = request.chartFile && requireAbsolute(env, 'chartFile', request.chartFile);
  if (!accountingFile.toLowerCase().endsWith('.cre'))
    throw new SynchroError('not-an-accounting-file', { field: 'accountingFile', path: accountingFile });
  // Before the disk is asked: the answer must not reveal whether a file of another type exists [D4].
  if (chartFile !== undefined && !chartFile.toLowerCase().endsWith('.crp'))
    throw new SynchroError('not-a-chart', { field: 'chartFile', path: chartFile, problems: [] });
  const found = await requireFileAt(env, 'accountingFile', accountingFile);
  if (chartFile !== undefined) {
    await requireFileAt(env, 'chartFile', chartFile);
    const problems = await chartProblems(env, chartFile);
    if (problems !== null)
      throw new SynchroError('not-a-chart', { field: 'chartFile', path: chartFile, problems });
  }
  const holder = await holderOfFile(env, accountingFile, found);
  const former = holder === undefined ? await formerAccountingFile(env, accountingFile, found) : undefined;
  return env.store.transaction((tx) => {
    const insert = () => {
      refuseHolder(tx, accountingFile, holder);
      return insertMandate(tx, env, { name, accountingFile, former, chartPath: chartFile ?? null });
    };
    if (idempotencyKey === null) return insert();
    const now = env.clock.now();
    return answerOnce(tx, { operation: 'createMandate', key: idempotencyKey, content: request, now }, insert);
  });
}

/** `null`: it is one. */
async function chartProblems(env: Environment, path: string): Promise<readonly ReadProblem[] | null> {
  try {
    const read = await env.files.read(path, { maxBytes: MAX_BYTES.chart });
    if (read === null) return [];
    const chart = readChart(read.bytes, env.files.nameOf(path));
    return chart.ok ? null : chart.problems.slice(0, 20);
  } catch (cause) {
    env.onTrouble(`reading ${path}`, cause);
    return [readProblemOf(cause)];
  }
}

function insertMandate(
  tx: StoreTransaction,
  env: Environment,
  given: {
    readonly name: string;
    readonly accountingFile: string;
    readonly former: FileRecord | undefined;
    readonly chartPath: string | null;
  },
): string {
  const { name, accountingFile, former, chartPath } = given;
  requireFree(tx, accountingFile);
  const removed = former === undefined ? undefined : removedWith(tx, former.id);
  if (former !== undefined && removed !== undefined) {
    bringBackMandate(tx, env, removed, { ...given, fileId: former.id });
    return removed.id;
  }
  const mandate = { id: env.newId(), name, kind: 'local' as const, createdAt: env.clock.now() };
  tx.mandates.put(mandate);
  attachAccountingFile(tx, env, { mandateId: mandate.id, path: accountingFile, chartPath });
  return mandate.id;
}
