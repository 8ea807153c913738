import type { Translate } from '../messages/create-translate.js';
import { formatMoment } from '../messages/formats.js';

/**
 * How long something has been held up: `depuis 14:05` for today, `depuis 9 jours` from then on [B10]. Days are those
 * of the calendar: what began last night has lasted since yesterday, hence for a day.
 */
export function durationText(
  moment: string | number,
  t: Translate<'since.today' | 'since.days'>,
  now: number,
): string {
  const n = dayOf(now) - dayOf(moment);
  return n < 1 ? t('since.today', { time: formatMoment(moment).time }) : t('since.days', { n });
}

/** The number of a day in this computer's calendar; one with a change to summer time is a day too. */
function dayOf(moment: string | number): number {
  const at = new Date(moment);
  return Date.UTC(at.getFullYear(), at.getMonth(), at.getDate()) / 86_400_000;
}
