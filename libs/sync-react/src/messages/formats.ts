/**
 * Numbers, money and moments the Swiss way, the same in all four languages; `Intl` knows other habits for each
 * of them (`12 345` for French Switzerland), and the programs beside the banner write them like this.
 */

/** `12345` → `12'345`. */
export function formatCount(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, "'");
}

/** Decimal text of the contract as people read it: `-1250.50` → `−1'250.50`. */
export function formatAmount(amount: string): string {
  const [francs = '', centimes = ''] = amount.replace('-', '').split('.');
  const sign = amount.startsWith('-') ? '−' : '';
  return `${sign}${francs.replace(/\B(?=(\d{3})+$)/g, "'")}.${centimes}`;
}

/** `2026-06-05` → `05.06.2026`. */
export function formatDay(isoDate: string): string {
  return isoDate.split('-').reverse().join('.');
}

const two = (value: number): string => String(value).padStart(2, '0');

/** Day and time of a moment in this computer's zone. */
export function formatMoment(moment: string | number): { readonly day: string; readonly time: string } {
  const at = new Date(moment);
  return {
    day: `${two(at.getDate())}.${two(at.getMonth() + 1)}.${at.getFullYear()}`,
    time: `${two(at.getHours())}:${two(at.getMinutes())}`,
  };
}

/** The time alone for a moment of today, else with its day: `14:05`, `03.06.2026, 14:05`. */
export function formatWhen(moment: string | number, now: number): string {
  const { day, time } = formatMoment(moment);
  return day === formatMoment(now).day ? time : `${day}, ${time}`;
}
