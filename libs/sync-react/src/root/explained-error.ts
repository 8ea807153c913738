/** A failure whose message is in the user's words already. */
export class ExplainedError extends Error {
  override readonly name = 'ExplainedError';
}
