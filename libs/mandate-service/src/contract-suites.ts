export { fileSystemContract } from './file-system.contract.js';
export type { OpenedFileSystem } from './file-system.contract.js';
export { storeContract } from './store.contract.js';
export type { OpenedStore } from './store.contract.js';
export { serviceContract } from './service.contract.js';
