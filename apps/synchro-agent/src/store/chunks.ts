/** Rows fetched at once: large enough that the calls do not count, small enough to be no burden. */
export const CHUNK = 1000;

/**
 * All rows of a query, fetched chunk by chunk behind the last one seen. No statement stays open in between, so who
 * reads may write meanwhile.
 */
export function* inChunks<Row>(
  fetch: (last: Row | null, limit: number) => readonly Row[],
  limit = CHUNK,
): IterableIterator<Row> {
  for (let last: Row | null = null; ;) {
    const rows: readonly Row[] = fetch(last, limit);
    yield* rows;
    last = rows.at(-1) ?? null;
    if (rows.length < limit || last === null) return;
  }
}
