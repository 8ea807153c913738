import { SynchroError } from '@synchro/sync-core/contract';

/** The error that a use case ends with; anything else that it ends with is a failure of the test. */
export async function failureOf(work: Promise<unknown>): Promise<SynchroError> {
  const outcome = await work.then(
    () => new Error('It succeeded.'),
    (error: unknown) => error,
  );
  if (!(outcome instanceof SynchroError)) throw outcome;
  return outcome;
}
