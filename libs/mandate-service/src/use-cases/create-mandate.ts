import { SynchroError } from '@synchro/sync-core/contract';
import type { CreateMandate } from '@synchro/sync-core/contract';
import { readChart } from '@synchro/cresus-files';
import type { Environment } from '../environment.js';
import { answerOnce } from './answer-once.js';
import { attachedAt, present } from './lookups.js';
import { requireAbsolute, requireFileAt } from './require-path.js';
import type { StoreTransaction } from '../store/store.js';

/**
 * A new local mandate from its accounting file. Naming the file is choosing its folder; what the `.ecc` beside it
 * lists is attached by the first scan.
 * @returns the mandate's id
 * @throws {SynchroError} `path-not-absolute`, `path-not-found`, `not-an-accounting-file`, `not-a-chart`,
 *   `already-in-mandate` naming the holder
 */
export async function createMandate(
  env: Environment,
  request: CreateMandate,
  idempotencyKey: string | null,
): Promise<string> {
  const accountingFile = requireAbsolute(env, 'accountingFile', request.accountingFile);
  const chartFile = request.chartFile && requireAbsolute(env, 'chartFile', request.chartFile);
  if (!accountingFile.toLowerCase().endsWith('.cre'))
    throw new SynchroError('not-an-accounting-file', { field: 'accountingFile', path: accountingFile });
  await requireFileAt(env, 'accountingFile', accountingFile);
  if (chartFile !== undefined) {
    await requireFileAt(env, 'chartFile', chartFile);
    const read = await env.files.read(chartFile);
    const chart = read === null ? null : readChart(read.bytes, env.files.nameOf(chartFile));
    if (chart?.ok !== true)
      throw new SynchroError('not-a-chart', {
        field: 'chartFile',
        path: chartFile,
        problems: chart === null ? [] : chart.problems.slice(0, 20),
      });
  }
  return env.store.transaction((tx) => {
    const insert = () =>
      insertMandate(tx, env, { name: request.name, accountingFile, chartPath: chartFile ?? null });
    if (idempotencyKey === null) return insert();
    const now = env.clock.now();
    return answerOnce(tx, { operation: 'createMandate', key: idempotencyKey, content: request, now }, insert);
  });
}

function insertMandate(
  tx: StoreTransaction,
  env: Environment,
  { name, accountingFile, chartPath }: { name: string; accountingFile: string; chartPath: string | null },
): string {
  const holder = attachedAt(tx, accountingFile);
  if (holder !== undefined) {
    const holding = present(tx.mandates.get(holder.mandateId), 'the holding mandate');
    throw new SynchroError('already-in-mandate', {
      path: accountingFile,
      mandate: holding.id,
      name: holding.name,
    });
  }
  const now = env.clock.now();
  const mandate = { id: env.newId(), name, kind: 'local' as const, createdAt: now };
  const fileId = env.newId();
  tx.mandates.put(mandate);
  tx.files.put({
    id: fileId,
    mandateId: mandate.id,
    role: 'accounting',
    product: 'compta',
    path: accountingFile,
    attachedAt: now,
    detachedAt: null,
  });
  tx.accountings.put({
    id: fileId,
    mandateId: mandate.id,
    revision: 0,
    pendingSince: null,
    missingSince: null,
    period: null,
    chartPath,
    chart: { status: 'none', detail: null, since: now, fingerprint: null },
    index: { status: 'sound', fingerprint: null },
    heldBy: null,
  });
  return mandate.id;
}
