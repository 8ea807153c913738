import { decodeWindows1252 } from './windows-1252.js';

const SLOTS = 4096;
const MAX_LENGTH = 24;

/**
 * Makes strings of byte ranges, and the same string for the same bytes where it can: account numbers, codes and dates
 * come up by the thousand. A slot keeps only its latest text, so the pool stays small whatever the file holds.
 */
export class TextPool {
  readonly #texts = new Array<string>(SLOTS).fill('');

  text(bytes: Uint8Array, start: number, end: number): string {
    const length = end - start;
    if (length === 0) return '';
    if (length > MAX_LENGTH) return decodeWindows1252(bytes, start, end);
    let hash = length;
    for (let i = start; i < end; i += 1) hash = (hash * 31 + (bytes[i] as number)) | 0;
    const slot = (hash ^ (hash >>> 12)) & (SLOTS - 1);
    const kept = this.#texts[slot] as string;
    if (kept.length === length && isSame(kept, bytes, start)) return kept;
    const text = decodeWindows1252(bytes, start, end);
    this.#texts[slot] = text;
    return text;
  }
}

/** Bytes from 0x80 on are never taken as the same, so that no table is needed here. */
function isSame(text: string, bytes: Uint8Array, start: number): boolean {
  for (let i = 0; i < text.length; i += 1) {
    const byte = bytes[start + i] as number;
    if (byte >= 0x80 || text.charCodeAt(i) !== byte) return false;
  }
  return true;
}
