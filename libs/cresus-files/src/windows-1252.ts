import { CresusFileError, ProblemList } from './file-problem.js';

/**
 * Windows-1252 as the WHATWG has it: the five bytes that Microsoft's table leaves open map to the control characters
 * of the same number, so that all 256 bytes survive a round trip. `TextDecoder` is no help: some versions of Node
 * decode 0x80–0x9F wrongly.
 */
const C1 =
  '\u20AC\u0081\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\u008D\u017D\u008F' +
  '\u0090\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\u009D\u017E\u0178';

/** Character code of each byte, for those that gather codes themselves. */
export const CODES = Uint16Array.from({ length: 256 }, (_, byte) =>
  byte >= 0x80 && byte < 0xa0 ? C1.charCodeAt(byte - 0x80) : byte,
);
const BYTES = new Map(Array.from(CODES, (code, byte) => [code, byte]));
const CHUNK = 8192;

/** Decodes any bytes; there are none that are wrong. */
export function decodeWindows1252(bytes: Uint8Array, start = 0, end = bytes.length): string {
  let text = '';
  for (let from = start; from < end; from += CHUNK) {
    const codes = new Array<number>(Math.min(CHUNK, end - from));
    for (let i = 0; i < codes.length; i += 1) codes[i] = CODES[bytes[from + i] as number] as number;
    text += String.fromCharCode(...codes);
  }
  return text;
}

/**
 * Encodes a text.
 * @throws {CresusFileError} `unencodable`, naming every character that has no byte with its line and column
 */
export function encodeWindows1252(text: string, file?: string): Uint8Array {
  const bytes = new Uint8Array(text.length);
  const problems = new ProblemList(file);
  let line = 1;
  let lineStart = 0;
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    const byte = code < 0x80 ? code : BYTES.get(code);
    if (code === 10) {
      line += 1;
      lineStart = i + 1;
    }
    if (byte === undefined) {
      const isLowSurrogate =
        code >= 0xdc00 && code <= 0xdfff && i > 0 && (text.codePointAt(i - 1) ?? 0) > 0xffff;
      if (!isLowSurrogate)
        problems.add(
          'unencodable',
          line,
          i - lineStart + 1,
          String.fromCodePoint(text.codePointAt(i) ?? code),
        );
    } else bytes[i] = byte;
  }
  if (problems.count > 0) throw new CresusFileError(problems.kept, problems.count);
  return bytes;
}
