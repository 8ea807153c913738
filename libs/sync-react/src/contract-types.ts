/**
 * The messages of the API as this library uses them. Types only: the schemas behind them (and typebox) must never
 * enter a browser's bundle.
 */
import type { CallAnswer } from '@synchro/sync-core/client';
import type { NotificationMessage, StatusQuery, StatusSnapshot } from '@synchro/sync-core/contract';

export type {
  AccountState,
  EntryItem,
  EntryLineMessage,
  EntryPage,
  EntryProblemMessage,
  ErrorCode,
  FileEntryItem,
  FileEntryState,
  FolderListing,
  FileSearch,
  LinkChange,
  LinkCandidate,
  LinkMessage,
  LinkReason,
  Migrate,
  NotificationMessage,
  Overview,
  PostingRequest,
  PostingResult,
  PostingSummary,
  RestoredLinks,
  RestoreLink,
  StatusSnapshot,
  UndoResult,
} from '@synchro/sync-core/contract';

export type MandateFile = CallAnswer<'getMandate'>['files'][number];
export type PendingCountsMessage = StatusSnapshot['pending'];
export type Change = keyof PendingCountsMessage;
export type Capability = StatusSnapshot['capabilities'][number];
export type Product = StatusQuery['product'];
export type Severity = NotificationMessage['severity'];
/** What a banner follows: a program with the document it has open. */
export type Scope = StatusQuery;
/** One kind of notification. */
export type NotificationOf<K extends NotificationMessage['kind']> = Extract<NotificationMessage, { kind: K }>;
