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
  SuspectReason,
} from './model.js';
export type {
  ComptaFacts,
  Notification,
  NotificationAction,
  NotificationCause,
  NotificationKind,
  Severity,
  SourceFacts,
  TwinFacts,
} from './notification.js';

export { lineContent } from './line-content.js';
export { entryContent, keyEntry } from './keyed-entry.js';
export type { KeyedEntry } from './keyed-entry.js';
export type { CurrentEntry, PostedKey } from './match-by-content.js';
export { diffEntries } from './diff-entries.js';
export type { EntryDiff } from './diff-entries.js';
export { pendingEntryId } from './pending-entry-id.js';

export { accountingFileOf, isWithin, parsePeriodFromName } from './fiscal-period.js';
export { checkEntry } from './check-entry.js';
export { countPending, totalPending } from './count-pending.js';

export { decideTakeIn, MISSING_AFTER_MS, QUIET_MS, WHOLE_AFTER_MS } from './take-in.js';
export type { FoundVersion, TakeInDecision, TakeInFacts } from './take-in.js';
export type { VersionFacts } from './version-facts.js';
export { findTwin } from './find-twin.js';

export { deriveNotifications } from './derive-notifications.js';
export { compareNotifications, sortNotifications } from './sort-notifications.js';
