import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { findTwin } from '@synchro/sync-core/domain';
import type { Instant } from '@synchro/sync-core/domain';
import { earliest } from './earliest.js';
import type { Environment } from '../environment.js';
import type { CheckRound } from './failed-checks.js';
import { attachedFilesOf, present } from '../use-cases/lookups.js';
import type { AccountingRecord, Fingerprint, TwinRecord } from '../store/records.js';

/**
 * Notes the copies that a cloud folder made beside the listed files [T6]; they are told and never counted.
 * @returns milliseconds after which to look again, `null` if there is nothing to wait for
 */
export async function scanTwins(
  env: Environment,
  accounting: AccountingRecord,
  folder: string,
  folderNames: readonly string[],
  round: CheckRound,
): Promise<number | null> {
  const { listed, attached, known } = env.store.read((tx) => ({
    listed: tx.sources
      .by('mandateId', accounting.mandateId)
      .filter(({ listedBy }) => listedBy.length > 0)
      .map((source) => env.files.nameOf(present(tx.files.get(source.id), `file ${source.id}`).path)),
    attached: new Set(attachedFilesOf(tx, accounting.mandateId).map(({ path }) => env.files.nameOf(path))),
    known: tx.twins.by('accountingFileId', accounting.id),
  }));
  const found = new Map<string, TwinRecord>();
  /** Names of copies that could not be looked at: what is known of them stays. */
  const unchecked = new Set<string>();
  const due: (number | null)[] = [];
  for (const name of folderNames) {
    const original = findTwin(name, listed);
    // Of a listed file that a person detached nothing is told.
    if (original === null || !attached.has(original)) continue;
    unchecked.add(name);
    const path = env.files.join(folder, name);
    const waitMs = await round.attempt({ accountingFileId: accounting.id, path }, async () => {
      await note(name, original, path);
      unchecked.delete(name);
      return null;
    });
    due.push(waitMs);
  }
  const isNew = (twin: TwinRecord) =>
    known.find(({ id }) => id === twin.id)?.originalModifiedAt !== twin.originalModifiedAt;
  const gone = known.filter(({ id, name }) => !found.has(id) && !unchecked.has(name));
  const changed = [...found.values()].filter(isNew);
  if (gone.length > 0 || changed.length > 0)
    env.store.transaction((tx) => {
      for (const { id } of gone) tx.twins.delete(id);
      for (const twin of changed) {
        const before = tx.twins.get(twin.id);
        tx.twins.put(before === undefined ? twin : { ...twin, since: before.since, ignored: before.ignored });
      }
    });
  return earliest(due);

  async function note(name: string, original: string, path: string): Promise<void> {
    const twin = await lookAt(env, path);
    if (twin === null) return;
    const originalLook = await lookAt(env, env.files.join(folder, original));
    const id = idOf(accounting.id, name, twin);
    found.set(id, {
      id,
      accountingFileId: accounting.id,
      name,
      modifiedAt: instantOf(twin),
      original,
      originalModifiedAt: originalLook === null ? null : instantOf(originalLook),
      since: env.clock.now(),
      ignored: false,
    });
  }
}

async function lookAt(env: Environment, path: string): Promise<Fingerprint | null> {
  const look = await env.files.stat(path);
  return look?.kind === 'file' ? look.fingerprint : null;
}

/** Bound to name, size and time: another copy of the same name is another twin, also after one was ignored. */
const idOf = (accountingFileId: string, name: string, { size, modifiedAtMs }: Fingerprint): string =>
  bytesToHex(sha256(utf8ToBytes(`${accountingFileId}\n${name}\n${size}\n${modifiedAtMs}`))).slice(0, 32);

const FIRST_MS = Date.UTC(1970, 0);
const LAST_MS = Date.UTC(9999, 11, 31);

/** A file can have any time stamp, also one that no calendar has [T6b]. */
const instantOf = ({ modifiedAtMs }: Fingerprint): Instant =>
  new Date(Math.min(Math.max(modifiedAtMs || 0, FIRST_MS), LAST_MS)).toISOString();
