import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { entryDefects } from './entry-defects.js';
import type { EntryFile, EntryLine, FileEntry } from './entry-file.js';
import { readEntryFile } from './read-entry-file.js';
import { decodeWindows1252, encodeWindows1252 } from './windows-1252.js';
import { writeEntryFile } from './write-entry-file.js';

const CANONICAL =
  '#FSC\t9.5.0\tECF\r\n#ECC\t1; 1; 10.06.2026 11:06:53; 123\r\n' +
  '05.06.2026\t1100\t3200\t2026-041\tFacture 41\t1250.00\t\t0\t\t0\t0\t0\t\t57\tTVA\t\t\t\t\t\t0\r\n' +
  '05.06.2026\t1100\t...\t9-A\t Crédit \t-8.10\t10.00\t1.51\t7\t1\t2\t1255\t\t58\tIPM\tAT\t\t\t\t\t0\r\n' +
  '05.06.2026\t...\t3200\t\t\t\t\t0\t7\t0\t0\t0\t\t\t\t\t\t\t\t\t0\r\n';

function fileOf(text: string): EntryFile {
  const result = readEntryFile(encodeWindows1252(text));
  if (!result.ok) throw new Error(JSON.stringify(result.problems[0]));
  return result.value;
}

const aFile = fileOf(CANONICAL);
const [aSimple, aCompound] = aFile.entries as [FileEntry, FileEntry];
const withLine = (change: Partial<EntryLine>): EntryFile => ({
  ...aFile,
  entries: [{ ...aSimple, lines: aSimple.lines.map((line) => ({ ...line, ...change })) }],
});

/** Text of any byte that may stand in a field. */
const text = fc
  .uint8Array({ maxLength: 40 })
  .map((bytes) => decodeWindows1252(bytes).replace(/[\t\r\n]/g, ' '));
/** `0` and nothing are the same there. */
const textOrNone = text.map((value) => (value === '0' ? '' : value));
const date = fc
  .date({ min: new Date('0001-01-01'), max: new Date('9999-12-31'), noInvalidDate: true })
  .map((day) => day.toISOString().slice(0, 10));
const whole = fc.nat();
const rate = fc
  .tuple(fc.nat(1000), fc.nat(999_999))
  .map(([units, millionths]) => String(units + millionths / 1e6))
  .map((value) => (value === '0' || value.includes('e') ? '' : value));

const line = (compoundNumber: number): fc.Arbitrary<EntryLine> =>
  fc.record({
    date,
    debit: fc.oneof(text, fc.constant('...')),
    credit: fc.oneof(text, fc.constant('...')),
    voucher: text,
    label: text,
    amountInCentimes: fc.option(fc.maxSafeInteger()),
    foreignAmountInCentimes: fc.maxSafeInteger(),
    exchangeRate: rate,
    net: fc.boolean(),
    vatType: textOrNone,
    vatCode: text,
    costCentre: text,
    vatNumber: textOrNone,
    idno: whole,
    compoundNumber: fc.constant(compoundNumber),
  });

/** Entries whose compound numbers are their places, so that no two neighbours share one. */
const entries = fc
  .array(fc.boolean(), { maxLength: 6 })
  .chain((kinds) =>
    fc.tuple(
      ...kinds.map((isSimple, i) =>
        isSimple ? fc.tuple(line(0)) : fc.array(line(i + 1), { minLength: 1, maxLength: 4 }),
      ),
    ),
  )
  .map((all) => {
    let firstLine = 3;
    return all.map((lines): FileEntry => {
      const entry = { lines, firstLine, defects: entryDefects(lines) };
      firstLine += lines.length;
      return entry;
    });
  });

const entryFile: fc.Arbitrary<EntryFile> = fc.record({
  type: fc.constantFrom('ECF', 'ECS', 'ECA'),
  version: fc.constantFrom('9.5.0', '12.0', ''),
  lot: whole,
  writtenAt: fc.tuple(date, fc.nat(23)).map(([day, hour]) => `${day}T${String(hour).padStart(2, '0')}:06:53`),
  uid: whole,
  entries,
  endsWithLineEnd: fc.boolean(),
});

describe('writeEntryFile', () => {
  it('writes a canonical file as it was read, to the byte', () => {
    expect(decodeWindows1252(writeEntryFile(aFile))).toBe(CANONICAL);
    const withoutEnd = CANONICAL.slice(0, -2);
    expect(decodeWindows1252(writeEntryFile(fileOf(withoutEnd)))).toBe(withoutEnd);
  });

  it('writes what is read back as the same', () => {
    fc.assert(
      fc.property(entryFile, (file) => {
        expect(readEntryFile(writeEntryFile(file))).toEqual({ ok: true, value: file });
      }),
    );
  });

  it.each([
    ['unwritable', 13, { debit: '1\t100' }],
    ['unwritable', 36, { label: 'first\r\nsecond' }],
    ['unencodable', 32, { label: 'a漢' }],
    ['unwritable', 1, { date: '2026-02-30' }],
    ['unwritable', 42, { amountInCentimes: 0.5 }],
    ['unwritable', 51, { exchangeRate: '1,5' }],
    ['unwritable', 61, { idno: -1 }],
  ])('throws %s in column %i rather than write something else', (code, column, change) => {
    const place = expect.objectContaining({ code, line: 3, column }) as unknown;
    expect(() => writeEntryFile(withLine(change))).toThrow(
      expect.objectContaining({ name: 'CresusFileError', problems: [place] }),
    );
  });

  it.each([
    ['an entry without lines', [{ ...aSimple, lines: [] }], 3],
    ['a simple entry of two lines', [{ ...aSimple, lines: [...aSimple.lines, ...aSimple.lines] }], 3],
    ['two compounds of one number side by side', [aCompound, aCompound], 5],
    ['a compound of two numbers', [{ ...aCompound, lines: [...aCompound.lines, ...aSimple.lines] }], 5],
  ])('throws for %s, which would be read back as something else', (_, badEntries, lineNumber) => {
    const place = expect.objectContaining({ code: 'unwritable', line: lineNumber }) as unknown;
    expect(() => writeEntryFile({ ...aFile, entries: badEntries })).toThrow(
      expect.objectContaining({ problems: expect.arrayContaining([place]) as unknown }),
    );
  });
});
