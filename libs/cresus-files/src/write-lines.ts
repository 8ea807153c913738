import { CresusFileError, ProblemList } from './file-problem.js';
import { encodeWindows1252 } from './windows-1252.js';

/**
 * Joins fields to lines that end with CR LF, in Windows-1252.
 * @param lines fields, `null` for one whose value the format cannot hold
 * @throws {CresusFileError} `unwritable` for such a field and for a TAB, CR or LF inside one, `unencodable` for a
 * character without a byte; with the line and column in the text to be written
 */
export function writeLines(lines: Iterable<readonly (string | null)[]>): Uint8Array {
  const problems = new ProblemList();
  const rows: string[] = [];
  for (const fields of lines) {
    let column = 1;
    for (const field of fields) {
      const at = field === null ? 0 : field.search(/[\t\r\n]/);
      if (at >= 0) problems.add('unwritable', rows.length + 1, column + at, field ?? '');
      column += (field ?? '').length + 1;
    }
    rows.push(fields.join('\t'));
  }
  if (problems.count > 0) throw new CresusFileError(problems.kept, problems.count);
  return encodeWindows1252(rows.map((row) => `${row}\r\n`).join(''));
}
