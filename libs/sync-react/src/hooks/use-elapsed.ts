import { useEffect, useState } from 'react';

/**
 * How long something has lasted, as the largest of `marks` (ascending, in milliseconds) that it has passed; 0 before
 * the first. Nothing is rendered between marks.
 *
 * @param since milliseconds since 1970, `null` while it does not last
 */
export function useElapsed(since: number | null, marks: readonly number[], now: () => number): number {
  const [, setTick] = useState(0);
  const elapsed = since === null ? 0 : now() - since;
  const passed = marks.findLast((mark) => elapsed >= mark) ?? 0;
  const next = since === null ? undefined : marks.find((mark) => elapsed < mark);

  useEffect(() => {
    if (since === null || next === undefined) return;
    const timer = setTimeout(() => setTick((tick) => tick + 1), Math.max(1, since + next - now()));
    return () => clearTimeout(timer);
  });
  return passed;
}
