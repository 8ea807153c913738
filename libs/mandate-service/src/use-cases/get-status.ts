import type {
  Capability,
  NotificationMessage,
  StatusQuery,
  StatusSnapshot,
} from '@synchro/sync-core/contract';
import { deriveDocumentNotifications, deriveNotifications, totalPending } from '@synchro/sync-core/domain';
import type {
  ComptaFacts,
  DetachedFacts,
  DocumentFacts,
  EntriesFacts,
  Instant,
  Notification,
  SignedOutFacts,
} from '@synchro/sync-core/domain';
import type { HubFacts } from '../hub/hub.js';
import { claimPath } from '../scan/claim-file.js';
import type { FailedCheck } from '../scan/failed-checks.js';
import { troubleMessage } from './get-mandate.js';
import { fileOfDocument, linkOf, linkStatus, otherSince, placeOf } from './links.js';
import type { OpenedDocument } from './links.js';
import { accountingsOf, claimOf, present } from './lookups.js';
import { entriesFacts } from './own-entries.js';
import { pendingCounts } from './pending-counts.js';
import { restoredFacts } from './restored-facts.js';
import type { AccountingRecord, FileRecord, MandateRecord } from '../store/records.js';
import type { StoreReader } from '../store/store.js';

export interface StatusContext {
  readonly nameOf: (path: string) => string;
  readonly folderOf: (path: string) => string;
  readonly capabilities: readonly Capability[];
  readonly service: StatusSnapshot['service'];
  /** Folders that cannot be watched and are looked at now and then instead. */
  readonly degradedFolders: ComptaFacts['degradedFolders'];
  /** What could not be checked in the mandate's files. */
  readonly failedChecks: (mandateId: string) => readonly FailedCheck[];
  readonly hub: HubFacts | null;
  readonly now: Instant;
}

/** What concerns one open document: the whole truth of its scope. */
export function getStatus(tx: StoreReader, query: StatusQuery, context: StatusContext): StatusSnapshot {
  const opened = { path: query.path, documentId: query.documentId ?? null };
  const file = fileOfDocument(tx, opened);
  const base = {
    account: context.hub?.account ?? null,
    capabilities: [...context.capabilities],
    service: context.service,
  };
  const nothing = { new: 0, changed: 0, deleted: 0 };
  if (file === undefined)
    return {
      revision: 0,
      mandate: null,
      file: null,
      pending: nothing,
      entries: null,
      notifications: [],
      ...base,
    };

  const mandate = present(tx.mandates.get(file.mandateId), `mandate ${file.mandateId}`);
  const shown = {
    mandate: { id: mandate.id, name: mandate.name, kind: mandate.kind },
    file: {
      id: file.id,
      role: file.role,
      product: file.product,
      path: file.path,
      name: context.nameOf(file.path),
    },
    ...base,
  };
  const accounting = tx.accountings.get(file.id);
  if (accounting !== undefined) {
    const facts = comptaFacts(tx, { accounting, file, mandate, opened }, context);
    return {
      revision: accounting.revision,
      pending: facts.pending.counts,
      entries: null,
      notifications: deriveNotifications(facts).map(notificationMessage),
      ...shown,
    };
  }
  const facts = documentFacts(tx, { file, mandate, opened }, context);
  return {
    // Grows with every change of its own entries too; what of them has changed is not told apart.
    revision: accountingsOf(tx, mandate.id).reduce((sum, { revision }) => sum + revision, 0),
    pending: nothing,
    entries: entriesMessage(tx, facts.entries, context),
    notifications: deriveDocumentNotifications(facts).map(notificationMessage),
    ...shown,
  };
}

/** Everything that the scope of one document of invoicing, payroll, … can be told about. */
function documentFacts(
  tx: StoreReader,
  { file, mandate, opened }: { file: FileRecord; mandate: MandateRecord; opened: OpenedDocument },
  context: StatusContext,
): DocumentFacts {
  const detached = detachedFacts(tx, file, opened, context);
  // Another document's entries are others, and what is entered in a copy goes nowhere.
  const isIt = detached?.status !== 'other-file' && detached?.status !== 'copy';
  const entries = isIt ? entriesFacts(tx, file) : null;
  return {
    product: file.product,
    entries,
    restored: restoredFacts(tx, { file, opened }, context),
    detached,
    signedOut: signedOutFacts(mandate, context.hub, entries === null ? 0 : totalPending(entries.waiting)),
  };
}

function entriesMessage(
  tx: StoreReader,
  entries: EntriesFacts | null,
  { nameOf }: StatusContext,
): StatusSnapshot['entries'] {
  if (entries === null) return null;
  const { fileId, waiting, withProblems, posted, lastPostedAt } = entries;
  const { path } = present(tx.files.get(fileId), `file ${fileId}`);
  return { fileId, name: nameOf(path), waiting, withProblems, posted, lastPostedAt };
}

