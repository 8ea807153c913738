/*
 * A few hundred numbers by which a document is known again after it was saved.
 *
 *   bytes ─ cut where the content says so ─▶ chunks ─ dull ones left out ─▶ hashes ─ the smallest 256 ─▶ sketch
 *
 * A cut depends on the bytes before it only, so what is inserted moves the cuts along and leaves the other chunks as
 * they were. The smallest hashes are a fair sample of all chunks, the same for the same chunks in whatever order, so
 * two sketches tell what share of their chunks two documents have in common. Why it is our own: `docs/decisions/0009`.
 */

/** What is kept of a document's content; plain data, some 2 KB. */
export interface ContentSketch {
  /** Of the document, in bytes. */
  readonly size: number;
  /** The smallest hashes of its chunks, ascending, nine characters of base 36 each. */
  readonly marks: string;
}

/** Takes a document piece by piece, so that none is ever whole in memory. */
export interface ContentSketcher {
  /** The next bytes, in pieces of any length; they are not kept. */
  add(piece: Uint8Array): void;
  /** The sketch of all that was added; to be asked once. */
  finish(): ContentSketch;
}

const SAMPLE = 256;
/** A chunk is 48 to 1,024 bytes, some 176 on average: small, so that a changed place costs even a small document little. */
const SHORTEST = 48;
const LONGEST = 1_024;
const CUT_MASK = 0xfe00_0000;
/** Fewer different bytes, or nearly all of them as the one before: a filled block, a table of zeros. */
const FEWEST_BYTE_VALUES = 12;
const DULL_SHARE = 0.75;
const DIGITS = 9;

export function createContentSketcher(): ContentSketcher {
  const sample = new SmallestHashes();
  const lastChunkWith = new Uint32Array(256);
  let size = 0;
  let chunk = 1;
  /** Of the chunk that is not yet cut. */
  let open = { length: 0, values: 0, repeats: 0, roll: 0, low: 0, high: 0, previous: -1 };

  return {
    add(piece) {
      size += piece.length;
      // Every byte comes by here: in local numbers the engine is ten times faster.
      let { length, values, repeats, roll, low, high, previous } = open;
      for (let i = 0; i < piece.length; i += 1) {
        const byte = piece[i] ?? 0;
        roll = ((roll << 1) + (GEAR[byte] ?? 0)) | 0;
        low = (Math.imul(low ^ byte, 0x0100_0193) + 1) | 0;
        high = Math.imul(high + byte, 0x85eb_ca6b) ^ (high >>> 15);
        if (lastChunkWith[byte] !== chunk) {
          lastChunkWith[byte] = chunk;
          values += 1;
        }
        if (byte === previous) repeats += 1;
        previous = byte;
        length += 1;
        if (length < SHORTEST || ((roll & CUT_MASK) !== 0 && length < LONGEST)) continue;
        if (isTelling(length, values, repeats)) sample.add(hashOf(low, high));
        chunk += 1;
        length = values = repeats = roll = low = high = 0;
        previous = -1;
      }
      open = { length, values, repeats, roll, low, high, previous };
    },
    finish() {
      const { length, values, repeats, low, high } = open;
      if (isTelling(length, values, repeats)) sample.add(hashOf(low, high));
      return { size, marks: sample.take().map(encode).join('') };
    },
  };
}

/** Not a filled block, nor a table of zeros: these are the same in many documents. */
const isTelling = (length: number, values: number, repeats: number): boolean =>
  values >= FEWEST_BYTE_VALUES && repeats < length * DULL_SHARE;

/** How much two documents have in common. */
export interface Similarity {
  /** 0–1: of the chunks that either has, those that both have. */
  readonly share: number;
  /** How many chunks that rests on; few prove little. */
  readonly basis: number;
}

/**
 * Compares two documents by their sketches.
 *
 * @param common the marks of other documents of their kind (`marksOf`): what these have too, a template, is no sign of either
 */
export function compareSketches(
  a: ContentSketch,
  b: ContentSketch,
  common: ReadonlySet<string> = new Set(),
): Similarity {
  const [marksOfA, marksOfB] = [marksOf(a), marksOf(b)];
  // Beyond the last of a full sample nothing is known of that document.
  const known = [marksOfA, marksOfB].map((marks) =>
    marks.length < SAMPLE ? BEYOND : (marks.at(-1) ?? BEYOND),
  );
  const counts = (mark: string) => !common.has(mark) && known.every((last) => mark <= last);
  const [inA, inB] = [new Set(marksOfA.filter(counts)), marksOfB.filter(counts)];
  const both = inB.filter((mark) => inA.has(mark)).length;
  const basis = inA.size + inB.length - both;
  return { share: basis === 0 ? 0 : both / basis, basis };
}

/** The marks of a sketch, each comparable as text. */
export function marksOf({ marks }: ContentSketch): readonly string[] {
  return marks.match(/.{9}/g) ?? [];
}

const BEYOND = '~';

const encode = (hash: number): string => hash.toString(36).padStart(DIGITS, '0');

/** Below 36⁹, which is below 2⁵³. */
const hashOf = (low: number, high: number): number => {
  const [first, second] = [mix(low ^ mix(high)), mix(high ^ Math.imul(low, 0x9e37_79b1))];
  return (first & 0x1fff) * 2 ** 32 + second;
};

function mix(value: number): number {
  let hash = value | 0;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85eb_ca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2_ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** A number for each byte, as if by chance and for ever the same: with others, kept sketches would match nothing. */
const GEAR: Int32Array = Int32Array.from({ length: 256 }, (_, byte) => mix(byte * 0x9e37_79b1 + 1));

/** The smallest of the numbers that it was given, each once. */
class SmallestHashes {
  #hashes: number[] = [];
  #largest = Infinity;

  add(hash: number): void {
    if (hash >= this.#largest) return;
    this.#hashes.push(hash);
    if (this.#hashes.length >= 4 * SAMPLE) this.#cut();
  }

  take(): readonly number[] {
    this.#cut();
    return this.#hashes;
  }

  #cut(): void {
    const smallest = Float64Array.from(new Set(this.#hashes)).sort().subarray(0, SAMPLE);
    this.#hashes = [...smallest];
    if (smallest.length === SAMPLE) this.#largest = smallest[SAMPLE - 1] ?? Infinity;
  }
}
