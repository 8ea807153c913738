export { fileSystemContract } from '../files/file-system.contract.js';
export type { OpenedFileSystem } from '../files/file-system.contract.js';
export { aMandate, anEntry, anItem, aPosted, aPosting } from '../store/contract-records.js';
export { storeContract } from '../store/store.contract.js';
export type { OpenedStore } from '../store/store.contract.js';
export { serviceContract } from './service.contract.js';
export { runHistory } from './ledger-histories/run-history.js';
