import type {
  Capability,
  NotificationMessage,
  StatusQuery,
  StatusSnapshot,
} from '@synchro/sync-core/contract';
import { deriveNotifications } from '@synchro/sync-core/domain';
import type { ComptaFacts, Notification } from '@synchro/sync-core/domain';
import { troubleMessage } from './get-mandate.js';
import { attachedAt, present } from './lookups.js';
import { pendingCounts } from './pending-counts.js';
import type { AccountingRecord, FileRecord } from '../store/records.js';
import type { StoreReader } from '../store/store.js';

export interface StatusContext {
  readonly nameOf: (path: string) => string;
  readonly folderOf: (path: string) => string;
  readonly capabilities: readonly Capability[];
  readonly service: StatusSnapshot['service'];
  /** Folders that cannot be watched and are looked at now and then instead. */
  readonly degradedFolders: ComptaFacts['degradedFolders'];
}

/** What concerns one open document: the whole truth of its scope. */
export function getStatus(tx: StoreReader, query: StatusQuery, context: StatusContext): StatusSnapshot {
  const file = attachedAt(tx, query.path);
  const base = { capabilities: [...context.capabilities], service: context.service };
  const nothing = { new: 0, changed: 0, deleted: 0 };
  if (file === undefined)
    return { revision: 0, mandate: null, file: null, pending: nothing, notifications: [], ...base };

  const { id, name, kind } = present(tx.mandates.get(file.mandateId), `mandate ${file.mandateId}`);
  const mandate = { id, name, kind };
  const { role, product, path } = file;
  const shown = { id: file.id, role, product, path, name: context.nameOf(path) };
  const accounting = tx.accountings.get(file.id);
  if (accounting === undefined)
    return { revision: 0, mandate, file: shown, pending: nothing, notifications: [], ...base };

  const facts = comptaFacts(tx, accounting, file, context);
  return {
    revision: accounting.revision,
    mandate,
    file: shown,
    pending: facts.pending.counts,
    notifications: deriveNotifications(facts).map(notificationMessage),
    ...base,
  };
}

/** Everything that the scope of one accounting document can be told about. */
export function comptaFacts(
  tx: StoreReader,
  accounting: AccountingRecord,
  file: FileRecord,
  { nameOf, folderOf, degradedFolders }: Pick<StatusContext, 'nameOf' | 'folderOf' | 'degradedFolders'>,
): ComptaFacts {
  const sources = tx.files
    .by('mandateId', file.mandateId)
    .filter(({ role, detachedAt }) => role === 'entries' && detachedAt === null)
    .map(({ id, path, role, product }) => {
      const trouble = tx.sources.get(id)?.trouble ?? null;
      return { fileId: id, name: nameOf(path), role, product, trouble };
    });
  const { chart, index } = accounting;
  const indexName = nameOf(file.path).replace(/\.[^.]*$/, '') + '.ecc';
  return {
    accountingFile: { path: file.path, missingSince: accounting.missingSince },
    pending: { ...pendingCounts(tx, accounting.id), since: accounting.pendingSince },
    sources,
    twins: tx.twins
      .by('accountingFileId', accounting.id)
      .filter(({ ignored }) => !ignored)
      .map(({ id, name, modifiedAt, original, originalModifiedAt, since }) => ({
        twinId: id,
        name,
        modifiedAt,
        original,
        originalModifiedAt,
        since,
      })),
    chart:
      chart.status === 'present'
        ? { status: 'present' }
        : { status: chart.status, detail: chart.detail, since: chart.since },
    index:
      index.status === 'sound'
        ? { status: 'sound' }
        : { status: index.status, name: indexName, detail: index.detail, since: index.since },
    heldBy: accounting.heldBy,
    degradedFolders: degradedFolders.filter(({ folder }) => folder === folderOf(file.path)),
  };
}

function notificationMessage(notification: Notification): NotificationMessage {
  if (notification.kind !== 'source-trouble') return notification;
  return {
    ...notification,
    trouble: present(troubleMessage(notification.trouble) ?? undefined, 'a trouble'),
  };
}
