import { deepFreeze } from './deep-freeze.js';
import type { MemoryTransactions } from './memory-transactions.js';
import { OrderedRows } from './ordered-rows.js';
import type { Row } from './ordered-rows.js';

/** How a table groups its records; `null`: in no group. */
export type Grouping<R> = (record: R) => string | null;

/**
 * One table of the memory store: records by id and by group, each change noted so that it can be taken back.
 * Records are frozen as they come in, because the store hands out what it holds: who changes a record against its
 * `readonly` type gets a TypeError where the mistake is, and the store stays as it was.
 */
export class MemoryTable<R, G extends string = never> {
  readonly #transactions: MemoryTransactions;
  readonly #idOf: (record: R) => string;
  readonly #rows = new OrderedRows<R>();
  readonly #groupings: readonly { of: Grouping<R>; groups: Map<string, OrderedRows<R>> }[];
  readonly #byName: ReadonlyMap<string, Map<string, OrderedRows<R>>>;
  #sequence = 0;

  constructor(
    transactions: MemoryTransactions,
    idOf: (record: R) => string,
    groupings: Readonly<Record<G, Grouping<R>>>,
  ) {
    this.#transactions = transactions;
    this.#idOf = idOf;
    const named = Object.entries<Grouping<R>>(groupings).map(
      ([name, of]) => [name, { of, groups: new Map<string, OrderedRows<R>>() }] as const,
    );
    this.#groupings = named.map(([, grouping]) => grouping);
    this.#byName = new Map(named.map(([name, { groups }]) => [name, groups]));
  }

  get(id: string): R | undefined {
    return this.#rows.get(id)?.record;
  }

  all(): R[] {
    return this.#rows.list().map(({ record }) => record);
  }

  /** The rows of a group; `undefined` where none ever was in it. */
  group(name: G, value: string): OrderedRows<R> | undefined {
    return this.#byName.get(name)?.get(value);
  }

  put(record: R): void {
    const id = this.#idOf(record);
    this.#change(id, {
      sequence: this.#rows.get(id)?.sequence ?? ++this.#sequence,
      record: deepFreeze(record),
    });
  }

  /** @throws if the id is taken */
  insert(record: R): void {
    if (this.#rows.get(this.#idOf(record)) !== undefined)
      throw new Error(`Already stored: ${this.#idOf(record)}`);
    this.put(record);
  }

  delete(id: string): void {
    if (this.#rows.get(id) !== undefined) this.#change(id, undefined);
  }

  #change(id: string, row: Row<R> | undefined): void {
    const before = this.#rows.get(id);
    this.#transactions.note(() => this.#place(id, row, before));
    this.#place(id, before, row);
  }

  #place(id: string, before: Row<R> | undefined, after: Row<R> | undefined): void {
    if (after === undefined) this.#rows.delete(id);
    else this.#rows.set(id, after);
    for (const { of, groups } of this.#groupings) {
      const from = before === undefined ? null : of(before.record);
      const to = after === undefined ? null : of(after.record);
      if (from !== null && from !== to) groups.get(from)?.delete(id);
      if (to === null || after === undefined) continue;
      let group = groups.get(to);
      if (group === undefined) groups.set(to, (group = new OrderedRows()));
      group.set(id, after);
    }
  }
}
