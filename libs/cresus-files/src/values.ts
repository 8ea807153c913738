/** How the formats write dates, times and amounts. Readers answer `null` for what is none. */

const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** `5.6.2026` or `05/06/2026` → `2026-06-05`; only real days of the years 1 to 9999. */
export function readDate(text: string): string | null {
  const match = /^(\d{1,2})[./-](\d{1,2})[./-](\d{4})$/.exec(text);
  if (match === null) return null;
  const [day, month, year] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const days = month === 2 && isLeap ? 29 : DAYS[month - 1];
  if (year === 0 || days === undefined || day < 1 || day > days) return null;
  return `${match[3] ?? ''}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** `2026-06-05` → `05.06.2026` */
export const writeDate = (date: string, separator = '.'): string =>
  date.slice(8, 10) + separator + date.slice(5, 7) + separator + date.slice(0, 4);

/** `10.6.2026 11:06:53` → `2026-06-10T11:06:53`, the writer's local time. */
export function readDateTime(text: string): string | null {
  const match = /^(\S+)\s+(\d{1,2}):(\d{2}):(\d{2})$/.exec(text.trim());
  const date = match === null ? null : readDate(match[1] ?? '');
  if (match === null || date === null) return null;
  const [hours, minutes, seconds] = [Number(match[2]), Number(match[3]), Number(match[4])];
  if (hours > 23 || minutes > 59 || seconds > 59) return null;
  return `${date}T${String(hours).padStart(2, '0')}:${match[3] ?? ''}:${match[4] ?? ''}`;
}

export const writeDateTime = (instant: string, separator = '.'): string =>
  `${writeDate(instant, separator)} ${instant.slice(11, 19)}`;

/** `-1250.5` → `-125050`. At most two decimals that count; nothing beyond what an integer holds exactly. */
export function readCentimes(text: string): number | null {
  const match = /^([+-]?)(\d*)(?:\.(\d*))?$/.exec(text);
  if (match === null) return null;
  const [, sign, whole = '', decimals = ''] = match;
  if (whole === '' && decimals === '') return null;
  if (decimals.length > 2 && !/^0*$/.test(decimals.slice(2))) return null;
  const centimes = Number(whole + decimals.slice(0, 2).padEnd(2, '0'));
  if (!Number.isSafeInteger(centimes)) return null;
  return sign === '-' && centimes !== 0 ? -centimes : centimes;
}

/** `-125050` → `-1250.50` */
export function writeCentimes(centimes: number): string {
  const digits = Math.abs(centimes).toString().padStart(3, '0');
  return (centimes < 0 ? '-' : '') + digits.slice(0, -2) + '.' + digits.slice(-2);
}

/** A decimal number by value: `1.510000` → `1.51`; empty or zero → empty. */
export function readRate(text: string): string | null {
  if (text === '') return '';
  const match = /^(-?)0*(\d*)(?:\.(\d*))?$/.exec(text);
  if (match === null || text === '-' || text === '.' || text === '-.') return null;
  const decimals = (match[3] ?? '').replace(/0+$/, '');
  const whole = match[2] === '' ? '0' : (match[2] ?? '0');
  if (whole === '0' && decimals === '') return '';
  return (match[1] ?? '') + whole + (decimals === '' ? '' : `.${decimals}`);
}
