import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readEccIndex } from './ecc-index.js';
import { CresusFileError } from './file-problem.js';
import { removeEccEntry, renameEccEntry, setEccEntry } from './rewrite-ecc-index.js';
import { decodeWindows1252, encodeWindows1252 } from './windows-1252.js';

const INDEX = [
  '#FSC\t9.3\tECC\r\n',
  '#ECF\t1; 10/06/2026 11:06:53; "Atelier.ecf"; 123\r\n',
  '#BACKUP\tsalaires-2026|%1.salx|%1.ecs/n\n', // LF on purpose: every line keeps its own end
  '#ECS\tbroken; \u0081; 400\r\n',
  '#END',
].join('');

const set = (index: string, entry: Parameters<typeof setEccEntry>[1]) => {
  const { bytes, uid } = setEccEntry(encodeWindows1252(index), entry);
  return { text: decodeWindows1252(bytes), uid };
};
const aSalaryFile = { tag: 'ECS', writtenAt: '2026-07-03T08:00:01', name: 'Salaires 2026.ecs' } as const;

describe('setEccEntry', () => {
  it('puts a new line right after #FSC, with the largest uid + 1, and leaves the rest to the byte', () => {
    const { text, uid } = set(INDEX, aSalaryFile);
    // 400 stands in a line that is not sound; once put right, its uid must still be its own.
    expect(uid).toBe(401);
    const [header = ''] = INDEX.split('#ECF');
    expect(text).toBe(
      `${header}#ECS\t1; 03/07/2026 08:00:01; "Salaires 2026.ecs"; 401\r\n${INDEX.slice(header.length)}`,
    );
  });

  it('renews the line of a listed file in its place, by name without regard to case', () => {
    const { text, uid } = set(INDEX, { ...aSalaryFile, name: 'ATELIER.ecf' });
    expect(uid).toBe(123);
    expect(text).toBe(INDEX.replace(/#ECF.*\r\n/, '#ECS\t1; 03/07/2026 08:00:01; "ATELIER.ecf"; 123\r\n'));
  });

  it('takes over the line ends of an index with LF', () => {
    expect(set('#FSC\t9.3\tECC\n#END\n', aSalaryFile).text).toMatch(
      /^#FSC\t9\.3\tECC\n#ECS[^\r]*; 1\n#END\n$/,
    );
  });

  it('writes a name in NFC, which Windows-1252 has the letters for', () => {
    const { text } = set(INDEX, { ...aSalaryFile, name: 'Crédit.ecs'.normalize('NFD') });
    expect(text).toContain('"Crédit.ecs"');
  });

  it.each([
    ['bad-name', { ...aSalaryFile, name: '../Salaires.ecs' }],
    ['bad-name', { ...aSalaryFile, name: 'a"; 1\r\n#ECF' }],
    ['unencodable', { ...aSalaryFile, name: 'Łodz.ecs' }],
    ['bad-date', { ...aSalaryFile, writtenAt: '2026-02-30T08:00:00' }],
  ])('throws %s', (code, entry) => {
    expect(() => set(INDEX, entry)).toThrow(
      expect.objectContaining({ name: 'CresusFileError', problems: [expect.objectContaining({ code })] }),
    );
  });

  it('throws if the bytes are no index, or a part of one', () => {
    expect(() => set('', aSalaryFile)).toThrow(CresusFileError);
    expect(() => set(INDEX.replace('#END', ''), aSalaryFile)).toThrow(CresusFileError);
    expect(() => removeEccEntry(new Uint8Array(), 'A.ecf')).toThrow(CresusFileError);
  });
});

describe('removeEccEntry', () => {
  const remove = (name: string) => decodeWindows1252(removeEccEntry(encodeWindows1252(INDEX), name));

  it('takes out the line of the file and leaves the rest to the byte', () => {
    expect(remove('atelier.ECF')).toBe(INDEX.replace(/#ECF.*\r\n/, ''));
  });

  it.each(['other.ecf', ''])('changes nothing if %j is not listed', (name) =>
    expect(remove(name)).toBe(INDEX),
  );
});

describe('renameEccEntry', () => {
  const rename = (index: string, name: string, listed = { name: 'Atelier.ecf', uid: 123 }) =>
    decodeWindows1252(renameEccEntry(encodeWindows1252(index), listed, name));

  it('writes the new name into the line and leaves all else to the byte', () => {
    expect(rename(INDEX, 'Rochat SA.ecf')).toBe(INDEX.replace('Atelier.ecf', 'Rochat SA.ecf'));
    expect(rename(INDEX, 'ATELIER.ecf')).toBe(INDEX.replace('Atelier.ecf', 'ATELIER.ecf'));
    expect(rename(INDEX, 'Crédit.ecf'.normalize('NFD'))).toBe(INDEX.replace('Atelier.ecf', 'Crédit.ecf'));
  });

  it('leaves the line as it is written: day and month without zero, no quotes, blanks', () => {
    const index = '#FSC\t9.3\tECC\n#ECF 7;1/6/2026 11:06:53;  a;b.ecf ;123\n#END';
    const listed = { name: 'a;b.ecf', uid: 123 };
    expect(rename(index, 'c.ecf', listed)).toBe(index.replace('a;b.ecf', 'c.ecf'));
    // Without quotes the blank would be lost.
    expect(rename(index, ' c.ecf', listed)).toBe(index.replace('a;b.ecf', '" c.ecf"'));
  });

  it('leaves a time stamp that cannot be read as it is', () => {
    const index = INDEX.replace('10/06/2026', '31/06/2026');
    expect(rename(index, 'Rochat SA.ecf')).toBe(index.replace('Atelier.ecf', 'Rochat SA.ecf'));
  });

  it.each([
    ['another name', { name: 'Autre.ecf', uid: 123 }],
    ['another uid', { name: 'Atelier.ecf', uid: 124 }],
  ])('changes nothing where the file is listed under %s', (_, listed) =>
    expect(rename(INDEX, 'Rochat SA.ecf', listed)).toBe(INDEX),
  );

  it.each([
    ['bad-name', '../Rochat.ecf'],
    ['bad-name', 'a"b.ecf'],
    ['unencodable', 'Łodz.ecf'],
  ])('throws %s', (code, name) => {
    expect(() => rename(INDEX, name)).toThrow(
      expect.objectContaining({ name: 'CresusFileError', problems: [expect.objectContaining({ code })] }),
    );
  });
});

describe('rewriting any index', () => {
  /** Lines of other programs: any bytes but line ends. */
  const foreign = fc.uint8Array({ maxLength: 30 }).map((bytes) =>
    decodeWindows1252(bytes)
      .replace(/[\r\n]/g, '')
      .replace(/^#EC[FSA]/, '#XYZ'),
  );
  const line = fc.tuple(foreign, fc.constantFrom('\r\n', '\n')).map(([text, end]) => text + end);

  it('keeps every foreign line, and undoes itself', () => {
    fc.assert(
      fc.property(fc.array(line), foreign, (lines, last) => {
        const before = `#FSC\t9.3\tECC\r\n${lines.join('')}#END\r\n${last}`;
        const { text, uid } = set(before, aSalaryFile);
        expect(uid).toBe(1);
        const index = readEccIndex(encodeWindows1252(text));
        expect(index).toMatchObject({ ok: true, value: { entries: [{ ...aSalaryFile, uid }] } });
        expect(set(text, aSalaryFile).text).toBe(text);
        expect(decodeWindows1252(removeEccEntry(encodeWindows1252(text), aSalaryFile.name))).toBe(before);
      }),
    );
  });
});
