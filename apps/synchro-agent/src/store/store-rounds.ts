import type { MandateStore, StoreTransaction } from '@synchro/mandate-service';

/*
 * What the kill test writes and what must then hold: one transaction is one round, and round n leaves in every table
 * as many rows as n rounds make. A half transaction, or one that was lost from the middle, breaks that.
 */

const ROWS_PER_ROUND = 20;
const counterId = 'counter';
const ids = (round: number) => Array.from({ length: ROWS_PER_ROUND }, (_, i) => `${round}-${i}`);
const entry = { lines: [], defects: [] };

/** Writes the next round and gives its number. */
export function writeRound(tx: StoreTransaction): number {
  const round = lastRound(tx) + 1;
  const common = { sourceId: 'source', accountingFileId: 'accounting', content: 'content', occurrence: 1 };
  tx.pending.put(
    ids(round).map((id) => {
      return {
        ...common,
        id,
        change: 'new',
        postedId: null,
        before: null,
        after: entry,
        problems: [],
      } as const;
    }),
  );
  tx.posted.insert(
    ids(round).map((id) => ({ ...common, id, postingId: 'posting', numbers: [round], entry })),
  );
  tx.postingItems.insert(
    ids(round).map((_, i) => {
      const position = (round - 1) * ROWS_PER_ROUND + i;
      return {
        postingId: 'posting',
        position,
        sourceId: 'source',
        change: 'new',
        before: null,
        after: null,
      } as const;
    }),
  );
  tx.versions.put({ id: 'source', version: String(round), bytes: new Uint8Array(10_000).fill(round % 256) });
  tx.mandates.put({
    id: counterId,
    name: String(round),
    kind: 'local',
    createdAt: '2026-06-05T09:00:00.000Z',
  });
  return round;
}

/** The last round that the store holds, and the rows that each table would have after it and has. */
export function readRounds(store: MandateStore): { round: number; expected: number[]; found: number[] } {
  return store.read((tx) => {
    const round = lastRound(tx as StoreTransaction);
    const rows = round * ROWS_PER_ROUND;
    const version = tx.versions.get('source');
    return {
      round,
      expected: [rows, rows, rows, round, 10_000],
      found: [
        tx.pending.keys('source').length,
        tx.posted.keys('source').filter(({ numbers }) => (numbers[0] ?? 0) <= round).length,
        [...tx.postingItems.all('posting')].length,
        Number(version?.version ?? 0),
        version?.bytes.filter((byte) => byte === round % 256).length ?? 10_000,
      ],
    };
  });
}

const lastRound = (tx: StoreTransaction): number => Number(tx.mandates.get(counterId)?.name ?? 0);
