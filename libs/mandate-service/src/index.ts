export { ANSWERS_KEPT_DAYS, forgetAnswers } from './answer-once.js';
export { claimPath } from './claim.js';
export type { Clock, Environment } from './environment.js';
export type { FileSystem, FoundPath } from './file-system.js';
export type { ApiRequest, CallOperation, HandlerAnswer, Handlers } from './handlers.js';
export { createMemoryFileSystem } from './memory-file-system.js';
export { createMemoryStore } from './memory-store.js';
export type * from './records.js';
export { createMandateService } from './service.js';
export type { MandateService } from './service.js';
export { recordIndexes } from './store.js';
export type {
  MandateStore,
  PendingEntries,
  PendingKey,
  PendingQuery,
  PendingTally,
  PostedEntries,
  PostingItems,
  Records,
  RecordTables,
  StoreReader,
  StoreTransaction,
} from './store.js';
