/** Median and tails of a list of milliseconds. */
export interface Spread {
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  /** How many were measured. */
  readonly count: number;
}

export function spreadOf(values: readonly number[]): Spread {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (share: number) =>
    round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN);
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99), count: values.length };
}

export const median = (values: readonly number[]): number => spreadOf(values).p50;

export const best = (values: readonly number[]): number => round(Math.min(...values));

export const round = (value: number): number => Math.round(value * 10) / 10;
