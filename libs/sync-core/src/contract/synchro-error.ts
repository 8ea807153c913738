import { errorTitles } from './error-titles.js';
import { errorTable, problemType } from './errors.js';
import type { ErrorCode, ProblemDocument } from './errors.js';

/** Thrown by the use cases, answered as a problem document. An expected outcome, so it has no stack to read. */
export class SynchroError extends Error {
  override readonly name = 'SynchroError';
  readonly code: ErrorCode;
  readonly details: Readonly<Record<string, unknown>>;

  constructor(code: ErrorCode, details: Readonly<Record<string, unknown>> = {}, options?: ErrorOptions) {
    super(errorTitles[code], options);
    this.code = code;
    this.details = details;
  }

  toProblem(): ProblemDocument {
    const { status } = errorTable[this.code];
    return { type: problemType(this.code), title: errorTitles[this.code], status, details: this.details };
  }
}
