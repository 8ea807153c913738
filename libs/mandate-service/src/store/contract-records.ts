import type { Entry, EntryLine } from '@synchro/sync-core/domain';
import type {
  FileRecord,
  MandateRecord,
  PendingRecord,
  PostedRecord,
  PostingItemRecord,
  PostingRecord,
} from './records.js';

/** Records for the contract suites: sensible defaults, fixed ids and dates. */

export const aMandate = (change: Partial<MandateRecord> = {}): MandateRecord => ({
  id: 'mandate-1',
  name: 'Dupont SA',
  kind: 'local',
  createdAt: '2026-06-05T09:00:00.000Z',
  ...change,
});

export const aFile = (change: Partial<FileRecord> = {}): FileRecord => ({
  id: 'file-1',
  mandateId: 'mandate-1',
  role: 'entries',
  product: 'facturation',
  path: '/data/facturation.ecf',
  attachedAt: '2026-06-05T09:00:00.000Z',
  detachedAt: null,
  ...change,
});

export const aLine = (change: Partial<EntryLine> = {}): EntryLine => ({
  date: '2026-06-05',
  debit: '1100',
  credit: '3000',
  voucher: 'F-1',
  label: 'Facture 1',
  amountInCentimes: 10_000,
  foreignAmountInCentimes: 0,
  exchangeRate: '',
  net: false,
  vatType: '',
  vatCode: '',
  costCentre: '',
  vatNumber: '',
  idno: 1,
  compoundNumber: 0,
  ...change,
});

export const anEntry = (change: Partial<EntryLine> = {}): Entry => ({ lines: [aLine(change)], defects: [] });

export const aPosted = (change: Partial<PostedRecord> = {}): PostedRecord => ({
  id: 'posted-1',
  sourceId: 'source-1',
  accountingFileId: 'accounting-1',
  postingId: 'posting-1',
  content: '2026-06-05\t1100\t3000\tF-1\tFacture 1\t10000',
  occurrence: 1,
  numbers: [1],
  entry: anEntry(),
  ...change,
});

export const aPending = (change: Partial<PendingRecord> & { date?: string } = {}): PendingRecord => {
  const { date = '2026-06-05', ...fields } = change;
  return {
    id: 'pending-1',
    sourceId: 'source-1',
    accountingFileId: 'accounting-1',
    change: 'new',
    postedId: null,
    content: `content of ${fields.id ?? 'pending-1'}`,
    occurrence: 1,
    before: null,
    after: anEntry({ date }),
    problems: [],
    ...fields,
  };
};

export const aPosting = (change: Partial<PostingRecord> = {}): PostingRecord => ({
  id: 'posting-1',
  mandateId: 'mandate-1',
  accountingFileId: 'accounting-1',
  sequence: 1,
  kind: 'posting',
  postedAt: '2026-06-05T09:00:00.000Z',
  counts: { new: 1, changed: 0, deleted: 0 },
  arrivedAt: null,
  undoneAt: null,
  ...change,
});

export const anItem = (change: Partial<PostingItemRecord> = {}): PostingItemRecord => ({
  postingId: 'posting-1',
  position: 0,
  sourceId: 'source-1',
  change: 'new',
  before: null,
  after: aPosted({ id: `posted-${change.position ?? 0}` }),
  ...change,
});
