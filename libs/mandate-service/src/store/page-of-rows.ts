import { comparePlaces, fromCursor, toCursor } from './entry-cursor.js';
import type { EntryPlace } from './entry-cursor.js';
import type { Row } from './ordered-rows.js';

export interface RowPage<R> {
  readonly items: readonly R[];
  readonly nextCursor: string | null;
}

export interface RowQuery<R> {
  /** In the order of their places. */
  readonly rows: readonly Row<R>[];
  readonly placeOf: (row: Row<R>) => EntryPlace;
  readonly after: string | undefined;
  readonly limit: number;
  readonly matches?: (record: R) => boolean;
}

/**
 * A page of rows behind a cursor, which is there exactly where there is more.
 * @throws {RangeError} a cursor that no page gave
 */
export function pageOfRows<R>({
  rows,
  placeOf,
  after,
  limit,
  matches = () => true,
}: RowQuery<R>): RowPage<R> {
  const items: R[] = [];
  let last: Row<R> | undefined;
  const start = after === undefined ? 0 : firstBehind(rows, placeOf, fromCursor(after));
  for (const row of rows.slice(start)) {
    if (!matches(row.record)) continue;
    if (items.length === limit)
      return { items, nextCursor: last === undefined ? null : toCursor(placeOf(last)) };
    items.push(row.record);
    last = row;
  }
  return { items, nextCursor: null };
}

/** Index of the first row behind a place, by bisection. */
function firstBehind<R>(
  rows: readonly Row<R>[],
  placeOf: (row: Row<R>) => EntryPlace,
  place: EntryPlace,
): number {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const row = rows[middle];
    if (row !== undefined && comparePlaces(placeOf(row), place) <= 0) low = middle + 1;
    else high = middle;
  }
  return low;
}
