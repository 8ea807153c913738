export type {
  Change,
  Chart,
  Entry,
  EntryDefect,
  EntryLine,
  EntryProblem,
  FileRole,
  FiscalPeriod,
  Instant,
  IsoDate,
  PendingCounts,
  Product,
  ReadProblem,
  SourceTrouble,
  AccessProblem,
  SuspectReason,
} from './model.js';
export type {
  ClaimFacts,
  ComptaFacts,
  DetachedFacts,
  DetachedStatus,
  DocumentFacts,
  EntriesFacts,
  Notification,
  NotificationAction,
  NotificationCause,
  NotificationKind,
  RestoredFacts,
  Severity,
  SignedOutFacts,
  SourceFacts,
  TwinFacts,
} from './notification.js';

export { cloudDriveOf } from './cloud-drive.js';
export { attachableTypes, documentTypes, entryFileTypes } from './file-types.js';
export { lineContent } from './line-content.js';
export { entryContent, keyEntry } from './keyed-entry.js';
export type { KeyedEntry } from './keyed-entry.js';
export type { CurrentEntry, PostedKey } from './match-by-content.js';
export { diffEntries } from './diff-entries.js';
export type { EntryDiff } from './diff-entries.js';
export { pendingEntryId } from './pending-entry-id.js';

export { accountingFileOf, isWithin, parsePeriodFromName } from './fiscal-period.js';
export { joinsMandate, periodOfNames } from './joins-mandate.js';
export type { FoundPeriod, MandatePeriods } from './joins-mandate.js';
export { checkEntry } from './check-entry.js';
export { withoutUnwritable } from './import-characters.js';
export { countPending, totalPending } from './count-pending.js';

export { decideTakeIn, DELETED_AFTER_MS, MISSING_AFTER_MS, QUIET_MS, WHOLE_AFTER_MS } from './take-in.js';
export type { FoundVersion, TakeInDecision, TakeInFacts } from './take-in.js';
export type { VersionFacts } from './version-facts.js';
export { findTwin } from './find-twin.js';

export { deriveDocumentNotifications, deriveNotifications } from './derive-notifications.js';
export { deriveOverview } from './derive-overview.js';
export type { MandateFacts, MandateRef, MovedFile, OverviewRow } from './derive-overview.js';
export { deriveSyncCauses } from './derive-sync-causes.js';
export type { RefusalReason, SyncCause, SyncFacts } from './derive-sync-causes.js';
export { compareSketches, createContentSketcher, marksOf } from './content-sketch.js';
export type { ContentSketch, ContentSketcher, Similarity } from './content-sketch.js';
export { compareContents, compareNumbers, isOneFile, recogniseFile } from './recognise-file.js';
export type {
  FileIdentity,
  FileLook,
  FileOrigin,
  FileTraits,
  FoundFile,
  LinkCandidate,
  LinkReason,
  Place,
} from './recognise-file.js';
export { isReplaceableClaim } from './replaceable-claim.js';
export { resolveLink } from './resolve-link.js';
export type { LinkStatus } from './resolve-link.js';
export { compareNotifications, sortNotifications } from './sort-notifications.js';
