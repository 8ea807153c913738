import { earliest } from './earliest.js';
import type { CheckRound } from './failed-checks.js';
import type { Environment } from '../environment.js';
import { isLost, linkOf } from '../use-cases/links.js';
import type { FileRecord, LinkRecord } from '../store/records.js';
import { noteLink } from './note-link.js';

/**
 * Where a person had a file sought is told as long as a file is there and it is lost; it is not sought again for that,
 * since nobody waits for it [L7c].
 * @param isThere something lies in its own place
 * @returns milliseconds after which to look again, `null` if there is nothing to wait for
 */
export async function recheckFound(
  env: Environment,
  file: FileRecord,
  { foundByPerson }: LinkRecord,
  isThere: boolean,
  round: CheckRound,
): Promise<number | null> {
  if (foundByPerson.length === 0) return null;
  const gone = new Set<string>();
  const due: (number | null)[] = [];
  for (const { path } of foundByPerson) {
    const waitMs = await round.attempt({ accountingFileId: null, path }, async () => {
      if ((await env.files.stat(path))?.kind !== 'file') gone.add(path);
      return null;
    });
    due.push(waitMs);
  }
  // Read again: more may have been found while the files were looked at.
  const link = env.store.read((tx) => linkOf(tx, file));
  const isBack = isThere && (link.status === 'missing' || !isLost(link));
  const kept = isBack ? [] : link.foundByPerson.filter(({ path }) => !gone.has(path));
  if (kept.length < link.foundByPerson.length) noteLink(env, file, { foundByPerson: kept });
  return earliest(due);
}
