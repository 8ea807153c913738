export { ANSWERS_KEPT_DAYS, forgetAnswers } from './use-cases/answer-once.js';
export { claimPath } from './scan/claim-file.js';
export type { Clock, Surroundings } from './environment.js';
export { FileTooLargeError, MAX_BYTES } from './files/file-size-limits.js';
export { FileAccessError } from './files/file-access-error.js';
export type { FileSystem, FoundPath, ListedEntry } from './files/file-system.js';
export type { Hub, HubFacts } from './hub/hub.js';
export { createMemoryHub } from './hub/memory-hub.js';
export type { MemoryHub } from './hub/memory-hub.js';
export type { ApiRequest, CallOperation, HandlerAnswer, Handlers } from './handlers.js';
export { searchFiles } from './scan/search-files.js';
export type { Search, SearchFolder, SearchProgress } from './scan/search-files.js';
export { createMemoryFileSystem } from './files/memory-file-system.js';
export { createMemoryStore } from './store/memory-store.js';
export type {
  AccountingRecord,
  AgentRecord,
  AnswerRecord,
  ChartRecord,
  ChartState,
  FileRecord,
  Fingerprint,
  IndexState,
  LinkRecord,
  MandateRecord,
  PendingRecord,
  PostedRecord,
  PostingItemRecord,
  PostingRecord,
  SourceRecord,
  TwinRecord,
  VersionRecord,
} from './store/records.js';
export { createMandateService } from './service.js';
export type { MandateService } from './service.js';
export { snapshotOf } from './snapshot-of.js';
export { listPostings } from './use-cases/list-postings.js';
export { recordIndexes } from './store/store.js';
export type {
  MandateStore,
  PendingEntries,
  PendingKey,
  PendingQuery,
  PendingSourceQuery,
  PendingTally,
  PostedEntries,
  PostedQuery,
  PostingItems,
  Records,
  RecordTables,
  StoreReader,
  StoreTransaction,
} from './store/store.js';
