import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emptyEccIndex, readEccIndex } from './ecc-index.js';
import type { ReadResult } from './file-problem.js';
import { readChart } from './read-chart.js';
import { readEntryFile } from './read-entry-file.js';
import { readImportText } from './read-import-text.js';
import { encodeWindows1252 } from './windows-1252.js';
import { writeChart } from './write-chart.js';
import { writeEntryFile } from './write-entry-file.js';
import { writeImportText } from './write-import-text.js';

const ENTRY_FILE =
  '#FSC\t9.5.0\tECF\r\n#ECC\t1; 1; 10.06.2026 11:06:53; 123\r\n' +
  '05.06.2026\t1100\t3200\t41\tF\t1250.00\t\t0\t\t0\t0\t0\t\t57\tTVA\t\t\t\t\t\t0\r\n'.repeat(3);

/** Each reader, a sound file for it, and a writer that can write all that it read. */
const formats: readonly {
  readonly name: string;
  readonly sample: Uint8Array;
  readonly read: (bytes: Uint8Array, file?: string) => ReadResult<unknown>;
  readonly rewrite: (bytes: Uint8Array) => Uint8Array | null;
}[] = [
  {
    name: 'entry file',
    sample: encodeWindows1252(ENTRY_FILE),
    read: readEntryFile,
    rewrite: rewriting(readEntryFile, writeEntryFile),
  },
  { name: 'index', sample: emptyEccIndex('9.3'), read: readEccIndex, rewrite: () => null },
  {
    name: 'chart',
    sample: writeChart({
      title: 'x',
      begin: '2026-01-01',
      end: '',
      accounts: [
        { number: '1', name: 'a', category: 2, group: '', kind: 'normal', vatCode: '', currency: '' },
      ],
      vatCodes: [{ name: 'T', rate: '', account: '', deductiblePercent: '', comment: 'a\nb' }],
    }),
    read: readChart,
    rewrite: () => null,
  },
  {
    name: 'import text',
    sample: encodeWindows1252(
      '12.01.2026\t1022\t9100\t175\tC\t6040.00\t4000.00\t1.510000\t0\t1\t0\t0\t\t\r\n',
    ),
    read: readImportText,
    rewrite: rewriting(readImportText, (lines) => writeImportText(lines, 'extended')),
  },
];

/** `null`: not read, or a field holds a lone CR, which readers take and writers refuse. */
function rewriting<T>(read: (bytes: Uint8Array) => ReadResult<T>, write: (value: T) => Uint8Array) {
  return (bytes: Uint8Array): Uint8Array | null => {
    const result = read(bytes);
    return result.ok && !bytes.some((byte, i) => byte === 13 && bytes[i + 1] !== 10)
      ? write(result.value)
      : null;
  };
}

/** What the structure of the formats is made of, and anything else. */
const bytes = fc.oneof(
  fc.uint8Array({ maxLength: 200 }),
  fc
    .array(
      fc.constantFrom(
        '\t',
        '\r',
        '\n',
        '\r\r\n',
        '#',
        ';',
        '"',
        '=',
        '...',
        '0',
        '9',
        '.',
        '-',
        ' ',
        '\u0000',
        'ENTRY\n',
        'BEGIN=COMPTES\n',
        'END=',
        '#ECF\t',
        '#FSC\t9\tECC\n',
        ENTRY_FILE,
      ),
    )
    .map((parts) => encodeWindows1252(parts.join(''))),
);

/** A sound file with some of its bytes overwritten, and cut somewhere. */
const damaged = (sample: Uint8Array) =>
  fc
    .tuple(
      fc.array(fc.tuple(fc.nat(sample.length - 1), fc.nat(255)), { maxLength: 3 }),
      fc.nat(sample.length),
    )
    .map(([changes, length]) => {
      const copy = sample.slice();
      for (const [at, byte] of changes) copy[at] = byte;
      return copy.subarray(0, length);
    });

describe.each(formats)('any bytes as $name', ({ sample, read, rewrite }) => {
  it('give a value or problems with their places', () => {
    fc.assert(
      fc.property(fc.oneof(bytes, damaged(sample)), (some) => {
        const result = read(some, 'name');
        if (result.ok) return;
        expect(result.problemCount).toBeGreaterThan(0);
        expect(result.problems.length).toBe(Math.min(result.problemCount, 100));
        for (const { file, line, column } of result.problems) {
          expect(file).toBe('name');
          expect(Math.min(line, column)).toBeGreaterThanOrEqual(1);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('are written canonically: reading and writing once more changes nothing', () => {
    fc.assert(
      fc.property(damaged(sample), (some) => {
        const once = rewrite(some);
        if (once !== null) expect(rewrite(once)).toEqual(once);
      }),
      { numRuns: 500 },
    );
  });

  it.each([0, 9, 10, 13, 32, 34, 35, 46, 48, 59, 61, 65, 255])(
    'end in time if the byte is always %i',
    (byte) => {
      const many = new Uint8Array(2_000_000).fill(byte);
      many.set(sample.subarray(0, 60));
      const startedAt = performance.now();
      read(many);
      // Quadratic time would be minutes; this is no measurement.
      expect(performance.now() - startedAt).toBeLessThan(20_000);
    },
  );
});
