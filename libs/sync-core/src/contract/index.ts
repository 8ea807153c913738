export { AccountState, RetrySync, SyncCauseMessage } from './account.js';
export {
  EntryBefore,
  EntryItem,
  EntryLineMessage,
  EntryPage,
  EntryProblemMessage,
  EntryQuery,
  FileEntryItem,
  FileEntryPage,
  FileEntryQuery,
  FileEntryState,
} from './entries.js';
export { errorTitles } from './error-titles.js';
export { errorCodeOf, errorTable, problemType } from './errors.js';
export type { ErrorCode, ProblemDocument } from './errors.js';
export { FolderEntry, FolderListing, FolderQuery } from './folders.js';
export {
  AttachFile,
  FileSearch,
  LinkCandidate,
  LinkChange,
  LinkChangeList,
  LinkMessage,
  LinkQuery,
  LinkReason,
  LinkStatus,
  Migrate,
  Migration,
  RestoredLinks,
  RestoreLink,
  SearchQuery,
} from './links.js';
export {
  ConfirmVersion,
  CorrectFile,
  CreateMandate,
  MandateFileMessage,
  MandateList,
  MandateMessage,
  Overview,
  OverviewMandate,
  OverviewNotification,
  PendingSeen,
  RenameMandate,
} from './mandates.js';
export {
  ExportQuery,
  LeftBehind,
  PostedItem,
  PostingDetail,
  PostingList,
  PostingRequest,
  PostingResult,
  PostingSummary,
  UndoResult,
} from './postings.js';
export { routes } from './routes.js';
export type { AnswerOf, BodyOf, OperationId, ParamsOf, QueryOf, Route } from './routes.js';
export { ScopeSnapshots, StreamScope, StreamScopes } from './scopes.js';
export {
  Capability,
  NotificationMessage,
  OpenedDocument,
  SourceTroubleMessage,
  StatusQuery,
  StatusSnapshot,
} from './status.js';
export { OpenedSession, OpenSession, SessionCode } from './session.js';
export { SynchroError } from './synchro-error.js';
