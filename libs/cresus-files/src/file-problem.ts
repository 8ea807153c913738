/** What can be wrong with a file; the code is stable, words for it are the UI's. */
export type FileProblemCode =
  | 'empty-file'
  | 'no-header'
  | 'wrong-file-type'
  | 'too-few-fields'
  | 'bad-date'
  | 'bad-amount'
  | 'bad-number'
  | 'bad-flag'
  | 'bad-name'
  | 'bad-line'
  | 'duplicate-uid'
  | 'unclosed-block'
  | 'no-end'
  | 'unwritable'
  | 'unencodable';

/** A place in a file, line and column from 1, and a short excerpt of what stands there. */
export interface FileProblem {
  readonly code: FileProblemCode;
  readonly file?: string;
  readonly line: number;
  readonly column: number;
  readonly found?: string;
}

/** Why a file could not be read: everything that is wrong with it, not only the first thing. */
export interface ReadFailure {
  readonly ok: false;
  /** The first hundred. */
  readonly problems: readonly FileProblem[];
  /** How many there are in all. */
  readonly problemCount: number;
  /**
   * The file looks half-written: it breaks off before its end, and nothing is wrong before that place. Such a file may
   * be whole a moment later.
   */
  readonly truncated: boolean;
}

export type ReadResult<T> = { readonly ok: true; readonly value: T } | ReadFailure;

const KEPT_PROBLEMS = 100;
const EXCERPT_LENGTH = 40;

/** Collects problems without stopping at the first, and without growing with a file of nothing but errors. */
export class ProblemList {
  readonly kept: FileProblem[] = [];
  count = 0;
  /** The smallest line number with a problem. */
  firstLine = Infinity;
  readonly #file: string | undefined;

  constructor(file?: string) {
    this.#file = file;
  }

  add(code: FileProblemCode, line: number, column: number, found = ''): void {
    this.count += 1;
    this.firstLine = Math.min(this.firstLine, line);
    if (this.kept.length >= KEPT_PROBLEMS) return;
    this.kept.push({
      code,
      ...(this.#file === undefined ? {} : { file: this.#file }),
      line,
      column,
      ...(found === '' ? {} : { found: found.slice(0, EXCERPT_LENGTH) }),
    });
  }

  failure(truncated: boolean): ReadFailure {
    return { ok: false, problems: this.kept, problemCount: this.count, truncated };
  }
}

/** Thrown by writers: values that the format cannot hold, by line and column of the text to be written. */
export class CresusFileError extends Error {
  override readonly name = 'CresusFileError';
  /** The first hundred. */
  readonly problems: readonly FileProblem[];
  readonly problemCount: number;

  constructor(problems: readonly FileProblem[], problemCount = problems.length) {
    const [first] = problems;
    super(
      first === undefined
        ? 'The value cannot be written.'
        : `${first.code} in line ${first.line}, column ${first.column}: ${first.found ?? ''}`,
    );
    this.problems = problems;
    this.problemCount = problemCount;
  }
}
