import { FileAccessError } from './file-access-error.js';

const KB = 1024;
const MB = 1024 * KB;

/**
 * How large a file of each kind may be. A larger one is reported and never read: it would fill the memory, and no
 * program of the family writes one. Documents have no limit, since they are only read in pieces.
 */
export const MAX_BYTES = {
  /** The file that records which agent owns a mandate: a few hundred bytes. */
  claim: 64 * KB,
  /** An index of 40,000 entry files. */
  index: 4 * MB,
  /** A real chart of 2,300 accounts has 700 KB. */
  chart: 64 * MB,
  /** The 150,000 entries that a licence of the accounting allows have 21 MB. */
  entries: 256 * MB,
} as const;

/** A file is larger than its kind may be; nothing of it was read. */
export class FileTooLargeError extends FileAccessError {
  readonly size: number;
  readonly maxBytes: number;

  constructor(path: string, size: number, maxBytes: number) {
    super(path, 'too-large');
    this.size = size;
    this.maxBytes = maxBytes;
  }
}
