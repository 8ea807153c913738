const TAB = 9;
const LF = 10;
const CR = 13;
const HASH = 35;

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
  /** Where each field starts; one byte behind the end of a field starts the next. */
  readonly #starts: Int32Array;

  constructor(bytes: Uint8Array, maxFields: number) {
    this.bytes = bytes;
    this.#starts = new Int32Array(maxFields + 1);
  }

  /** Goes to the next line; false behind the last. */
  advance(): boolean {
    const { bytes } = this;
    const starts = this.#starts;
    const maxFields = starts.length - 1;
    const { length } = bytes;
    let i = this.#next;
    if (i >= length) return false;
    this.line += 1;
    this.start = i;
    starts[0] = i;
    let fields = 0;
    for (; i < length; i += 1) {
      const byte = bytes[i] as number;
      if (byte > LF) continue;
      if (byte === LF) break;
      if (byte === TAB && fields < maxFields) starts[(fields += 1)] = i + 1;
    }
    this.#next = i + 1;
    this.end = i > this.start && bytes[i - 1] === CR ? i - 1 : i;
    this.fieldCount = fields < maxFields ? fields + 1 : maxFields;
    // The last field ends with the line; fields that are not there are empty.
    while (fields < maxFields) starts[(fields += 1)] = this.end + 1;
    return true;
  }

  get isComment(): boolean {
    return this.bytes[this.start] === HASH;
  }

  get isEmpty(): boolean {
    return this.start === this.end;
  }

  fieldStart(field: number): number {
    return Math.min(this.#starts[field] as number, this.end);
  }

  fieldEnd(field: number): number {
    return (this.#starts[field + 1] as number) - 1;
  }

  /** Column of a field's first byte, from 1. */
  column(field: number): number {
    return this.fieldStart(field) - this.start + 1;
  }
}

export const endsWithLineEnd = (bytes: Uint8Array): boolean => bytes[bytes.length - 1] === LF;
