import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareSketches, createContentSketcher, marksOf } from './content-sketch.js';
import { changed, joined, sampleBytes, sampleDocument } from './sample-document.js';

const sketchOf = (...pieces: readonly Uint8Array[]) => {
  const sketcher = createContentSketcher();
  for (const piece of pieces) sketcher.add(piece);
  return sketcher.finish();
};
const share = (a: Uint8Array, b: Uint8Array, common?: ReadonlySet<string>) =>
  compareSketches(sketchOf(a), sketchOf(b), common).share;

describe('createContentSketcher', () => {
  it('L6f: makes the same sketch in whatever pieces the bytes come', () => {
    const document = sampleBytes(20_000, 1);
    const whole = sketchOf(document);
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 3_000 }), { maxLength: 20 }), (lengths) => {
        let at = 0;
        const pieces = lengths.map((length) => document.subarray(at, (at += length)));
        expect(sketchOf(...pieces, document.subarray(at))).toEqual(whole);
      }),
      { numRuns: 30 },
    );
  });

  it('L6f: needs less than 4 KB, however large the document is', () => {
    for (const length of [0, 100, 10_000, 3_000_000]) {
      const sketch = sketchOf(sampleBytes(length, 2));
      expect(sketch.size).toBe(length);
      expect(JSON.stringify(sketch).length).toBeLessThan(4_096);
    }
  });

  it('L6f: stays as it is, since sketches are kept', () => {
    expect(sketchOf(sampleBytes(2_000, 3))).toMatchInlineSnapshot(`
      {
        "marks": "2gxqybcda2om9ytvsr46x399pyg6d3o0rkxh6t39ju84p7fqn02xyp8gm414mqnbofrjkfw1bvqt6tlb5",
        "size": 2000,
      }
    `);
  });

  it('L6d: takes no notice of filled blocks and tables of few values', () => {
    const table = Uint8Array.from({ length: 30_000 }, (_, i) => (i % 8 === 0 ? i % 5 : 0));
    expect(marksOf(sketchOf(new Uint8Array(30_000), table, new Uint8Array(5_000).fill(0xff)))).toEqual([]);
  });
});

describe('compareSketches', () => {
  const sizes = [20_000, 100_000, 2_000_000];

  it.each(sizes)('L6f: knows a document of %i bytes after an ordinary save', (ownBytes) => {
    const document = sampleDocument({ seed: 4, ownBytes });
    expect(share(document, document)).toBe(1);
    expect(share(document, changed(document, 5))).toBeGreaterThan(0.55);
    expect(share(document, joined(sampleBytes(300, 6), document))).toBeGreaterThan(0.9);
    expect(share(document, joined(document, sampleBytes(ownBytes / 10, 7)))).toBeGreaterThan(0.8);
  });

  it.each(sizes)('L6d: two documents of %i bytes of one program are not alike', (ownBytes) => {
    const [one, other, third] = [8, 9, 10].map((seed) => sampleDocument({ seed, ownBytes }));
    if (one === undefined || other === undefined || third === undefined) throw new Error('three');
    const common = new Set(marksOf(sketchOf(third)));
    expect(share(one, other, common)).toBeLessThan(0.02);
    expect(share(one, changed(one, 11), common)).toBeGreaterThan(0.5);
  });

  it('L6f: is the same from both sides, 1 with itself, and never beyond 0 and 1', () => {
    const document = fc
      .tuple(fc.integer({ min: 0, max: 5 }), fc.integer({ min: 0, max: 40_000 }))
      .map(([seed, length]) => sketchOf(sampleBytes(length, seed)));
    fc.assert(
      fc.property(document, document, (a, b) => {
        const similarity = compareSketches(a, b);
        expect(similarity).toEqual(compareSketches(b, a));
        expect(similarity.share).toBeGreaterThanOrEqual(0);
        expect(similarity.share).toBeLessThanOrEqual(1);
        expect(compareSketches(a, a).share).toBe(a.marks === '' ? 0 : 1);
      }),
      { numRuns: 50 },
    );
  });
});
