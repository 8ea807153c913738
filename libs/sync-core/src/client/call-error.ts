import type { ErrorCode } from '../contract/error-codes.js';
import type { DisconnectReason } from './connection.js';

/** The service answered, and the answer is no: a problem document (RFC 9457). */
export class CallError extends Error {
  override readonly name = 'CallError';
  /** The row of the error table; `null` if the service knows errors that this version does not. */
  readonly code: ErrorCode | null;
  readonly status: number;
  /** Machine-readable, its shape follows from the code. */
  readonly details: Readonly<Record<string, unknown>>;

  constructor(
    code: ErrorCode | null,
    status: number,
    title: string,
    details: Readonly<Record<string, unknown>>,
  ) {
    super(title);
    this.code = code;
    this.status = status;
    this.details = details;
  }
}

/** No answer of the service was had; whether a command took effect is not known, so repeat it with the same idempotency key. */
export class NotConnectedError extends Error {
  override readonly name = 'NotConnectedError';
  readonly reason: DisconnectReason;

  constructor(reason: DisconnectReason, options?: ErrorOptions) {
    super(`The Synchro service cannot be used: ${reason}.`, options);
    this.reason = reason;
  }
}
