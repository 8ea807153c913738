import { decodeWindows1252 } from './windows-1252.js';

/** A line that can be put back to the byte. */
export interface RawLine {
  readonly text: string;
  readonly bytes: Uint8Array;
  /** CR LF, LF, or nothing behind the last line. */
  readonly end: Uint8Array;
}

/** Splits a small file; `joinLines` of the result is the same bytes. */
export const splitLines = (bytes: Uint8Array): RawLine[] => [...linesOf(bytes)];

/** The lines one by one, so that a file of a million empty lines takes no room. */
export function* linesOf(bytes: Uint8Array): Iterable<RawLine> {
  for (let start = 0; start < bytes.length;) {
    const lf = bytes.indexOf(10, start);
    const next = lf < 0 ? bytes.length : lf + 1;
    const textEnd = lf < 0 ? next : lf > start && bytes[lf - 1] === 13 ? lf - 1 : lf;
    const content = bytes.subarray(start, textEnd);
    yield { text: decodeWindows1252(content), bytes: content, end: bytes.subarray(textEnd, next) };
    start = next;
  }
}

export function joinLines(lines: readonly RawLine[]): Uint8Array {
  const parts = lines.flatMap((line) => [line.bytes, line.end]);
  const joined = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length;
  }
  return joined;
}
