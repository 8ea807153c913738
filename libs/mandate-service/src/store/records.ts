import type {
  Change,
  ContentSketch,
  Entry,
  EntryProblem,
  FileOrigin,
  FileRole,
  FiscalPeriod,
  Instant,
  LinkCandidate,
  PendingCounts,
  Product,
  SourceTrouble,
} from '@synchro/sync-core/domain';

/**
 * What is kept, record by record. Everything else – counts, notifications, who may un-post what – is derived.
 * Records are plain data: they go to SQLite as JSON and must survive `structuredClone`. A field that may be absent was
 * added later: records of an earlier version lack it.
 */

export interface MandateRecord {
  readonly id: string;
  readonly name: string;
  readonly kind: 'local' | 'shared';
  readonly createdAt: Instant;
  /** No longer kept here; its history stays for when it is created again from its accounting file. */
  readonly removedAt?: Instant | null;
}

/** A file of a mandate. Detached files stay, so that their posted entries keep their source [C5]. */
export interface FileRecord {
  readonly id: string;
  readonly mandateId: string;
  readonly role: FileRole;
  readonly product: Product;
  readonly path: string;
  readonly attachedAt: Instant;
  readonly detachedAt: Instant | null;
  /** A person detached it: it is not attached by itself again. */
  readonly isDismissed?: boolean;
}

/**
 * Whether a file is where its mandate says, and what it is recognised by elsewhere; `id` is the file's. Made when there
 * is something to know; entry files are recognised by what their source was last settled on.
 */
export interface LinkRecord {
  readonly id: string;
  readonly mandateId: string;
  readonly status: 'there' | 'missing';
  readonly missingSince: Instant | null;
  /** The internal id that the document's program gives it. */
  readonly documentId: string | null;
  /** Since when a program has found a document with another internal id in its place [L3]. */
  readonly otherDocumentSince: Instant | null;
  /** The entry file that the document's program writes. */
  readonly entryFileId: string | null;
  /** How it looked when it was last in its place. */
  readonly look: Fingerprint | null;
  /** Where and when it came into being; with it, its number is a proof. */
  readonly origin: FileOrigin | null;
  /** Of its content when it was last quiet in its place; `null` for entry files, and before. */
  readonly sketch: ContentSketch | null;
  /** The file in its place is another that is attached elsewhere [L8]. */
  readonly otherFile: { readonly fileId: string; readonly since: Instant } | null;
  /** Where a person had it sought and it may be; told as long as a file is there. */
  readonly foundByPerson: readonly LinkCandidate[];
  /** Where it may be while it is missing, the most likely place first. */
  readonly candidates: readonly LinkCandidate[];
}

/** One correction of links, which can be taken back as long as none of them has changed since. */
export interface LinkChangeRecord {
  readonly id: string;
  readonly mandateId: string;
  /** Order of the corrections within the store, from 1. */
  readonly sequence: number;
  readonly at: Instant;
  readonly kind: 'restored' | 'migrated';
  readonly moves: readonly LinkMove[];
  readonly undoneAt: Instant | null;
}

/** What a correction made of one link. */
export interface LinkMove {
  readonly fileId: string;
  readonly from: string;
  readonly to: string;
  /** What was known of it before: also by what, where it was not certain that it is the same file. */
  readonly formerly: Pick<LinkRecord, 'otherDocumentSince'> &
    Partial<Pick<LinkRecord, 'documentId' | 'look' | 'origin' | 'sketch'>>;
}

/** How a file looked when it was last read; equal means: not touched since. */
export interface Fingerprint {
  readonly size: number;
  readonly modifiedAtMs: number;
  /** File-system number; 0 where there is none. */
  readonly inode: number;
  /**
   * When the system last noted any change of the file, also of its name or rights. It tells a rewrite that kept size and
   * `modifiedAtMs`. Older records lack it.
   */
  readonly changedAtMs?: number;
}

/** What is known of an accounting file; `id` is its file's id. */
export interface AccountingRecord {
  readonly id: string;
  readonly mandateId: string;
  /** Grows exactly when the pending or posted entries of this accounting file change. */
  readonly revision: number;
  readonly pendingSince: Instant | null;
  readonly missingSince: Instant | null;
  /** The fiscal period: the chart's, else the one in its entry files' names. */
  readonly period: FiscalPeriod | null;
  readonly chartPath: string | null;
  readonly chart: ChartState;
  readonly index: IndexState;
  /** Which agent owns the mandate, by the claim beside the accounting file as it was last read. */
  readonly claim?: ClaimRecord;
  /** The same in a record of an earlier version. */
  readonly heldBy?: Holder | null;
}

/** The other agent that owns a mandate. */
export interface Holder {
  readonly machine: string;
  readonly since: Instant;
}

export type ClaimRecord =
  /** No agent is known to own it. `token`: of the claim that this agent has begun to make. */
  | { readonly status: 'unclaimed'; readonly token: string | null }
  | {
      readonly status: 'owned';
      /** Of the claim. */
      readonly path: string;
      /** Those that the claim may have: the last one read, and the one that is to replace it. */
      readonly tokens: readonly string[];
      /** Postings that count once the claim has the token of after them. */
      readonly unsettled: readonly UnsettledPosting[];
    }
  | ({ readonly status: 'elsewhere' } & Holder);

/** A posting that was made or un-posted, and has to be taken back if the claim had changed hands by then. */
export interface UnsettledPosting {
  readonly postingId: string;
  readonly change: 'posted' | 'undone';
  /** Of the answer that was given under an idempotency key. */
  readonly answerId: string | null;
}

