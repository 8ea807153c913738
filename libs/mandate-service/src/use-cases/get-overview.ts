import type { Overview } from '@synchro/sync-core/contract';
import { deriveNotifications, deriveOverview, deriveSyncCauses } from '@synchro/sync-core/domain';
import type {
  ComptaFacts,
  DetachedFacts,
  Instant,
  MandateFacts,
  MovedFile,
  Notification,
  NotificationKind,
  SyncCause,
} from '@synchro/sync-core/domain';
import type { HubFacts } from '../hub/hub.js';
import { comptaFacts, notificationMessage } from './get-status.js';
import type { StatusContext } from './get-status.js';
import { isDisplaced, linkOf, linkStatus, otherSince, placeOf, placesOf } from './links.js';
import type { PlaceOf } from './links.js';
import { accountingsOf, holderOf, keptMandates, present } from './lookups.js';
import type { MandateRecord } from '../store/records.js';
import type { StoreReader } from '../store/store.js';

/** All mandates at a glance, and what a person must see to. */
export function getOverview(tx: StoreReader, context: StatusContext): Overview {
  // Also of what was detached or removed: it never goes backwards.
  const revision = tx.accountings.all().reduce((sum, accounting) => sum + accounting.revision, 0);
  const facts: MandateFacts[] = [];
  const mandates = keptMandates(tx).map((mandate): Overview['mandates'][number] => {
    const accountings = accountingsOf(tx, mandate.id);
    const scopes = accountings.map((accounting) => {
      const file = present(tx.files.get(accounting.id), 'an accounting file');
      return comptaFacts(tx, { accounting, file, mandate, opened: null }, context);
    });
    const notifications = distinctNotifications(scopes);
    const causes = syncCauses(mandate, context.hub);
    const moved = movedFiles(tx, mandate, placeOf(context));
    const { id, name, kind } = mandate;
    const displaced = displacedFiles(tx, mandate, placeOf(context));
    facts.push({ mandate: { id, name }, causes, moved, displaced, notifications });
    return {
      id,
      name,
      kind,
      ...pendingOf(scopes),
      troubles: notifications.filter(({ severity }) => severity === 'warning' || severity === 'error').length,
      heldBy: accountings.map(holderOf).find((one) => one !== null)?.machine ?? null,
      files: tx.files.by('mandateId', id).filter(({ detachedAt }) => detachedAt === null).length,
      heardAt: heardAt(tx, mandate),
      moved: moved.length,
      missing: missingDocuments(tx, mandate),
      sync: kind === 'local' ? null : { causes: [...causes] },
    };
  });
  return {
    revision,
    mandates,
    notifications: deriveOverview(facts, context.nameOf).map((row) => ({
      mandates: [...row.mandates],
      notification: notificationMessage(row.notification),
    })),
    account: context.hub?.account ?? null,
    capabilities: [...context.capabilities],
    service: context.service,
  };
}

/** Kinds that concern the whole mandate: each of its fiscal periods would report the same one. */
const ofWholeMandate: ReadonlySet<NotificationKind> = new Set(['source-trouble', 'check-failed']);

function distinctNotifications(scopes: readonly ComptaFacts[]): readonly Notification[] {
  const seen = new Set<string>();
  return scopes.flatMap(deriveNotifications).filter(({ id, kind }) => {
    if (!ofWholeMandate.has(kind)) return true;
    if (seen.has(id)) return false;
    seen.add(id);
    return true;
  });
}

function pendingOf(scopes: readonly ComptaFacts[]) {
  const pending = { new: 0, changed: 0, deleted: 0 };
  let withProblems = 0;
  for (const scope of scopes) {
    for (const change of ['new', 'changed', 'deleted'] as const)
      pending[change] += scope.pending.counts[change];
    withProblems += scope.pending.withProblems;
  }
  const since = scopes.map((scope) => scope.pending.since).filter((moment) => moment !== null);
  return { pending, withProblems, pendingSince: since.toSorted()[0] ?? null };
}

/** When the source that has been silent longest was last taken in; only success counts, a try does not. */
function heardAt(tx: StoreReader, { id }: MandateRecord): Instant | null {
  const heard = tx.files
    .by('mandateId', id)
    .filter(({ role, detachedAt }) => role === 'entries' && detachedAt === null)
    .map((file) => tx.sources.get(file.id)?.takenInAt ?? file.attachedAt);
  return heard.toSorted()[0] ?? null;
}

/** What keeps a mandate from being synchronised now [S1, S2]. */
function syncCauses({ id, kind }: MandateRecord, hub: HubFacts | null): readonly SyncCause[] {
  if (hub === null) return [];
  const { offlineSince, signedOutSince, refusals } = hub;
  const refused = refusals.get(id) ?? null;
  return deriveSyncCauses({ isShared: kind === 'shared', offlineSince, signedOutSince, refused });
}

/** Documents that are nowhere [L5]; of entry files and the accounting, being missing is told as a trouble of its own. */
function missingDocuments(tx: StoreReader, { id }: MandateRecord): number {
  return tx.links.by('mandateId', id).filter((link) => {
    const file = tx.files.get(link.id);
    const isDocument = file?.role === 'document' && file.detachedAt === null;
    return isDocument && link.status === 'missing' && placesOf(link).length === 0;
  }).length;
}

/** Files that are not in their place, but may be somewhere else; what is nowhere is missing, not moved [L5]. */
function movedFiles(tx: StoreReader, { id }: MandateRecord, place: PlaceOf): readonly MovedFile[] {
  const found = tx.links
    .by('mandateId', id)
    .filter((link) => link.status === 'missing' && placesOf(link).length > 0);
  return found.flatMap((link): MovedFile[] => {
    const file = tx.files.get(link.id);
    const [first] = placesOf(link);
    if (file === undefined || file.detachedAt !== null || first === undefined) return [];
    const { folder, name } = place(file.path);
    const isChoice = linkStatus(tx, file, null, place) === 'ambiguous';
    const to = isChoice ? null : { folder: place(first.path).folder, path: first.path };
    return [
      { fileId: file.id, name, folder, path: file.path, since: link.missingSince ?? file.attachedAt, to },
    ];
  });
}

/** Files in whose place another document lies, as it was recognised or as its program says [L3, L8]. */
function displacedFiles(tx: StoreReader, { id }: MandateRecord, place: PlaceOf): readonly DetachedFacts[] {
  return tx.links.by('mandateId', id).flatMap((link): DetachedFacts[] => {
    const file = tx.files.get(link.id);
    if (file === undefined || file.detachedAt !== null || !isDisplaced(linkOf(tx, file))) return [];
    const { path, attachedAt } = file;
    return [
      {
        fileId: file.id,
        name: place(path).name,
        attachedPath: path,
        openedPath: path,
        status: 'other-file',
        since: otherSince(linkOf(tx, file)) ?? attachedAt,
      },
    ];
  });
}
