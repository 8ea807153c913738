import type { FileStep } from './file-steps.js';
import { readVersion } from './history.js';
import type { History, Source } from './history.js';
import type { Random } from './random.js';

/** The program renames its entry file together with its line in the index, in either order. */
export const renameWithLine: FileStep = (history, random) => renameFile(history, random, false);

const BASES = [
  'Atelier Rochat (01-01-2026 ~ 31-12-2026)',
  'Café Genève',
  'Salaires',
  'Rochat SA',
  'Zoë',
  'Factures',
];

/** @param atOnce no service looks while it is renamed */
export async function renameFile(history: History, random: Random, atOnce: boolean): Promise<void> {
  const source = random.pick(history.sources);
  const name = source === undefined ? null : newName(history, source, random);
  if (source === undefined || name === null || !(await isKnownAgain(history, source))) return;
  const from = source.name;
  const isCaseOnly = from.normalize('NFC').toLowerCase() === name.normalize('NFC').toLowerCase();
  // Until the file is renamed, a line in other case means it where it was.
  const isFileFirst = isCaseOnly || random.chance(0.5);
  const pause = atOnce ? 0 : (random.pick([0, 0, 400, 5_000]) ?? 0);
  history.note(`renames ${from} to ${name}, ${isFileFirst ? 'file' : 'index'} first, ${pause} ms between`);
  if (isFileFirst) moveFile(history, from, name);
  source.name = name;
  if (!isFileFirst) history.writeIndexes();
  if (pause > 0) await history.harness.advance(pause);
  if (isFileFirst) history.writeIndexes();
  else moveFile(history, from, name);
}

/** A renamed file is known by its uid and what it holds [J1, J2]; one that holds nothing of before is another file. */
async function isKnownAgain(history: History, source: Source): Promise<boolean> {
  const isListed = history.periods.some(({ year, isDetached }) => !isDetached && source.uids.has(year));
  const found = await history.harness.files.read(history.at(source.name));
  const contents = found === null ? undefined : readVersion(found.bytes)?.contents;
  if (contents === undefined || contents.size === 0) return isListed;
  const before = [...(source.known?.contents.items ?? []), ...history.posted(source).items];
  return isListed && (before.length === 0 || before.some((content) => contents.count(content) > 0));
}

/** Another name, the same in other case, or the same in the other Unicode form; `null` where another file has it. */
function newName(history: History, { name }: Source, random: Random): string | null {
  const [, base = '', extension = ''] = /^(.*)(\.[^.]*)$/.exec(name) ?? [];
  const kind = random.whole(3);
  const flipped = base === base.toUpperCase() ? base.toLowerCase() : base.toUpperCase();
  const otherForm = base === base.normalize('NFC') ? base.normalize('NFD') : base.normalize('NFC');
  const renamed = (kind === 0 ? flipped : kind === 1 ? otherForm : (random.pick(BASES) ?? base)) + extension;
  const isTaken = history.sources.some(
    (other) =>
      other.name !== name &&
      other.name.normalize('NFC').toLowerCase() === renamed.normalize('NFC').toLowerCase(),
  );
  return isTaken || renamed === name ? null : renamed;
}

function moveFile(history: History, from: string, to: string): void {
  try {
    history.harness.files.rename(history.at(from), history.at(to));
  } catch {
    // It is not there: only its line gets the new name.
  }
}
