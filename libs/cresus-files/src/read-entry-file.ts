import { entryDefects } from './entry-defects.js';
import type { EntryFile, EntryLine, FileEntry } from './entry-file.js';
import { ProblemList } from './file-problem.js';
import type { ReadResult } from './file-problem.js';
import { readEntryHeader } from './read-entry-header.js';
import { ENTRY_FIELDS, EntryLineReader } from './read-entry-line.js';
import { endsWithLineEnd, LineScanner } from './scan-lines.js';

/**
 * Reads an `.ecf`, `.ecs` or `.eca` into typed entries: bytes are scanned once, and strings are made only of fields
 * that are text. All lines must be sound, or nothing is read: a part of a file would look like deletions [T2].
 * @param file how the file is to be named in problems
 */
export function readEntryFile(bytes: Uint8Array, file?: string): ReadResult<EntryFile> {
  const problems = new ProblemList(file);
  if (bytes.length === 0) {
    problems.add('empty-file', 1, 1);
    return problems.failure(true);
  }
  const lines = new LineScanner(bytes, ENTRY_FIELDS);
  const header = readEntryHeader(lines, problems);
  const entries = readEntries(lines, problems);
  const isWhole = endsWithLineEnd(bytes);
  if (header === null || problems.count > 0) {
    const isSoundToTheLastLine = problems.firstLine >= lines.line;
    return problems.failure(!isWhole && isSoundToTheLastLine);
  }
  return { ok: true, value: { ...header, entries, endsWithLineEnd: isWhole } };
}

/** Consecutive lines of the same compound number are one entry, every other line is one of its own. */
function readEntries(scanner: LineScanner, problems: ProblemList): FileEntry[] {
  const reader = new EntryLineReader(scanner, problems);
  const entries: FileEntry[] = [];
  /** Lines of compounds; those from `begin` on are of the one that is not closed yet. */
  const compounds: EntryLine[] = [];
  let begin = 0;
  let firstLine = 0;
  const closeCompound = () => {
    if (begin === compounds.length) return;
    const lines = compounds.slice(begin);
    entries.push({ lines, firstLine, defects: entryDefects(lines) });
    begin = compounds.length;
  };
  while (scanner.advance()) {
    if (scanner.isComment || scanner.isEmpty) continue;
    const line = reader.read();
    if (line === null) continue;
    if (compounds[begin]?.compoundNumber !== line.compoundNumber) closeCompound();
    if (line.compoundNumber === 0) {
      const lines = [line];
      entries.push({ lines, firstLine: scanner.line, defects: entryDefects(lines) });
      continue;
    }
    if (begin === compounds.length) firstLine = scanner.line;
    compounds.push(line);
  }
  closeCompound();
  return entries;
}
