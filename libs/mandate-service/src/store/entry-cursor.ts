import type { PendingRecord, PostedRecord } from './records.js';

/** Where an entry stands in the order of the pages of pending and of posted ones; compared field by field. */
export interface EntryPlace {
  readonly date: string;
  readonly sourceId: string;
  /** Order of insertion within the store, never given twice. */
  readonly sequence: number;
}

/** The date that places a pending entry: its first line's, as the list shows it. */
export function pendingDate({ after, before }: Pick<PendingRecord, 'after' | 'before'>): string {
  return (after ?? before)?.lines[0]?.date ?? '';
}

/** The date that places a posted entry. */
export function postedDate({ entry }: Pick<PostedRecord, 'entry'>): string {
  return entry.lines[0]?.date ?? '';
}

/** A place as text. It names no row, so it stays usable when the row it was taken from is gone. */
export function toCursor({ date, sourceId, sequence }: EntryPlace): string {
  return `${date}.${sequence}.${sourceId}`;
}

/** @throws {RangeError} a text that `toCursor` cannot have made */
export function fromCursor(cursor: string): EntryPlace {
  const [, date, sequence, sourceId] = /^(|\d{4}-\d{2}-\d{2})\.(\d{1,15})\.(.+)$/su.exec(cursor) ?? [];
  if (date === undefined || sequence === undefined || sourceId === undefined)
    throw new RangeError(`Not a cursor of entries: ${JSON.stringify(cursor.slice(0, 100))}`);
  return { date, sourceId, sequence: Number(sequence) };
}

export function comparePlaces(a: EntryPlace, b: EntryPlace): number {
  if (a.date !== b.date) return a.date < b.date ? -1 : 1;
  if (a.sourceId !== b.sourceId) return a.sourceId < b.sourceId ? -1 : 1;
  return a.sequence - b.sequence;
}