export type ChartState =
  | { readonly status: 'present'; readonly path: string; readonly fingerprint: Fingerprint }
  | {
      readonly status: 'none' | 'several' | 'unreadable';
      readonly detail: string | null;
      readonly since: Instant;
      readonly fingerprint: Fingerprint | null;
    };

export type IndexState =
  | { readonly status: 'sound'; readonly fingerprint: Fingerprint | null }
  | {
      readonly status: 'unreadable' | 'bad-lines' | 'held-elsewhere' | 'listed-twice' | 'other-role';
      readonly detail: string;
      readonly since: Instant;
      readonly fingerprint: Fingerprint | null;
    };

/** The chart of accounts as last read; `id` is the accounting file's. */
export interface ChartRecord {
  readonly id: string;
  readonly title: string;
  readonly period: FiscalPeriod | null;
  readonly accounts: readonly (readonly [number: string, kind: 'normal' | 'title' | 'group'])[];
  readonly vatCodes: readonly string[];
}

/** What is known of an entry file; `id` is its file's id. */
export interface SourceRecord {
  readonly id: string;
  readonly mandateId: string;
  /** The accounting files whose `.ecc` list it, with the uid each gives it. */
  readonly listedBy: readonly { readonly accountingFileId: string; readonly uid: number }[];
  /** The uids that an `.ecc` gave it before it no longer listed it; the last one is the latest. */
  readonly formerlyListedBy?: readonly { readonly accountingFileId: string; readonly uid: number }[];
  /** The name under which the `.ecc` still lists it although a person said that it has another by now. */
  readonly listedAs?: string | null;
  readonly acceptedUid: number | null;
  readonly confirmedVersion: string | null;
  readonly trouble: SourceTrouble | null;
  /** Of the state last decided on (taken in, or kept out with `trouble`): nothing to do while it stays. */
  readonly settled: Fingerprint | 'missing' | null;
  /** Format of the reader that decided, see `READER_FORMAT`. */
  readonly settledFormat?: number;
  /** SHA-256 of the version last taken in, see `VersionRecord`; `null` if none ever was. */
  readonly version: string | null;
  readonly takenInAt: Instant | null;
}

/** The version of an entry file that was last taken in, to the byte; `id` is its file's id. */
export interface VersionRecord {
  readonly id: string;
  /** SHA-256 of the bytes, hexadecimal. */
  readonly version: string;
  readonly bytes: Uint8Array;
}

/** A cloud folder's copy beside a listed file [T6]; `id` is bound to its name, size and time. */
export interface TwinRecord {
  readonly id: string;
  readonly accountingFileId: string;
  readonly name: string;
  readonly modifiedAt: Instant;
  readonly original: string;
  readonly originalModifiedAt: Instant | null;
  readonly since: Instant;
  readonly ignored: boolean;
}

/** An entry that the accounting holds, as this posting brought it there. */
export interface PostedRecord {
  readonly id: string;
  readonly sourceId: string;
  readonly accountingFileId: string;
  readonly postingId: string;
  readonly content: string;
  readonly occurrence: number;
  /** Numbers of the content's lines in the version last taken in [C4]. */
  readonly numbers: readonly number[];
  readonly entry: Entry;
}

/** A change that waits to be posted: what the entry file holds now against what was posted. */
export interface PendingRecord {
  /** Bound to content, see `pendingEntryId`. */
  readonly id: string;
  readonly sourceId: string;
  readonly accountingFileId: string;
  readonly change: Change;
  /** The posted entry that is changed or deleted; `null` for a new one. */
  readonly postedId: string | null;
  /** Content of `after`; `null` for a deleted one. */
  readonly content: string | null;
  readonly occurrence: number;
  readonly before: Entry | null;
  readonly after: Entry | null;
  readonly problems: readonly EntryProblem[];
}

export interface PostingRecord {
  readonly id: string;
  readonly mandateId: string;
  readonly accountingFileId: string;
  /** Order of posting within the store, from 1. */
  readonly sequence: number;
  readonly kind: 'posting' | 'already-posted';
  readonly postedAt: Instant;
  readonly counts: PendingCounts;
  readonly arrivedAt: Instant | null;
  readonly undoneAt: Instant | null;
  /** In their order. */
  readonly exports?: readonly ExportRecord[];
}

/** The text for the accounting was handed out: from then on a posting may have arrived there. */
export interface ExportRecord {
  readonly at: Instant;
  readonly format: 'extended' | 'simple';
  /** Of the posting's reversal, after it was un-posted. */
  readonly reversal: boolean;
}

/** One entry of a posting: the posted entry it took away and the one it put in its place. */
export interface PostingItemRecord {
  readonly postingId: string;
  /** From 0, in the order of export. */
  readonly position: number;
  readonly sourceId: string;
  readonly change: Change;
  readonly before: PostedRecord | null;
  readonly after: PostedRecord | null;
}

/** An answer already given under an idempotency key; `id` is operation + key. */
export interface AnswerRecord {
  readonly id: string;
  /** Fingerprint of the request, so that the same key with another body is told. */
  readonly request: string;
  readonly status: number;
  readonly body: unknown;
  readonly answeredAt: Instant;
}

/** Who this installation is, made once; `id` is always `agent`. */
export interface AgentRecord {
  readonly id: 'agent';
  readonly agentId: string;
}
