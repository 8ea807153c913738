/**
 * How the formats write dates, times and numbers. Readers answer `null` for what is none, writers for what cannot be
 * read back; both are strict, because a wrong amount is worse than a refused line.
 */

const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** No number of the field is longer; the patterns below are not meant for a field of ten million digits. */
const LONGEST_NUMBER = 40;

/** `5.6.2026` or `05/06/2026` → `2026-06-05`; only real days of the years 1 to 9999. */
export function readDate(text: string): string | null {
  const match = /^(\d{1,2})([./-])(\d{1,2})\2(\d{4})$/.exec(text);
  if (match === null) return null;
  const [day, month, year] = [Number(match[1]), Number(match[3]), Number(match[4])];
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const days = month === 2 && isLeap ? 29 : DAYS[month - 1];
  if (year === 0 || days === undefined || day < 1 || day > days) return null;
  return `${match[4] ?? ''}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** `2026-06-05` → `05.06.2026`; `null` for what is no day. */
export function writeDate(date: string, separator: '.' | '/' = '.'): string | null {
  const text = [date.slice(8), date.slice(5, 7), date.slice(0, 4)].join(separator);
  return readDate(text) === date ? text : null;
}

/** `10.6.2026 11:06:53` → `2026-06-10T11:06:53`, the writer's local time. */
export function readDateTime(text: string): string | null {
  const match = /^(\S+)\s+(\d{1,2}):(\d{2}):(\d{2})$/.exec(text.trim());
  const date = match === null ? null : readDate(match[1] ?? '');
  if (match === null || date === null) return null;
  const [hours, minutes, seconds] = [Number(match[2]), Number(match[3]), Number(match[4])];
  if (hours > 23 || minutes > 59 || seconds > 59) return null;
  return `${date}T${String(hours).padStart(2, '0')}:${match[3] ?? ''}:${match[4] ?? ''}`;
}

/** `2026-06-10T11:06:53` → `10.06.2026 11:06:53`; `null` for what is no such time. */
export function writeDateTime(instant: string, separator: '.' | '/' = '.'): string | null {
  const date = writeDate(instant.slice(0, 10), separator);
  const text = `${date ?? ''} ${instant.slice(11)}`;
  return readDateTime(text) === instant ? text : null;
}

/**
 * `-1250.5` → `-125050`. Also `1250`, `.50`, `+5.00` and `1.500`; at most two decimals that count, no thousands
 * separators, no exponents, and nothing beyond what an integer holds exactly.
 */
export function readCentimes(text: string): number | null {
  if (text.length > LONGEST_NUMBER) return null;
  const match = /^([+-]?)(\d*)(?:\.(\d*))?$/.exec(text);
  if (match === null) return null;
  const [, sign, whole = '', decimals = ''] = match;
  if (whole === '' && decimals === '') return null;
  if (!/^0*$/.test(decimals.slice(2))) return null;
  const centimes = Number(whole + decimals.slice(0, 2).padEnd(2, '0'));
  if (!Number.isSafeInteger(centimes)) return null;
  return sign === '-' && centimes !== 0 ? -centimes : centimes;
}

/** `-125050` → `-1250.50`; `null` for what is no whole number of centimes. */
export function writeCentimes(centimes: number): string | null {
  if (!Number.isSafeInteger(centimes)) return null;
  const digits = Math.abs(centimes).toString().padStart(3, '0');
  return (centimes < 0 ? '-' : '') + digits.slice(0, -2) + '.' + digits.slice(-2);
}

/** A decimal number by value: `1.510000` → `1.51`; empty or zero → empty. */
export function readRate(text: string): string | null {
  if (text === '') return '';
  if (text.length > LONGEST_NUMBER) return null;
  const match = /^([+-]?)(\d*)(?:\.(\d*))?$/.exec(text);
  if (match === null) return null;
  const [, sign, digits = '', fraction = ''] = match;
  if (digits === '' && fraction === '') return null;
  const whole = digits.replace(/^0+/, '') || '0';
  const decimals = fraction.replace(/0+$/, '');
  if (whole === '0' && decimals === '') return '';
  return (sign === '-' ? '-' : '') + whole + (decimals === '' ? '' : `.${decimals}`);
}

/** A number that counts or names something: digits only, and few enough to be exact. */
export const readWhole = (text: string): number | null => (/^\d{1,15}$/.test(text) ? Number(text) : null);

/** `null` for what `readWhole` would not read. */
export const writeWhole = (value: number): string | null =>
  readWhole(String(value)) === value ? String(value) : null;
