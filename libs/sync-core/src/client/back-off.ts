import type { DisconnectReason } from './connection.js';

/** Between the shortest and the longest wait, in milliseconds. */
interface Pace {
  readonly shortest: number;
  readonly longest: number;
}

const brisk: Pace = { shortest: 250, longest: 15_000 };
/** Nobody puts a token or a version right within a second, and each try costs the service a refusal. */
const patient: Pace = { shortest: 5_000, longest: 30_000 };

const paceOf: Readonly<Record<DisconnectReason, Pace>> = {
  'no-answer': brisk,
  'access-denied': patient,
  'too-old': patient,
  overloaded: brisk,
  'service-error': brisk,
  silent: brisk,
};

/**
 * How long to wait before the next try, in milliseconds: anywhere between the shortest wait and a ceiling
 * that doubles with each failure. The chance spreads the banners of a restarted service over the interval.
 *
 * @param failures tries that have failed in a row before this one
 * @param random   from 0 up to but not including 1
 */
export function backOff(reason: DisconnectReason, failures: number, random: number): number {
  const { shortest, longest } = paceOf[reason];
  const ceiling = Math.min(longest, shortest * 2 ** (failures + 1));
  return Math.round(shortest + random * (ceiling - shortest));
}
