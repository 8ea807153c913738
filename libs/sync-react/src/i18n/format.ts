/** Numbers and dates the Swiss way, the same in all four languages; the platform's own formats differ among them. */

/** `1250.50` → `1'250.50`; takes decimal text, so that money never becomes a floating-point number. */
export function formatAmount(decimal: string): string {
  const [whole = '', decimals] = decimal.split('.');
  return groupDigits(whole) + (decimals === undefined ? '' : `.${decimals}`);
}

/** `12345` → `12'345` */
export const formatCount = (count: number): string => groupDigits(String(count));

/** `2026-06-05` → `05.06.2026` */
export const formatDate = (date: string): string =>
  `${date.slice(8, 10)}.${date.slice(5, 7)}.${date.slice(0, 4)}`;

/** A moment in the reader's time: `09:41` today, `05.06.2026 09:41` on another day. */
export function formatMoment(moment: Date, now: Date): string {
  const two = (value: number) => String(value).padStart(2, '0');
  const time = `${two(moment.getHours())}:${two(moment.getMinutes())}`;
  if (moment.toDateString() === now.toDateString()) return time;
  return `${two(moment.getDate())}.${two(moment.getMonth() + 1)}.${moment.getFullYear()} ${time}`;
}

const groupDigits = (digits: string): string => digits.replace(/\B(?=(\d{3})+$)/g, "'");
