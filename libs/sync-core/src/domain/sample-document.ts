/*
 * Documents as the programs of the family might write them, for tests and measurements: opaque, with a header and
 * tables that all of one program share, blocks of zeros, and content of their own. The same seed gives the same bytes.
 */

/** Bytes as if by chance. */
export function sampleBytes(length: number, seed: number): Uint8Array {
  const bytes = new Uint8Array(length);
  let state = Math.imul(seed + 1, 0x9e37_79b1) | 1;
  for (let i = 0; i < length; i += 1) {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    bytes[i] = state >>> 16;
  }
  return bytes;
}

export interface SampleDocument {
  /** Tells the document from others. */
  readonly seed: number;
  /** Of its own content. */
  readonly ownBytes: number;
  /** Tells the program's template from others; documents of one template begin with the same bytes. */
  readonly template?: number;
  readonly templateBytes?: number;
}

export function sampleDocument({
  seed,
  ownBytes,
  template = 0,
  templateBytes = 24_000,
}: SampleDocument): Uint8Array {
  const shared = sampleBytes(templateBytes, 1_000_000 + template);
  const zeros = new Uint8Array(4_096);
  // A table of small numbers, nearly the same everywhere: what telling chunks are not made of.
  const table = Uint8Array.from({ length: 4_096 }, (_, i) => (i % 8 === 0 ? (i >> 3) & 0x0f : 0));
  const half = ownBytes >> 1;
  return joined(
    shared,
    sampleBytes(half, seed * 2),
    zeros,
    table,
    sampleBytes(ownBytes - half, seed * 2 + 1),
    zeros,
  );
}

/** An ordinary save: a share of the bytes is another, in some places. */
export function changed(bytes: Uint8Array, seed: number, share = 0.1, places = 5): Uint8Array {
  const result = bytes.slice();
  const length = Math.floor((bytes.length * share) / places);
  for (let place = 0; place < places; place += 1)
    result.set(
      sampleBytes(length, seed * 100 + place),
      Math.floor(((bytes.length - length) * (place + 0.5)) / places),
    );
  return result;
}

export function joined(...parts: readonly Uint8Array[]): Uint8Array {
  const result = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    result.set(part, at);
    at += part.length;
  }
  return result;
}
