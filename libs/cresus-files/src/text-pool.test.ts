import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TextPool } from './text-pool.js';
import { decodeWindows1252 } from './windows-1252.js';

describe('TextPool', () => {
  it('gives the text of any bytes', () => {
    const pool = new TextPool();
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        expect(pool.text(bytes, 0, bytes.length)).toBe(decodeWindows1252(bytes));
      }),
    );
  });

  it('does not mistake texts that share a slot', () => {
    const pool = new TextPool();
    const wrong: string[] = [];
    // All texts of two bytes, sixteen for each slot.
    for (let both = 0; both < 65_536; both += 1) {
      const bytes = Uint8Array.of(both & 255, both >> 8);
      const text = decodeWindows1252(bytes);
      if (pool.text(bytes, 0, 2) !== text || pool.text(bytes, 0, 2) !== text) wrong.push(text);
    }
    expect(wrong).toEqual([]);
  });
});
