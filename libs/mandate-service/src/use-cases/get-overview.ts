import type { Overview } from '@synchro/sync-core/contract';
import { deriveNotifications } from '@synchro/sync-core/domain';
import { comptaFacts } from './get-status.js';
import type { StatusContext } from './get-status.js';
import { present } from './lookups.js';
import type { StoreReader } from '../store/store.js';

/** All mandates at a glance. */
export function getOverview(tx: StoreReader, context: StatusContext): Overview {
  let revision = 0;
  const mandates = tx.mandates.all().map(({ id, name, kind }): Overview['mandates'][number] => {
    const pending = { new: 0, changed: 0, deleted: 0 };
    let withProblems = 0;
    let troubles = 0;
    let pendingSince: string | null = null;
    for (const accounting of tx.accountings.by('mandateId', id)) {
      const facts = comptaFacts(
        tx,
        accounting,
        present(tx.files.get(accounting.id), 'an accounting file'),
        context,
      );
      revision += accounting.revision;
      for (const change of ['new', 'changed', 'deleted'] as const)
        pending[change] += facts.pending.counts[change];
      withProblems += facts.pending.withProblems;
      troubles += deriveNotifications(facts).filter(
        ({ severity }) => severity === 'warning' || severity === 'error',
      ).length;
      if (facts.pending.since !== null && (pendingSince === null || facts.pending.since < pendingSince))
        pendingSince = facts.pending.since;
    }
    return { id, name, kind, pending, withProblems, troubles, pendingSince };
  });
  return { revision, mandates, capabilities: [...context.capabilities] };
}
