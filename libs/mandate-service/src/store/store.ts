import type { PostedKey } from '@synchro/sync-core/domain';
import type {
  AccountingRecord,
  AgentRecord,
  AnswerRecord,
  ChartRecord,
  FileRecord,
  LinkChangeRecord,
  LinkRecord,
  MandateRecord,
  PendingRecord,
  PostedRecord,
  PostingItemRecord,
  PostingRecord,
  SourceRecord,
  TwinRecord,
  VersionRecord,
} from './records.js';

/**
 * Where the state is kept. Synchronous: one use case is one `transaction`, which happens wholly or not at all –
 * also when the process is killed inside it. `store.contract.ts` is what every store must pass.
 */
export interface MandateStore {
  /** Runs `use`; a throw rolls everything back and is passed on. Not to be nested. */
  transaction<T>(use: (tx: StoreTransaction) => T): T;
  /** Reads one consistent state; not to be nested either. */
  read<T>(use: (tx: StoreReader) => T): T;
}

/** What a transaction sees, without what it can change. */
export type StoreReader = { readonly [T in keyof StoreTransaction]: Omit<StoreTransaction[T], Writing> };

type Writing = 'put' | 'delete' | 'insert' | 'renumber';

export interface StoreTransaction extends RecordTables {
  readonly posted: PostedEntries;
  readonly pending: PendingEntries;
  readonly postingItems: PostingItems;
}

/** The small records: read by id or by one of the fields of `recordIndexes`. */
export interface RecordTables {
  readonly agents: Records<AgentRecord>;
  readonly mandates: Records<MandateRecord>;
  readonly files: Records<FileRecord, 'mandateId' | 'path'>;
  readonly links: Records<LinkRecord, 'mandateId' | 'documentId' | 'status'>;
  readonly linkChanges: Records<LinkChangeRecord, 'mandateId'>;
  readonly accountings: Records<AccountingRecord, 'mandateId'>;
  readonly charts: Records<ChartRecord>;
  readonly sources: Records<SourceRecord, 'mandateId'>;
  readonly versions: Records<VersionRecord>;
  readonly twins: Records<TwinRecord, 'accountingFileId'>;
  readonly postings: Records<PostingRecord, 'accountingFileId' | 'mandateId'>;
  readonly answers: Records<AnswerRecord>;
}

/** Which fields the small records are looked up by; the one place from which every store builds its indexes. */
export const recordIndexes = {
  agents: [],
  mandates: [],
  files: ['mandateId', 'path'],
  links: ['mandateId', 'documentId', 'status'],
  linkChanges: ['mandateId'],
  accountings: ['mandateId'],
  charts: [],
  sources: ['mandateId'],
  versions: [],
  twins: ['accountingFileId'],
  postings: ['accountingFileId', 'mandateId'],
  answers: [],
} as const satisfies { readonly [T in keyof RecordTables]: readonly IndexOf<RecordTables[T]>[] };

type IndexOf<T> = T extends { by: (index: infer I, value: string) => unknown } ? I : never;

export interface Records<R extends { readonly id: string }, Index extends keyof R = never> {
  get(id: string): R | undefined;
  /** In the order of their first insertion. */
  all(): readonly R[];
  by(index: Index, value: string): readonly R[];
  /** Inserts or replaces the record of this id. */
  put(record: R): void;
  delete(id: string): void;
}

/** What the accounting holds, per source; up to 150,000 entries each, so keys and whole entries are read apart. */
export interface PostedEntries {
  keys(sourceId: string): PostedKey[];
  get(id: string): PostedRecord | undefined;
  count(sourceId: string): number;
  /** The ids of the postings that brought them, each once, sorted. */
  postings(sourceId: string): readonly string[];
  /**
   * Ordered by date of the entry's first line, then order of insertion; a cursor stays usable while entries come and go.
   * @throws {RangeError} a cursor that no page gave
   */
  page(query: PostedQuery): { readonly items: readonly PostedRecord[]; readonly nextCursor: string | null };
  insert(records: Iterable<PostedRecord>): void;
  delete(ids: Iterable<string>): void;
  renumber(changes: Iterable<{ readonly postedId: string; readonly numbers: readonly number[] }>): void;
}

export interface PostedQuery {
  readonly sourceId: string;
  /** Only what comes after this cursor, as a former page gave it. */
  readonly after?: string | undefined;
  readonly limit: number;
}

/** How a pending entry is told from another without reading it whole. */
export interface PendingKey {
  readonly id: string;
  readonly accountingFileId: string;
  readonly change: PendingRecord['change'];
  readonly postedId: string | null;
  readonly content: string | null;
  readonly occurrence: number;
}

/** Number of pending entries of one source and change. */
export interface PendingTally {
  readonly sourceId: string;
  readonly change: PendingRecord['change'];
  readonly count: number;
  readonly withProblems: number;
}

export interface PendingQuery {
  readonly accountingFileId: string;
  readonly change?: PendingRecord['change'];
  /** Only what comes after this cursor, as a former page gave it. */
  readonly after?: string;
  readonly limit: number;
}

export interface PendingSourceQuery {
  readonly sourceId: string;
  /** Only those that have problems, or only those that have none. */
  readonly withProblems?: boolean | undefined;
  readonly after?: string | undefined;
  readonly limit: number;
}

export interface PendingEntries {
  keys(sourceId: string): PendingKey[];
  get(id: string): PendingRecord | undefined;
  /** All of a source. */
  ofSource(sourceId: string): IterableIterator<PendingRecord>;
  /** All of an accounting file, in the order of `page`. */
  ofAccounting(accountingFileId: string): IterableIterator<PendingRecord>;
  tally(accountingFileId: string): PendingTally[];
  /**
   * Ordered by date of the entry's first line, then source, then order of insertion. A cursor stays usable while
   * entries come and go: it names a place, not a number of rows.
   * @throws {RangeError} a cursor that no page gave
   */
  page(query: PendingQuery): { readonly items: readonly PendingRecord[]; readonly nextCursor: string | null };
  /** The same of one source, whatever accounting file its entries belong to. */
  pageOfSource(query: PendingSourceQuery): {
    readonly items: readonly PendingRecord[];
    readonly nextCursor: string | null;
  };
  /** Inserts, or replaces those of the same id in their place. */
  put(records: Iterable<PendingRecord>): void;
  delete(ids: Iterable<string>): void;
}

/** What each posting did, entry by entry; kept for ever, also of what was un-posted. */
export interface PostingItems {
  insert(items: Iterable<PostingItemRecord>): void;
  page(postingId: string, fromPosition: number, limit: number): readonly PostingItemRecord[];
  all(postingId: string): IterableIterator<PostingItemRecord>;
  /** The postings that changed or deleted an entry that this one posted, un-posted ones included; each once, sorted. */
  builtUponBy(postingId: string): readonly string[];
}
