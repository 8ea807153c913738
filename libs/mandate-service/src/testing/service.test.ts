import { createMemoryStore } from '../store/memory-store.js';
import { serviceContract } from './service.contract.js';

serviceContract('memory', () =>
  Promise.resolve({ store: createMemoryStore(), close: () => Promise.resolve() }),
);
