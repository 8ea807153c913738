import type { EccEntry } from '@synchro/cresus-files';
import type { Instant, Product } from '@synchro/sync-core/domain';
import { linkOf } from './links.js';
import { attachedAllAt, attachedAt, formerAt, isAttached, present } from './lookups.js';
import type { FileRecord, SourceRecord } from '../store/records.js';
import { clearPending, refreshPending, touchAccountings } from './refresh-pending.js';
import type { VersionReader } from './version-reader.js';
import type { StoreReader, StoreTransaction } from '../store/store.js';

/** A line of an `.ecc`: an entry file, with the path at which it is or should be. */
export interface ListedFile {
  readonly path: string;
  readonly uid: number;
  readonly tag: EccEntry['tag'];
  /** Whether a file of this name is in the folder of the index. */
  readonly isThere: boolean;
  /** The attached file that lies at the path under another one [L13]; `null` for none. */
  readonly heldAs: string | null;
  /** The source that the line's uid means, see `identifyListed`; `null` where it means none yet. */
  readonly sourceId: string | null;
}

/** A line that is not used, and why. */
export interface RefusedLine {
  readonly path: string;
  /**
   * `held-elsewhere`: another mandate, named by `holder`, has the file. `other-role`: this mandate has it as something
   * else. `listed-twice`: another line of this mandate's indexes already means the file, or has its uid.
   */
  readonly reason: 'held-elsewhere' | 'other-role' | 'listed-twice';
  readonly holder: string;
}

/** The program behind each tag; banking and assets write `.ecf` too, which a person can correct [§1]. */
const productOfTag: Record<EccEntry['tag'], Product> = { ECF: 'facturation', ECS: 'salaires', ECA: 'assets' };

export interface AttachListed {
  readonly accountingFileId: string;
  readonly listed: readonly ListedFile[];
  /** Whether `listed` has every file of the index; only then may what it lacks be detached. */
  readonly isComplete: boolean;
  /** Whether there is a file at this path of the index's folder. */
  readonly isThere: (path: string) => boolean;
  readonly newId: () => string;
  readonly versions: VersionReader;
  readonly now: Instant;
}

/**
 * Makes the mandate's entry files those that the accounting's `.ecc` lists: new ones are attached, those it no longer
 * lists are detached – their posted entries stay in the history and never count as deleted [C5]. A line means the source
 * of its uid, whatever name it gives: the path only says where the file was last seen [J1]. What a person detached
 * stays so.
 * @returns the lines that are not used
 */
export function attachListedFiles(tx: StoreTransaction, input: AttachListed): readonly RefusedLine[] {
  const { accountingFileId, now } = input;
  const { mandateId } = present(tx.accountings.get(accountingFileId), `accounting file ${accountingFileId}`);
  const refused: RefusedLine[] = [];
  const listedIds = new Set<string>();
  const places = placesOf(tx, mandateId, input);

  for (const line of input.listed) {
    const known = places.knownBy(line);
    const path = known === undefined ? line.path : places.pathOf(known);
    const obstacle = obstacleTo(tx, { line, path, known, mandateId, listedIds, places });
    if (obstacle !== null) {
      // What the mandate already has is still listed: a mistake in another line detaches nothing.
      if (known !== undefined) listedIds.add(known.id);
      refused.push({ path: line.path, ...obstacle });
      continue;
    }
    const file = known === undefined ? attachNew(tx, newFile(line, mandateId, input)) : move(tx, known, path);
    listedIds.add(file.id);
    list(tx, present(tx.sources.get(file.id), `source ${file.id}`), accountingFileId, line.uid);
    // That a dismissed file is listed stays noted, so that a person can attach it again.
    if (file.detachedAt !== null && file.isDismissed !== true)
      attachEntryFileAgain(tx, input.versions, file, now);
  }

  if (!input.isComplete) return refused;
  for (const source of tx.sources.by('mandateId', mandateId)) {
    const given = source.listedBy.find((by) => by.accountingFileId === accountingFileId);
    if (listedIds.has(source.id) || given === undefined) continue;
    const listedBy = source.listedBy.filter((by) => by !== given);
    tx.sources.put({ ...source, listedBy, formerlyListedBy: withoutDoubles(source, given) });
    if (listedBy.length === 0 && isAttached(tx, source.id))
      detachEntryFile(tx, present(tx.files.get(source.id), `file ${source.id}`), now);
  }
  return refused;
}

/** Where the entry files of a mandate are once the lines of an index are followed. */
interface Places {
  /** The file that a line means, attached or not; `undefined` for one that the mandate never had. */
  knownBy(line: ListedFile): FileRecord | undefined;
  pathOf(file: FileRecord): string;
  /** Another line of the same uid, which goes before: its file is known, or it comes first. */
  namesakeOf(line: ListedFile): ListedFile | undefined;
}

