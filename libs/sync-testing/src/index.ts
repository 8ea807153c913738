export { createWorldHandlers } from './handlers.js';
export { createWorld } from './world.js';
export type { World, WorldDocument, WorldMandate, WorldOptions } from './world.js';

export {
  ACCOUNTING,
  chartFile,
  entryFile,
  FOLDER,
  index,
  invoice,
  INVOICES,
  invoicesListed,
  line,
  SALARIES,
  salariesListed,
  vatInvoice,
} from '@synchro/mandate-service/test-files';
export type { WrittenFile } from '@synchro/mandate-service/test-files';
