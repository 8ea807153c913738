const TAB = 9;
const LF = 10;
const CR = 13;

/**
 * Walks over the lines of a file and finds their fields, without making a string:
 *
 *     05.06.2026⇥1100⇥3200 CR LF          fieldStart(0) … fieldEnd(2)
 *     ^start              ^end
 *
 * Lines end with CR LF or LF; CR anywhere else belongs to its field.
 */
export class LineScanner {
  readonly bytes: Uint8Array;
  /** Number of the present line, from 1. */
  line = 0;
  start = 0;
  end = 0;
  /** Fields found in the present line, at most `maxFields`; what comes after is ignored. */
  fieldCount = 0;
  #next = 0;
  readonly #bounds: Int32Array;

  constructor(bytes: Uint8Array, maxFields: number) {
    this.bytes = bytes;
    this.#bounds = new Int32Array(maxFields + 1);
  }

  /** Goes to the next line; false behind the last. */
  advance(): boolean {
    const { bytes } = this;
    const bounds = this.#bounds;
    const limit = bounds.length - 1;
    if (this.#next >= bytes.length) return false;
    this.line += 1;
    this.start = this.#next;
    let fields = 0;
    let i = this.start;
    bounds[0] = i;
    for (; i < bytes.length; i += 1) {
      const byte = bytes[i];
      if (byte === TAB && fields < limit) bounds[(fields += 1)] = i + 1;
      else if (byte === LF) break;
    }
    this.#next = i + 1;
    this.end = i > this.start && bytes[i - 1] === CR ? i - 1 : i;
    if (fields < limit) bounds[(fields += 1)] = this.end + 1;
    this.fieldCount = fields;
    return true;
  }

  get isComment(): boolean {
    return this.bytes[this.start] === 35; // '#'
  }

  get isEmpty(): boolean {
    return this.start === this.end;
  }

  fieldStart(field: number): number {
    return field < this.fieldCount ? (this.#bounds[field] as number) : this.end;
  }

  fieldEnd(field: number): number {
    return field < this.fieldCount ? (this.#bounds[field + 1] as number) - 1 : this.end;
  }

  /** Column of a field's first byte, from 1. */
  column(field: number): number {
    return this.fieldStart(field) - this.start + 1;
  }
}

export const endsWithLineEnd = (bytes: Uint8Array): boolean => bytes[bytes.length - 1] === LF;
