export { createAccess } from './access.js';
export type { Access } from './access.js';
export { CallError, NotConnectedError } from './call-error.js';
export type { Connection, DisconnectReason } from './connection.js';
export { createClient } from './create-client.js';
export type { ClientOptions, SynchroClient } from './create-client.js';
export { pageKeys } from './keys.js';
export type { PageStorage } from './keys.js';
export type {
  CallAnswer,
  CallInput,
  CallOperation,
  Snapshot,
  StreamInput,
  WatchOperation,
  WorkEventOf,
  WorkInput,
  WorkOperation,
} from './operation.js';
export type { WatchObserver } from './scope-streams.js';
export { shareClient } from './share-client.js';
export type { SharedClient } from './share-client.js';
export type { WatchHandle } from './watch-stream.js';