function placesOf(tx: StoreReader, mandateId: string, { listed, isThere }: AttachListed): Places {
  const knownBy = ({ sourceId, path }: ListedFile): FileRecord | undefined => {
    if (sourceId !== null) return tx.files.get(sourceId);
    const holder = attachedAt(tx, path);
    const own = holder?.mandateId === mandateId && holder.role === 'entries' ? holder : undefined;
    const found = own ?? formerAt(tx, { mandateId, path, role: 'entries' });
    // Another line has its uid: then this line is another file that took its name.
    return listed.some((line) => line.sourceId === found?.id) ? undefined : found;
  };
  const paths = new Map<string, string>();
  for (const line of listed) {
    const file = knownBy(line);
    // Where the index still gives a former name, the file is where it was seen last.
    if (file !== undefined && (line.isThere || !isThere(file.path))) paths.set(file.id, line.path);
  }
  return {
    knownBy,
    pathOf: ({ id, path }) => paths.get(id) ?? path,
    namesakeOf: (line) =>
      listed.find(
        (other, at) =>
          other !== line &&
          other.uid === line.uid &&
          (knownBy(other) !== undefined || at < listed.indexOf(line)),
      ),
  };
}

function obstacleTo(
  tx: StoreReader,
  input: {
    readonly line: ListedFile;
    readonly path: string;
    readonly known: FileRecord | undefined;
    readonly mandateId: string;
    readonly listedIds: ReadonlySet<string>;
    readonly places: Places;
  },
): Pick<RefusedLine, 'reason' | 'holder'> | null {
  const { line, path, known, mandateId, listedIds, places } = input;
  if (known !== undefined && listedIds.has(known.id) && places.pathOf(known) !== line.path)
    return { reason: 'listed-twice', holder: known.path };
  const namesake = places.namesakeOf(line);
  if (known === undefined && namesake !== undefined) return { reason: 'listed-twice', holder: namesake.path };
  if (known?.isDismissed === true && known.detachedAt !== null) return null;
  const alias = line.heldAs === null ? undefined : tx.files.get(line.heldAs);
  const aliases = alias?.detachedAt === null ? [alias] : [];
  for (const holder of [...attachedAllAt(tx, path), ...aliases]) {
    if (holder.id === known?.id) continue;
    if (holder.mandateId !== mandateId)
      return {
        reason: 'held-elsewhere',
        holder: present(tx.mandates.get(holder.mandateId), 'the holding mandate').name,
      };
    if (holder.role !== 'entries') return { reason: 'other-role', holder: holder.path };
    // A file that another line sends elsewhere makes room.
    if (places.pathOf(holder) === path || holder === alias)
      return { reason: 'listed-twice', holder: holder.path };
  }
  return null;
}

/** The program renamed the file and its line: it is the same source, read again at its new place. */
function move(tx: StoreTransaction, file: FileRecord, path: string): FileRecord {
  if (file.path === path) return file;
  const moved = { ...file, path };
  tx.files.put(moved);
  tx.sources.put({ ...present(tx.sources.get(file.id), `source ${file.id}`), settled: null, listedAs: null });
  if (tx.links.get(file.id) !== undefined)
    tx.links.put({ ...linkOf(tx, moved), status: 'there', missingSince: null, candidates: [] });
  return moved;
}

const withoutDoubles = (
  { formerlyListedBy = [] }: SourceRecord,
  given: SourceRecord['listedBy'][number],
): SourceRecord['listedBy'] => [
  ...formerlyListedBy.filter((by) => by.accountingFileId !== given.accountingFileId || by.uid !== given.uid),
  given,
];

/** Attaches an entry file that the mandate had before; the version in it is looked at by the next scan. */
export function attachEntryFileAgain(
  tx: StoreTransaction,
  versions: VersionReader,
  former: FileRecord,
  now: Instant,
): FileRecord {
  const again = { ...former, attachedAt: now, detachedAt: null, isDismissed: false };
  tx.files.put(again);
  // Compared again with what was posted from it [C5].
  touchAccountings(tx, refreshPending(tx, versions, former.id), now);
  return again;
}

const newFile = (line: ListedFile, mandateId: string, { newId, now }: AttachListed): FileRecord => ({
  id: newId(),
  mandateId,
  role: 'entries',
  product: productOfTag[line.tag],
  path: line.path,
  attachedAt: now,
  detachedAt: null,
});

function attachNew(tx: StoreTransaction, file: FileRecord): FileRecord {
  tx.files.put(file);
  tx.sources.put({
    id: file.id,
    mandateId: file.mandateId,
    listedBy: [],
    acceptedUid: null,
    confirmedVersion: null,
    trouble: null,
    settled: null,
    version: null,
    takenInAt: null,
  });
  return file;
}

/** A new uid in the `.ecc` may make a suspect version sound, or the other way round: it is decided on again. */
function list(tx: StoreTransaction, source: SourceRecord, accountingFileId: string, uid: number): void {
  if (source.listedBy.some((by) => by.accountingFileId === accountingFileId && by.uid === uid)) return;
  const others = source.listedBy.filter((by) => by.accountingFileId !== accountingFileId);
  tx.sources.put({ ...source, listedBy: [...others, { accountingFileId, uid }], settled: null });
}

/** Takes an entry file from its mandate: what waits of it is told no more, what was posted stays [C5]. */
export function detachEntryFile(tx: StoreTransaction, file: FileRecord, now: Instant): void {
  tx.files.put({ ...file, detachedAt: now });
  touchAccountings(tx, clearPending(tx, file.id), now);
}
