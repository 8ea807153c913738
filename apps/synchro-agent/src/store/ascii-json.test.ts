import { describe, expect, it } from 'vitest';
import { asciiJson } from './ascii-json.js';

describe('asciiJson', () => {
  it.each(['', 'plain "\\ text', '\u0000\t\u007f\u0080é€', '𝄞 👩‍👩‍👧 \ud800 \udc00'])(
    'gives back %j, in ASCII',
    (text) => {
      const json = asciiJson([text, 1, null]);
      expect(json).toMatch(/^[\u0020-\u007e]*$/u);
      expect(JSON.parse(json)).toEqual([text, 1, null]);
    },
  );
});
