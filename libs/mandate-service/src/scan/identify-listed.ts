import { sameFileName } from '@synchro/cresus-files';
import { parsePeriodFromName } from '@synchro/sync-core/domain';
import type { Environment } from '../environment.js';
import { holderOfFile } from '../use-cases/known-file.js';
import { MAX_BYTES } from '../files/file-size-limits.js';
import { present } from '../use-cases/lookups.js';
import { knownVersion } from '../use-cases/version-reader.js';
import type { ListedFile } from '../use-cases/attach-listed-files.js';
import type { AccountingRecord } from '../store/records.js';

/*
 * Which source does a line of an `.ecc` mean?
 *
 *   two lines have its uid           the one at its path
 *   its uid is not known             a new one, or the one at its path (`attach-listed-files.ts`)
 *   its uid is a source's
 *     and its name too, but for case and the spelling of é      that source
 *     its file holds one of that source's entries               that source, renamed [J1]
 *     its file holds entries, none of them that source's        another file [J2]
 *     its file says nothing (empty, unreadable, not there)      that source, unless the names are of two periods
 *
 * The uid alone cannot decide where the name is another: a new line gets the largest uid plus one, so that after the
 * last line was removed its uid is given again, to the entry file of the next year for example.
 */

/** A line of an index, as far as its text and the folder say. */
export type Line = Omit<ListedFile, 'sourceId' | 'heldAs'>;

/** Finds the source that the uid of each line means. */
export async function identifyListed(
  env: Environment,
  accounting: AccountingRecord,
  listed: readonly Line[],
): Promise<readonly ListedFile[]> {
  const identified: ListedFile[] = [];
  for (const line of listed) {
    const isUnique = listed.every((other) => other === line || other.uid !== line.uid);
    const source = isUnique ? sourceOfUid(env, accounting, line.uid) : null;
    const isSame = source !== null && (await isSameSource(env, source, line));
    const found = isSame || !line.isThere ? null : await env.files.stat(line.path);
    const holder = found?.kind === 'file' ? await holderOfFile(env, line.path, found) : undefined;
    const heldAs = holder === undefined || holder.path === line.path ? null : holder.id;
    identified.push({ ...line, heldAs, sourceId: isSame ? source.id : null });
  }
  return identified;
}

interface KnownSource {
  readonly id: string;
  readonly name: string;
  /** The contents of what was posted from it and of its accepted version. */
  readonly contents: ReadonlySet<string>;
}

/** The source to which the index gives this uid, else the one to which it gave it last. */
function sourceOfUid(env: Environment, accounting: AccountingRecord, uid: number): KnownSource | null {
  return env.store.read((tx) => {
    const sources = tx.sources.by('mandateId', accounting.mandateId);
    const has = (by: { readonly accountingFileId: string; readonly uid: number }) =>
      by.accountingFileId === accounting.id && by.uid === uid;
    const source =
      sources.find(({ listedBy }) => listedBy.some(has)) ??
      sources.findLast(({ formerlyListedBy = [] }) => formerlyListedBy.some(has));
    if (source === undefined) return null;
    const name = env.files.nameOf(present(tx.files.get(source.id), `file ${source.id}`).path);
    const posted = tx.posted.keys(source.id).map(({ content }) => content);
    const known = knownVersion(tx, env.versions, source.id)?.entries.map(({ content }) => content) ?? [];
    return { id: source.id, name, contents: new Set([...posted, ...known]) };
  });
}

async function isSameSource(
  env: Environment,
  source: KnownSource,
  { path, isThere }: Line,
): Promise<boolean> {
  const name = env.files.nameOf(path);
  if (sameFileName(source.name, name) !== false) return true;
  const contents = isThere ? await contentsOf(env, path) : [];
  if (contents.some((content) => source.contents.has(content))) return true;
  if (contents.length > 0 && source.contents.size > 0) return false;
  const [period, other] = [parsePeriodFromName(source.name), parsePeriodFromName(name)];
  return period === null || other === null || (period.begin === other.begin && period.end === other.end);
}

async function contentsOf(env: Environment, path: string): Promise<readonly string[]> {
  const read = await env.files.read(path, { maxBytes: MAX_BYTES.entries });
  if (read === null) return [];
  const version = env.versions.read(env.sha256(read.bytes), () => read.bytes);
  return version.ok ? version.entries.map(({ content }) => content) : [];
}
