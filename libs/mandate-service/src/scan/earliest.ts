/** The shortest of several waits in milliseconds; `null`: there is nothing to wait for. */
export function earliest(waits: Iterable<number | null>): number | null {
  let shortest: number | null = null;
  for (const wait of waits) if (wait !== null && (shortest === null || wait < shortest)) shortest = wait;
  return shortest;
}
