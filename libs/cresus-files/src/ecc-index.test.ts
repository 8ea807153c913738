import { describe, expect, it } from 'vitest';
import { emptyEccIndex, readEccIndex } from './ecc-index.js';
import { encodeWindows1252 } from './windows-1252.js';

const read = (text: string) => readEccIndex(encodeWindows1252(text), 'Compta.ecc');

/** An index of these lines that has a header. */
function indexOf(...lines: string[]) {
  const result = read(['#FSC\t9.3\tECC', ...lines, '#END'].map((line) => `${line}\r\n`).join(''));
  if (!result.ok) throw new Error('The index was refused.');
  return result.value;
}

describe('readEccIndex', () => {
  it('lists the entry files', () => {
    const index = indexOf(
      '#ECF\t1; 10/06/2026 11:06:53; "Atelier Rochat (01-01-2026 ~ 31-12-2026).ecf"; 123',
      '#ECS\t1; 3/7/2026 08:00:01; "Salaires 2026.ecs"; 124',
      '#BACKUP\tsalaires-2026|%1.salx|%1.ecs/n',
    );
    expect(index).toEqual({
      entries: [
        {
          tag: 'ECF',
          number: 1,
          writtenAt: '2026-06-10T11:06:53',
          name: 'Atelier Rochat (01-01-2026 ~ 31-12-2026).ecf',
          uid: 123,
        },
        { tag: 'ECS', number: 1, writtenAt: '2026-07-03T08:00:01', name: 'Salaires 2026.ecs', uid: 124 },
      ],
      isComplete: true,
      problems: [],
    });
  });

  it.each([
    ['without quotes', '#ECF\t1; 10/06/2026 11:06:53; Atelier.ecf; 123', 'Atelier.ecf'],
    ['with a semicolon in the name', '#ECF\t1; 10/06/2026 11:06:53; "A; B.ecf"; 123', 'A; B.ecf'],
    ['without blanks', '#ECF\t1;10/06/2026 11:06:53;"A.ecf";123', 'A.ecf'],
    ['with many blanks', '#ECF  1 ;  10/06/2026 11:06:53 ;  "A.ecf" ; 123 ', 'A.ecf'],
    ['with blanks in the quotes', '#ECF\t1; 10/06/2026 11:06:53; " A.ecf"; 123', ' A.ecf'],
  ])('accepts a line %s', (_, line, name) => {
    const index = indexOf(line);
    expect(index.problems).toEqual([]);
    expect(index.entries).toMatchObject([{ name, uid: 123 }]);
  });

  it('accepts LF, and a last line without end', () => {
    const result = read('#FSC\t9.3\tECC\n#ECF\t1; 10/06/2026 11:06:53; A.ecf; 1\n#END');
    expect(result).toMatchObject({ ok: true, value: { entries: [{ name: 'A.ecf' }], problems: [] } });
  });

  it.each([
    ['bad-line', 1, '#ECF\t1; 10/06/2026 11:06:53; 5'],
    ['bad-line', 1, '#ECF'],
    ['bad-name', 30, '#ECF\t1; 10/06/2026 11:06:53; "..\\A.ecf"; 5'],
    ['bad-name', 30, '#ECF\t1; 10/06/2026 11:06:53; "C:A.ecf"; 5'],
    ['bad-name', 30, '#ECF\t1; 10/06/2026 11:06:53; "A.ecf; 5'],
    ['bad-name', 29, '#ECF\t1; 10/06/2026 11:06:53;; 5'],
    ['bad-name', 30, '#ECF\t1; 10/06/2026 11:06:53; A\rB.ecf; 5'],
    ['bad-number', 37, '#ECF\t1; 10/06/2026 11:06:53; A.ecf; -5'],
    ['bad-line', 1, '\u0000\u0000\u0000\u0000'],
    ['bad-line', 1, '#BACKUP\tx\u0000\u0000'],
    ['bad-line', 1, '!ECF\t1; 10/06/2026 11:06:53; A.ecf; 5'],
    ['bad-line', 1, '#EC?\t1; 10/06/2026 11:06:53; A.ecf; 5'],
  ])('F3a: reports %s in column %i, is not complete, and uses the other lines', (code, column, line) => {
    const index = indexOf(line, '#ECF\t1; 10/06/2026 11:06:53; sound.ecf; 9');
    expect(index.problems).toMatchObject([{ code, file: 'Compta.ecc', line: 2, column }]);
    expect(index.entries).toMatchObject([{ name: 'sound.ecf' }]);
    expect(index.isComplete).toBe(false);
  });

  it.each([
    ['bad-number', 6, '#ECF\tx; 10/06/2026 11:06:53; A.ecf; 5', { number: null }],
    ['bad-date', 9, '#ECF\t1; 31/06/2026 11:06:53; A.ecf; 5', { writtenAt: null }],
  ])('F3a: reports %s in column %i, and the line still lists its file', (code, column, line, values) => {
    const index = indexOf(line);
    expect(index.problems).toMatchObject([{ code, line: 2, column }]);
    expect(index.entries).toMatchObject([{ name: 'A.ecf', uid: 5, ...values }]);
    expect(index.isComplete).toBe(true);
  });

  it('tells all that is wrong with a line', () => {
    const { problems } = indexOf('#ECF\tx; yesterday; "a/b"; y');
    expect(problems.map(({ code }) => code)).toEqual(['bad-number', 'bad-date', 'bad-name', 'bad-number']);
  });

  it('tells a uid that occurs twice', () => {
    const index = indexOf('#ECF\t1; 10/06/2026 11:06:53; A.ecf; 7', '#ECS\t1; 10/06/2026 11:06:53; B.ecs; 7');
    expect(index.problems).toMatchObject([{ code: 'duplicate-uid', line: 3, column: 37, found: '7' }]);
    expect(index.entries).toHaveLength(2);
  });

  it.each([
    ['empty-file', '', true],
    ['no-header', '#EC', true],
    ['no-header', 'PK\u0003\u0004\n', false],
    ['wrong-file-type', '#FSC\t9.5.0\tECF\r\n', false],
  ])('refuses a file: %s', (code, text, truncated) => {
    expect(read(text)).toMatchObject({
      ok: false,
      problems: [{ code, line: 1, column: 1 }],
      problemCount: 1,
      truncated,
    });
  });

  const WHOLE = [
    '#FSC\t9.3\tECC',
    '#ECF\t1; 10/06/2026 11:06:53; A.ecf; 1',
    '#ECS\t1; 10/06/2026 11:06:53; B.ecs; 2',
    '#END',
  ].join('\r\n');

  it('F3: refuses an index cut anywhere before its end', () => {
    expect(read(WHOLE).ok).toBe(true);
    for (let length = 0; length < WHOLE.length; length += 1)
      expect(read(WHOLE.slice(0, length)), `the first ${length} bytes`).toMatchObject({
        ok: false,
        truncated: true,
      });
  });

  it.each([
    ['cut after its first line', '#FSC\t9.3\tECC\r\n'],
    ['with NUL bytes after its header', `#FSC\t9.3\tECC\r\n${'\u0000'.repeat(400)}`],
  ])('F3: refuses an index %s: no-end', (_, text) => {
    expect(read(text)).toMatchObject({ ok: false, problems: [{ code: 'no-end' }], truncated: true });
  });

  it('begins empty', () => {
    expect(readEccIndex(emptyEccIndex('9.3'))).toEqual({
      ok: true,
      value: { entries: [], isComplete: true, problems: [] },
    });
  });
});