function detachedFacts(
  tx: StoreReader,
  file: FileRecord,
  opened: OpenedDocument,
  context: StatusContext,
): DetachedFacts | null {
  const status = linkStatus(tx, file, opened, placeOf(context));
  switch (status) {
    case 'renamed':
    case 'moved':
    case 'moved-and-renamed':
    case 'other-file':
    case 'copy': {
      const link = linkOf(tx, file);
      return {
        fileId: file.id,
        name: context.nameOf(file.path),
        attachedPath: file.path,
        openedPath: opened.path,
        status,
        since: (status === 'other-file' ? otherSince(link) : link.missingSince) ?? file.attachedAt,
      };
    }
    case 'linked':
    case 'ambiguous':
    case 'missing':
      return null;
  }
}

function signedOutFacts(
  { kind }: MandateRecord,
  hub: HubFacts | null,
  heldBack: number,
): SignedOutFacts | null {
  const since = hub?.signedOutSince ?? null;
  return kind === 'local' || since === null ? null : { since, heldBack };
}

/** Everything that the scope of one accounting document can be told about. */
export function comptaFacts(
  tx: StoreReader,
  scope: {
    readonly accounting: AccountingRecord;
    readonly file: FileRecord;
    readonly mandate: MandateRecord;
    /** Where a program has it open; `null` where none is asked about. */
    readonly opened: OpenedDocument | null;
  },
  context: StatusContext,
): ComptaFacts {
  const { accounting, file, mandate, opened } = scope;
  const { nameOf, folderOf, degradedFolders, failedChecks, hub } = context;
  const sources = tx.files
    .by('mandateId', file.mandateId)
    .filter(({ role, detachedAt }) => role === 'entries' && detachedAt === null)
    .map(({ id, path, role, product }) => {
      const trouble = tx.sources.get(id)?.trouble ?? null;
      return { fileId: id, name: nameOf(path), role, product, trouble };
    });
  const { chart, index } = accounting;
  const pending = pendingCounts(tx, accounting.id);
  const failed = failedChecks(mandate.id).filter(
    ({ accountingFileId }) => accountingFileId === null || accountingFileId === accounting.id,
  );
  // A failure of the store is one of all checks, and names no accounting file.
  const unverified = failed.find(
    ({ accountingFileId, path }) => accountingFileId !== null && path === claimPath(file.path),
  );
  const indexName = nameOf(file.path).replace(/\.[^.]*$/, '') + '.ecc';
  return {
    accountingFile: { path: file.path, missingSince: accounting.missingSince },
    pending: { ...pending, since: accounting.pendingSince },
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
    claim: claimFacts(accounting, unverified, nameOf),
    degradedFolders: degradedFolders.filter(({ folder }) => folder === folderOf(file.path)),
    failedChecks: failed
      .filter((one) => one !== unverified)
      .map(({ path, reason, since }) => ({ path, name: nameOf(path), reason, since })),
    signedOut: signedOutFacts(mandate, hub, totalPending(pending.counts)),
    detached: opened === null ? null : detachedFacts(tx, file, opened, context),
    restored: opened === null ? null : restoredFacts(tx, { file, opened }, context),
  };
}

/** What cannot be verified now outweighs what was last read. */
function claimFacts(
  accounting: AccountingRecord,
  unverified: FailedCheck | undefined,
  nameOf: StatusContext['nameOf'],
): ComptaFacts['claim'] {
  const claim = claimOf(accounting);
  if (claim.status === 'elsewhere') return claim;
  if (unverified === undefined) return { status: claim.status };
  const { path, reason, since } = unverified;
  return { status: 'unverified', name: nameOf(path), reason, since };
}

/** The contract's message of a notification: the same facts, in arrays that the receiver owns. */
export function notificationMessage(notification: Notification): NotificationMessage {
  switch (notification.kind) {
    case 'source-trouble': {
      const trouble = present(troubleMessage(notification.trouble) ?? undefined, 'a trouble');
      return { ...notification, trouble };
    }
    case 'file-moved':
      return { ...notification, files: [...notification.files] };
    case 'entries-pending':
    case 'source-twin':
    case 'chart-missing':
    case 'index-trouble':
    case 'held-elsewhere':
    case 'claim-unverified':
    case 'accounting-missing':
    case 'watching-degraded':
    case 'check-failed':
    case 'signed-out':
    case 'file-detached':
    case 'sync-error':
    case 'link-restored':
    case 'entries-waiting':
    case 'entries-problems':
    case 'entries-locked':
      return notification;
  }
}
