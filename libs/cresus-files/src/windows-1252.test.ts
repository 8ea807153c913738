import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CresusFileError } from './file-problem.js';
import { decodeWindows1252, encodeWindows1252 } from './windows-1252.js';

const allBytes = Uint8Array.from({ length: 256 }, (_, byte) => byte);

function problemsOf(write: () => unknown): CresusFileError {
  try {
    write();
  } catch (error) {
    if (error instanceof CresusFileError) return error;
    throw error;
  }
  throw new Error('Nothing was thrown.');
}

describe('Windows-1252', () => {
  it('keeps all 256 bytes in a round trip', () => {
    expect(encodeWindows1252(decodeWindows1252(allBytes))).toEqual(allBytes);
    expect(new Set(decodeWindows1252(allBytes)).size).toBe(256);
  });

  it('is the table of the WHATWG', () => {
    // With `stream` every Node decodes rightly; without, some take the bytes for Latin-1.
    const decoder = new TextDecoder('windows-1252');
    expect(decodeWindows1252(allBytes)).toBe(decoder.decode(allBytes, { stream: true }) + decoder.decode());
  });

  it('decodes what people write', () => {
    expect(decodeWindows1252(Uint8Array.of(0x80, 0x20, 0x92, 0x9c, 0xe9))).toBe('€ ’œé');
  });

  it.each([
    [0x81, '\u0081'],
    [0x8d, '\u008d'],
    [0x8f, '\u008f'],
    [0x90, '\u0090'],
    [0x9d, '\u009d'],
  ])('maps the open byte %i to the control character of its number', (byte, character) => {
    expect(decodeWindows1252(Uint8Array.of(byte))).toBe(character);
    expect(encodeWindows1252(character)).toEqual(Uint8Array.of(byte));
  });

  it('decodes a part, and what is longer than a chunk', () => {
    expect(decodeWindows1252(encodeWindows1252('01234567'), 2, 5)).toBe('234');
    const long = 'é€'.repeat(20_000);
    expect(decodeWindows1252(encodeWindows1252(long))).toBe(long);
  });

  it('names every character without a byte, its line and column', () => {
    const { problems, problemCount, message } = problemsOf(() =>
      encodeWindows1252('Facture\r\nChäteau Łódź\n😀 et 漢', 'x.ecf'),
    );
    expect(problems).toEqual([
      { code: 'unencodable', file: 'x.ecf', line: 2, column: 9, found: 'Ł' },
      { code: 'unencodable', file: 'x.ecf', line: 2, column: 12, found: 'ź' },
      { code: 'unencodable', file: 'x.ecf', line: 3, column: 1, found: '😀' },
      { code: 'unencodable', file: 'x.ecf', line: 3, column: 7, found: '漢' },
    ]);
    expect(problemCount).toBe(4);
    expect(message).toContain('line 2, column 9: Ł');
  });

  it('keeps the first hundred and counts them all', () => {
    const { problems, problemCount } = problemsOf(() => encodeWindows1252('漢'.repeat(5000)));
    expect(problems).toHaveLength(100);
    expect(problemCount).toBe(5000);
  });

  it('encodes a text to the bytes that decode to it, or throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        let bytes: Uint8Array;
        try {
          bytes = encodeWindows1252(text);
        } catch (error) {
          expect(error).toBeInstanceOf(CresusFileError);
          return;
        }
        expect(decodeWindows1252(bytes)).toBe(text);
      }),
    );
  });
});
