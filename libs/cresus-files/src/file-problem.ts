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

/** What reading gives: the value, or everything that is wrong (the first hundred, and how many in all). */
export type ReadResult<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problems: readonly FileProblem[]; readonly problemCount: number };

/** Thrown by writers: a value that the format cannot hold, by line of the text to be written. */
export class CresusFileError extends Error {
  override readonly name = 'CresusFileError';
  readonly problems: readonly FileProblem[];

  constructor(problems: readonly FileProblem[]) {
    const [first] = problems;
    super(
      first === undefined
        ? 'The value cannot be written.'
        : `${first.code} in line ${first.line}, column ${first.column}: ${first.found ?? ''}`,
    );
    this.problems = problems;
  }
}

const KEPT_PROBLEMS = 100;
const EXCERPT_LENGTH = 40;

/** Collects problems without stopping at the first, and without growing with a file of nothing but errors. */
export class ProblemList {
  readonly kept: FileProblem[] = [];
  count = 0;
  readonly #file: string | undefined;

  constructor(file?: string) {
    this.#file = file;
  }

  add(code: FileProblemCode, line: number, column: number, found = ''): void {
    this.count += 1;
    if (this.kept.length >= KEPT_PROBLEMS) return;
    this.kept.push({
      code,
      ...(this.#file === undefined ? {} : { file: this.#file }),
      line,
      column,
      ...(found === '' ? {} : { found: found.slice(0, EXCERPT_LENGTH) }),
    });
  }

  failure(): {
    readonly ok: false;
    readonly problems: readonly FileProblem[];
    readonly problemCount: number;
  } {
    return { ok: false, problems: this.kept, problemCount: this.count };
  }
}
