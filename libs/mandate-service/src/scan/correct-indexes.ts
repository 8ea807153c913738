import { readEccIndex, renameEccEntry, sameFileName } from '@synchro/cresus-files';
import type { EccEntry } from '@synchro/cresus-files';
import { WHOLE_AFTER_MS } from '@synchro/sync-core/domain';
import type { Environment } from '../environment.js';
import { MAX_BYTES } from '../files/file-size-limits.js';
import type { AccountingRecord } from '../store/records.js';
import { accountingsOf, holderOf, present } from '../use-cases/lookups.js';
import { earliest } from './earliest.js';
import type { CheckRound } from './failed-checks.js';
import { formerLineOf, renamedEntryFiles } from '../use-cases/renamed-entry-files.js';
import type { RenamedEntryFile } from '../use-cases/renamed-entry-files.js';
import { withExtension } from './scan-index.js';
import { sameFingerprint } from './sightings.js';
import type { Sightings } from './sightings.js';

/*
 * An entry file was renamed, and a person restored its link: the `.ecc` has to give it its new name [L11].
 *
 *   restore       one transaction: the new path, and `listedAs`, the name that the `.ecc` may still give
 *   each scan     while `listedAs` stands, a line of that name and uid is this file (`scan-index.ts`)
 *                 the `.ecc` has the new name  → read in every `.ecc` that lists it: `listedAs` is over
 *                 it has a former one          → corrected, whole or not at all, if all of this holds: it has been
 *                                                still, is what was read a moment ago, and ours to write; the new
 *                                                file lies beside it, and none that has its former name
 *
 * Killed anywhere in between, the next scan goes on from what the `.ecc` says then.
 */

type Needed = Pick<Environment, 'store' | 'files' | 'onTrouble'> & {
  /** Whether the claim beside an accounting file is ours, as it is read now [O5]. */
  readonly isOurs: (accountingFileId: string, path: string) => Promise<boolean>;
};

/**
 * Corrects the `.ecc` of the mandate's accounting files where one lists an entry file by a former name.
 * @returns milliseconds after which to look again, `null` if there is nothing to wait for
 */
export async function correctIndexes(
  env: Needed,
  mandateId: string,
  sightings: Pick<Sightings, 'stillForMs'>,
  round: Pick<CheckRound, 'attempt'>,
): Promise<number | null> {
  const listing = env.store.read((tx) =>
    accountingsOf(tx, mandateId).map((accounting) => ({
      accounting,
      path: present(tx.files.get(accounting.id), `file ${accounting.id}`).path,
      renamed: renamedEntryFiles(tx, accounting, env.files),
    })),
  );
  const due: (number | null)[] = [];
  /** By file: whether every `.ecc` that lists it has the new name. */
  const isOver = new Map<RenamedEntryFile['fileId'], boolean>();
  for (const { accounting, path, renamed } of listing) {
    if (renamed.length === 0) continue;
    let corrected: ReadonlySet<string> = new Set();
    const subject = { accountingFileId: accounting.id, path: withExtension(path, '.ecc') };
    const waitMs = await round.attempt(subject, async () => {
      const done = await correctIndex(env, accounting, path, renamed, sightings);
      corrected = done.corrected;
      return done.dueMs;
    });
    due.push(waitMs);
    for (const { fileId } of renamed)
      isOver.set(fileId, corrected.has(fileId) && isOver.get(fileId) !== false);
  }
  const paths = new Map(listing.flatMap(({ renamed }) => renamed.map(({ fileId, path }) => [fileId, path])));
  const over = [...isOver].filter(([, isDone]) => isDone).map(([fileId]) => fileId);
  if (over.length > 0)
    env.store.transaction((tx) => {
      for (const fileId of over) {
        // Restored again meanwhile, it has another name.
        if (tx.files.get(fileId)?.path !== paths.get(fileId)) continue;
        tx.sources.put({ ...present(tx.sources.get(fileId), `source ${fileId}`), listedAs: null });
      }
    });
  return earliest(due);
}

/** @returns the files that the index lists under their new name already */
async function correctIndex(
  env: Needed,
  accounting: AccountingRecord,
  accountingPath: string,
  renamed: readonly RenamedEntryFile[],
  sightings: Pick<Sightings, 'stillForMs'>,
): Promise<{ readonly corrected: ReadonlySet<string>; readonly dueMs: number | null }> {
  const { nameOf, folderOf } = env.files;
  const path = withExtension(accountingPath, '.ecc');
  const read = await readIndex(env, path);
  if (read === null) return { corrected: new Set(), dueMs: null };
  const { entries, bytes, fingerprint } = read;
  const isListed = ({ path: file }: RenamedEntryFile) =>
    entries.some(({ name }) => sameFileName(name, nameOf(file)) === 'exact');
  const corrected = new Set(renamed.filter(isListed).map(({ fileId }) => fileId));

  const names = (await env.files.list(folderOf(path))) ?? [];
  const beside = renamed.filter((file) => folderOf(file.path) === folderOf(path));
  const changed = beside.reduce(
    (text, file) => withNewName(env, path, text, { file, entries, names }),
    bytes,
  );
  if (changed === bytes || holderOf(accounting) !== null) return { corrected, dueMs: null };

  // Its program may be writing: what it writes into a file that we have replaced would be lost.
  const stillForMs = sightings.stillForMs(path, fingerprint);
  if (stillForMs < WHOLE_AFTER_MS) return { corrected, dueMs: WHOLE_AFTER_MS - stillForMs };
  if (!(await env.isOurs(accounting.id, accountingPath))) return { corrected, dueMs: null };
  const now = await env.files.stat(path);
  if (now?.kind !== 'file' || !sameFingerprint(now.fingerprint, fingerprint))
    return { corrected, dueMs: WHOLE_AFTER_MS };
  // In a read-only folder this is reported and tried again; the file stays attached.
  await env.files.replace(path, changed);
  return { corrected, dueMs: null };
}

async function readIndex(env: Needed, path: string) {
  const read = await env.files.read(path, { maxBytes: MAX_BYTES.index });
  const index = read === null ? null : readEccIndex(read.bytes, env.files.nameOf(path));
  return read === null || index?.ok !== true ? null : { ...read, entries: index.value.entries };
}

/** The index with the new name of a file that lies there, unless one of the former name does too. */
function withNewName(
  env: Needed,
  path: string,
  bytes: Uint8Array,
  about: {
    readonly file: RenamedEntryFile;
    readonly entries: readonly EccEntry[];
    readonly names: readonly string[];
  },
): Uint8Array {
  const name = env.files.nameOf(about.file.path);
  const line = formerLineOf(about.file, name, about.entries);
  const others = about.names.filter((one) => sameFileName(one, name) !== 'exact');
  const isHere = others.length < about.names.length;
  if (line === undefined || !isHere || others.some((one) => sameFileName(one, line.name) !== false))
    return bytes;
  try {
    return renameEccEntry(bytes, line, name);
  } catch (cause) {
    env.onTrouble(`writing ${name} into ${path}`, cause); // A character that the index has no byte for.
    return bytes;
  }
}
