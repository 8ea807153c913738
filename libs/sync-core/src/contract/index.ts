export {
  EntryBefore,
  EntryItem,
  EntryLineMessage,
  EntryPage,
  EntryProblemMessage,
  EntryQuery,
} from './entries.js';
export { errorCodeOf, problemType } from './error-codes.js';
export type { ErrorCode } from './error-codes.js';
export { errorTable, SynchroError } from './errors.js';
export type { ProblemDocument } from './errors.js';
export {
  ConfirmVersion,
  CreateMandate,
  MandateFileMessage,
  MandateList,
  MandateMessage,
  Overview,
  OverviewMandate,
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
export {
  Capability,
  NotificationMessage,
  OpenedDocument,
  SourceTroubleMessage,
  StatusQuery,
  StatusSnapshot,
} from './status.js';
export { OpenSession, SessionCode } from './session.js';
