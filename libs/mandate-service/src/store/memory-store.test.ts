import { createMemoryStore } from './memory-store.js';
import { storeContract } from './store.contract.js';

storeContract('memory', () =>
  Promise.resolve({ store: createMemoryStore(), close: () => Promise.resolve() }),
);
