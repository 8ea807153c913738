/** Where an entry stands in the order of the pages of pending and of posted ones. */
export type Place = readonly [date: string, sourceId: string, seq: number];

/** Before every row: no date is smaller than the empty one. */
export const START: Place = ['', '', 0];

/** A place as text. It names no row, so it stays usable when the row it was taken from is gone. */
export const toCursor = ([date, sourceId, seq]: Place): string => `${date}.${seq}.${sourceId}`;

/** @throws {RangeError} a text that `toCursor` cannot have made */
export function fromCursor(cursor: string): Place {
  const [, date, seq, sourceId] = /^(|\d{4}-\d{2}-\d{2})\.(\d{1,15})\.(.+)$/su.exec(cursor) ?? [];
  if (date === undefined || seq === undefined || sourceId === undefined)
    throw new RangeError(`Not a cursor of entries: ${JSON.stringify(cursor.slice(0, 100))}`);
  return [date, sourceId, Number(seq)];
}
