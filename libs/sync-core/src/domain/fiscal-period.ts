import type { FiscalPeriod, IsoDate } from './model.js';

const PERIOD_IN_NAME = /\((\d\d)-(\d\d)-(\d{4}) ~ (\d\d)-(\d\d)-(\d{4})\)/g;

/**
 * Reads the fiscal period that programs write into an entry file's name:
 * `Atelier Rochat (01-01-2026 ~ 31-12-2026).ecf` [P1]. Nothing is repaired: a day that does not exist, or an
 * end before the begin, is no period.
 */
export function parsePeriodFromName(name: string): FiscalPeriod | null {
  const found = [...name.matchAll(PERIOD_IN_NAME)].at(-1);
  if (found === undefined) return null;
  const [, beginDay = '', beginMonth = '', beginYear = '', endDay = '', endMonth = '', endYear = ''] = found;
  const begin = calendarDay(beginYear, beginMonth, beginDay);
  const end = calendarDay(endYear, endMonth, endDay);
  return begin === null || end === null || end < begin ? null : { begin, end };
}

/**
 * Finds the accounting file of a mandate that an entry belongs to by its date [C6].
 *
 * `inside: false` says that the date lies in none of the known periods; the entry is then shown with the
 * latest one [P3]. A file whose period is not known objects to nothing when it is the only one; beside others
 * it is chosen only if none has a known period [P4].
 *
 * @throws {RangeError} if there is no accounting file: a mandate always has one
 */
export function accountingFileOf(
  date: IsoDate,
  accountingFiles: readonly { readonly id: string; readonly period: FiscalPeriod | null }[],
): { readonly id: string; readonly inside: boolean } {
  const holder = latestOf(accountingFiles.filter(({ period }) => period !== null && isWithin(date, period)));
  if (holder !== undefined) return { id: holder.id, inside: true };
  const latest = latestOf(accountingFiles);
  if (latest === undefined) throw new RangeError('A mandate has at least one accounting file.');
  return { id: latest.id, inside: accountingFiles.length === 1 && latest.period === null };
}

/** Both days included. ISO days compare as text. */
export function isWithin(date: IsoDate, period: FiscalPeriod): boolean {
  return period.begin <= date && date <= period.end;
}

type AccountingFile = Parameters<typeof accountingFileOf>[1][number];

/** By end, then begin, then id, so that overlapping or equal periods are always decided alike [P2]; unknown is earliest. */
function latestOf(files: readonly AccountingFile[]): AccountingFile | undefined {
  const key = ({ id, period }: AccountingFile) => [period?.end ?? '', period?.begin ?? '', id].join(' ');
  const [first, ...others] = files;
  return first && others.reduce((latest, file) => (key(file) > key(latest) ? file : latest), first);
}

const DAYS_IN_MONTH = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function calendarDay(year: string, month: string, day: string): IsoDate | null {
  const isLeapYear = Number(year) % 4 === 0 && (Number(year) % 100 !== 0 || Number(year) % 400 === 0);
  const days = month === '02' && isLeapYear ? 29 : (DAYS_IN_MONTH[Number(month) - 1] ?? 0);
  return Number(day) >= 1 && Number(day) <= days ? `${year}-${month}-${day}` : null;
}
