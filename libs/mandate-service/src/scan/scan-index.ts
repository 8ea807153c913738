import { findByName, readEccIndex } from '@synchro/cresus-files';
import type { EccEntry } from '@synchro/cresus-files';
import { WHOLE_AFTER_MS } from '@synchro/sync-core/domain';
import { attachListedFiles } from '../use-cases/attach-listed-files.js';
import type { ListedFile, RefusedLine } from '../use-cases/attach-listed-files.js';
import type { Environment } from '../environment.js';
import { MAX_BYTES } from '../files/file-size-limits.js';
import { isAttached, present } from '../use-cases/lookups.js';
import { formerLineOf, renamedEntryFiles } from '../use-cases/renamed-entry-files.js';
import type { AccountingRecord, IndexState } from '../store/records.js';
import { identifyListed } from './identify-listed.js';
import { readWhole } from './read-whole.js';
import type { Line } from './identify-listed.js';
import { sameFingerprint } from './sightings.js';
import type { Sightings } from './sightings.js';

export const withExtension = (path: string, extension: string): string =>
  path.replace(/\.[^./\\]*$/, '') + extension;

/**
 * Reads the `.ecc` beside the accounting if it has changed, and attaches what it lists.
 * A half-written index could detach files, so removals wait until it has been still, as for entry files [T1].
 * @returns milliseconds after which to look again, `null` if there is nothing to wait for
 */
export async function scanIndex(
  env: Environment,
  accounting: AccountingRecord,
  accountingPath: string,
  folderNames: readonly string[],
  sightings: Sightings,
): Promise<number | null> {
  const path = withExtension(accountingPath, '.ecc');
  const found = await env.files.stat(path);
  const fingerprint = found?.kind === 'file' ? found.fingerprint : null;
  sightings.stillForMs(path, fingerprint);
  if (fingerprint === null) sightings.readSucceeded(path);
  if (fingerprint === null || sameFingerprint(fingerprint, accounting.index.fingerprint)) return null;

  const read = await readWhole(env, path, { maxBytes: MAX_BYTES.index }, sightings);
  if (typeof read === 'number') return read;
  const { stillForMs } = read;
  const name = env.files.nameOf(path);
  const index = readEccIndex(read.bytes, name);
  const folder = env.files.folderOf(accountingPath);
  const listed = index.ok
    ? await identifyListed(
        env,
        accounting,
        listedFiles(env, accounting, folder, folderNames, index.value.entries),
      )
    : [];
  const isWhole = index.ok && index.value.problems.length === 0 && !loses(env, accounting.id, listed);
  if (!isWhole && stillForMs < WHOLE_AFTER_MS) return WHOLE_AFTER_MS - stillForMs;

  env.store.transaction((tx) => {
    if (!isAttached(tx, accounting.id)) return; // Detached, or its mandate removed, while the index was read.
    const now = env.clock.now();
    const refused = index.ok
      ? attachListedFiles(tx, {
          accountingFileId: accounting.id,
          listed,
          isComplete: index.value.isComplete,
          isThere: (path) =>
            env.files.folderOf(path) === folder && folderNames.includes(env.files.nameOf(path)),
          newId: env.newId,
          versions: env.versions,
          now,
        })
      : [];
    const problems = index.ok ? index.value.problems : index.problems;
    // The program writes the new name first and renames the file then: read again until the file is there.
    const isAhead = listed.some(({ isThere, sourceId }) => !isThere && sourceId !== null);
    const current = present(tx.accountings.get(accounting.id), `accounting file ${accounting.id}`);
    const since = current.index.status === 'sound' ? now : current.index.since;
    const [first] = problems;
    const [unused] = refused;
    const state: IndexState = !index.ok
      ? { status: 'unreadable', detail: describe(first), since, fingerprint: read.fingerprint }
      : unused !== undefined
        ? {
            status: unused.reason,
            detail: `${env.files.nameOf(unused.path)} – ${holderText(env, unused)}`,
            since,
            fingerprint: read.fingerprint,
          }
        : first !== undefined
          ? { status: 'bad-lines', detail: describe(first), since, fingerprint: read.fingerprint }
          : { status: 'sound', fingerprint: read.fingerprint };
    tx.accountings.put({ ...current, index: isAhead ? { ...state, fingerprint: null } : state });
  });
  return null;
}

/**
 * The name in the index is compared in NFC, exactly first, then without regard to case [§3]. Where a person said that
 * the file has another name by now, its line means that file until it is corrected [L11].
 */
function listedFiles(
  env: Environment,
  accounting: AccountingRecord,
  folder: string,
  folderNames: readonly string[],
  entries: readonly EccEntry[],
): readonly Line[] {
  const renamed = env.store.read((tx) => renamedEntryFiles(tx, accounting, env.files));
  const renamedBy = new Map(
    renamed.map((file) => [formerLineOf(file, env.files.nameOf(file.path), entries), file.path]),
  );
  return entries.map((entry) => {
    const onDisk = findByName(folderNames, entry.name) ?? entry.name;
    const path = renamedBy.get(entry) ?? env.files.join(folder, onDisk);
    return { path, uid: entry.uid, tag: entry.tag, isThere: folderNames.includes(env.files.nameOf(path)) };
  });
}

/** Whether a file that the index listed so far is not among its lines. */
function loses(env: Environment, accountingFileId: string, listed: readonly ListedFile[]): boolean {
  const paths = new Set(listed.map(({ path }) => path));
  const ids = new Set(listed.map(({ sourceId }) => sourceId));
  return env.store.read((tx) => {
    const { mandateId } = present(
      tx.accountings.get(accountingFileId),
      `accounting file ${accountingFileId}`,
    );
    return tx.sources
      .by('mandateId', mandateId)
      .some(
        (source) =>
          source.listedBy.some((by) => by.accountingFileId === accountingFileId) &&
          !ids.has(source.id) &&
          !paths.has(present(tx.files.get(source.id), `file ${source.id}`).path),
      );
  });
}

/** The mandate that has the file, or the file of this mandate that stands in the way. */
const holderText = (env: Environment, { reason, holder }: RefusedLine): string =>
  reason === 'held-elsewhere' ? holder : env.files.nameOf(holder);

const describe = (
  problem: { readonly code: string; readonly line: number; readonly column: number } | undefined,
): string => (problem === undefined ? '' : `${problem.code} ${problem.line}:${problem.column}`);
