import { CODES, decodeWindows1252 } from './windows-1252.js';

const SLOTS = 4096;
const MAX_POOLED = 24;
const MAX_GATHERED = 256;

/**
 * Makes strings of byte ranges, and the same string for the same bytes where it can: account numbers, codes and dates
 * come up by the thousand. A slot keeps only its latest text, so the pool stays small whatever the file holds.
 */
export class TextPool {
  readonly #texts = new Array<string>(SLOTS).fill('');
  /** One array per length, in which the character codes of a text are gathered: not one for each text. */
  readonly #gathered: number[][] = Array.from({ length: MAX_GATHERED + 1 }, (_, length) =>
    new Array<number>(length).fill(0),
  );

  text(bytes: Uint8Array, start: number, end: number): string {
    const length = end - start;
    if (length === 0) return '';
    if (length > MAX_POOLED) return this.#decode(bytes, start, end);
    let hash = length;
    for (let i = start; i < end; i += 1) hash = (hash * 31 + (bytes[i] as number)) | 0;
    const slot = (hash ^ (hash >>> 12)) & (SLOTS - 1);
    const kept = this.#texts[slot] as string;
    if (kept.length === length && isSame(kept, bytes, start)) return kept;
    const text = this.#decode(bytes, start, end);
    this.#texts[slot] = text;
    return text;
  }

  #decode(bytes: Uint8Array, start: number, end: number): string {
    const codes = this.#gathered[end - start];
    if (codes === undefined) return decodeWindows1252(bytes, start, end);
    for (let i = 0; i < codes.length; i += 1) codes[i] = CODES[bytes[start + i] as number] as number;
    return String.fromCharCode(...codes);
  }
}

/** No table is needed: where Windows-1252 has another code than the byte, no decoded text has the byte's. */
function isSame(text: string, bytes: Uint8Array, start: number): boolean {
  for (let i = 0; i < text.length; i += 1) {
    if (text.charCodeAt(i) !== bytes[start + i]) return false;
  }
  return true;
}
