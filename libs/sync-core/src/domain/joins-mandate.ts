import { parsePeriodFromName } from './fiscal-period.js';
import type { FiscalPeriod } from './model.js';

/** An accounting file beside those of a mandate, as far as its own files tell. */
export interface FoundPeriod {
  /** It belongs to some mandate. */
  readonly isAttached: boolean;
  /** A person detached it, or removed the mandate that it belonged to. */
  readonly isDismissed: boolean;
  /** Its own index lists an entry file that is attached to the mandate. */
  readonly sharesEntryFile: boolean;
  /** `null`: not known. */
  readonly period: FiscalPeriod | null;
}

export interface MandatePeriods {
  /** Another machine keeps it. */
  readonly isHeldElsewhere: boolean;
  /** Of its accounting files; `null` where one is not known. */
  readonly periods: readonly (FiscalPeriod | null)[];
}

/**
 * Tells whether an accounting file is a new fiscal period of the mandate, which joins it by itself [P5]. A copy is as
 * well linked as its original, but has its period; so what overlaps another is left to a person, always.
 *
 * @param others the other accounting files that are found beside those of the mandate
 */
export function joinsMandate(
  found: FoundPeriod,
  mandate: MandatePeriods,
  others: readonly FoundPeriod[],
): boolean {
  const { period } = found;
  if (mandate.isHeldElsewhere || period === null || !isFree(found)) return false;
  if (mandate.periods.some((known) => known === null || overlap(known, period))) return false;
  return !others.some((other) => isFree(other) && other.period !== null && overlap(other.period, period)); // [P5b]
}

const isFree = ({ isAttached, isDismissed, sharesEntryFile }: FoundPeriod): boolean =>
  !isAttached && !isDismissed && sharesEntryFile;

/** Both days of each included. */
const overlap = (a: FiscalPeriod, b: FiscalPeriod): boolean => a.begin <= b.end && b.begin <= a.end;

/** The period that the names of entry files tell, all that tell one the same [P5a]; `null`: none, or several. */
export function periodOfNames(names: readonly string[]): FiscalPeriod | null {
  const [first, ...others] = names.map(parsePeriodFromName).filter((period) => period !== null);
  if (first === undefined) return null;
  return others.every(({ begin, end }) => begin === first.begin && end === first.end) ? first : null;
}
