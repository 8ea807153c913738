import { decideTakeIn } from '@synchro/sync-core/domain';
import type {
  Instant,
  ReadProblem,
  TakeInDecision,
  TakeInFacts,
  VersionFacts,
} from '@synchro/sync-core/domain';
import { present } from './lookups.js';
import { knownVersion, READER_FORMAT } from './version-reader.js';
import type { ReadVersion, VersionReader } from './version-reader.js';
import type { Fingerprint, SourceRecord } from '../store/records.js';
import { compareSource, storeComparison, touchAccountings } from './refresh-pending.js';
import type { SourceComparison } from './refresh-pending.js';
import type { StoreTransaction } from '../store/store.js';

/** What lies at a source's path now. */
export type FoundSource =
  | { readonly status: 'missing' }
  /** The file system does not let us look at it, or read it [W5]. */
  | { readonly status: 'refused'; readonly problem: ReadProblem }
  | {
      readonly status: 'read';
      readonly bytes: Uint8Array;
      readonly version: string;
      /** How the file looks, if nothing is to be done again while it looks so. */
      readonly settles: Fingerprint | null;
    };

export interface TakeInSource {
  readonly fileId: string;
  readonly found: FoundSource;
  /** How long what was found has looked the same. */
  readonly stillForMs: number;
  readonly now: Instant;
}

/**
 * Takes in what a program has written – or waits, or keeps what was known and says why [T1–T5].
 * `wait` leaves no trace in the store: the caller looks again after `forMs`.
 */
export function takeInSource(
  tx: StoreTransaction,
  versions: VersionReader,
  input: TakeInSource,
): TakeInDecision {
  const { found, now } = input;
  const source = present(tx.sources.get(input.fileId), `source ${input.fileId}`);
  const read = found.status === 'read' ? versions.read(found.version, () => found.bytes) : null;
  let compared: SourceComparison | null = null;
  /** Compared when it is asked for, and once: an addition to a large file need not wait for it twice. */
  const comparison = () => (compared ??= compareSource(tx, source.id, read?.ok === true ? read.entries : []));

  const decision = decideTakeIn({
    now,
    found: factsOfFound(found, read),
    stillForMs: input.stillForMs,
    known: read?.ok === true ? factsOf(knownVersion(tx, versions, source.id)) : null,
    posted: {
      count: tx.posted.count(source.id),
      get gone() {
        return comparison().diff.deleted.length;
      },
      get newlyGone() {
        const { diff, pendingBefore } = comparison();
        const shown = new Set(
          pendingBefore.flatMap((one) => (one.change === 'deleted' ? [one.postedId] : [])),
        );
        return diff.deleted.filter(({ postedId }) => !shown.has(postedId)).length;
      },
    },
    expectedUid: expectedUid(source, read?.ok === true ? read.file.uid : null),
    acceptedUid: source.acceptedUid,
    confirmedVersion: source.confirmedVersion,
    trouble: source.trouble,
  });

  switch (decision.action) {
    case 'wait':
      break;
    case 'keep':
      putIfChanged(tx, source, { trouble: decision.trouble, ...settledAs(found) });
      break;
    case 'take-in':
      if (found.status !== 'read' || read?.ok !== true)
        throw new Error(`A version of ${source.id} that could not be read was to be taken in.`);
      if (found.version === source.version && source.trouble === null) {
        putIfChanged(tx, source, settledAs(found)); // Touched, or written again as it was [T1d].
        break;
      }
      store(tx, source, found, read.file.uid, comparison(), now);
      break;
  }
  return decision;
}

/** A file that stays unreadable is checked again and again: nothing is new each time. */
function putIfChanged(tx: StoreTransaction, source: SourceRecord, change: Partial<SourceRecord>): void {
  const next = { ...source, ...change };
  if (JSON.stringify(next) !== JSON.stringify(source)) tx.sources.put(next);
}

function store(
  tx: StoreTransaction,
  source: SourceRecord,
  found: FoundSource & { status: 'read' },
  uid: number,
  comparison: SourceComparison,
  now: Instant,
): void {
  const confirmed = source.confirmedVersion === found.version;
  tx.versions.put({ id: source.id, version: found.version, bytes: found.bytes });
  tx.sources.put({
    ...source,
    acceptedUid: confirmed ? uid : source.acceptedUid,
    confirmedVersion: null,
    trouble: null,
    ...settledAs(found),
    version: found.version,
    takenInAt: now,
  });
  touchAccountings(tx, storeComparison(tx, comparison), now);
}

/** A refused file stays to be looked at: nothing was seen of it that could be decided on [W5]. */
function settledAs(found: FoundSource): Partial<Pick<SourceRecord, 'settled' | 'settledFormat'>> {
  if (found.status === 'refused') return {};
  return {
    settled: found.status === 'missing' ? 'missing' : found.settles,
    settledFormat: READER_FORMAT,
  };
}

/** Whether the file system refused the source's file when it was last looked at [W5]. */
export function isRefused(source: SourceRecord | undefined): boolean {
  const trouble = source?.trouble ?? null;
  return trouble?.kind === 'unreadable' && trouble.problems.some(({ line }) => line === 0);
}

function factsOfFound(found: FoundSource, read: ReadVersion | null): TakeInFacts['found'] {
  if (found.status === 'missing') return { status: 'missing' };
  if (found.status === 'refused') return { status: 'unreadable', problems: [found.problem] };
  if (read === null) throw new Error('A version that was read was not parsed.');
  if (!read.ok) return { status: 'unreadable', problems: read.problems.slice(0, 20) };
  const { endsWithLineEnd } = read.file;
  const endsWithinEntry = read.file.entries.at(-1)?.defects.includes('unbalanced') ?? false;
  return { status: 'read', version: found.version, endsWithLineEnd, endsWithinEntry, ...versionFacts(read) };
}

const versionFacts = ({ file, entries }: ReadVersion & { ok: true }): VersionFacts => ({
  lot: file.lot,
  writtenAt: file.writtenAt,
  uid: file.uid,
  contents: entries.map(({ content }) => content),
});

const factsOf = (known: (ReadVersion & { ok: true }) | null): VersionFacts | null =>
  known === null ? null : versionFacts(known);

/** An entry file listed in two periods' `.ecc` may bear the uid of either. */
function expectedUid({ listedBy }: SourceRecord, found: number | null): number | null {
  const uids = listedBy.map(({ uid }) => uid);
  return uids.find((uid) => uid === found) ?? uids[0] ?? null;
}
