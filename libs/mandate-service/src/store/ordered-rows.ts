/** A record and its place in the order of first insertion; a replaced record keeps its place. */
export interface Row<R> {
  readonly sequence: number;
  readonly record: R;
}

/** Rows by id that are read in the order of their sequence, in whatever order they came or came back. */
export class OrderedRows<R> {
  #rows = new Map<string, Row<R>>();
  #highest = 0;
  #disordered = false;
  /** Grows with every change, so that a view made from these rows knows when it is out of date. */
  version = 0;

  get size(): number {
    return this.#rows.size;
  }

  get(id: string): Row<R> | undefined {
    return this.#rows.get(id);
  }

  set(id: string, row: Row<R>): void {
    // Only a row that returns (a deletion rolled back, another group) comes behind its successors.
    if (row.sequence < this.#highest && !this.#rows.has(id)) this.#disordered = true;
    this.#highest = Math.max(this.#highest, row.sequence);
    this.#rows.set(id, row);
    this.version++;
  }

  delete(id: string): void {
    this.#rows.delete(id);
    this.version++;
  }

  /** A copy: who iterates over it may change the rows meanwhile. */
  list(): Row<R>[] {
    if (this.#disordered) {
      this.#rows = new Map([...this.#rows].sort(([, a], [, b]) => a.sequence - b.sequence));
      this.#disordered = false;
    }
    return [...this.#rows.values()];
  }
}

/** The rows of a group in an order of its own, sorted again only after the group has changed. */
export class SortedView<R> {
  readonly #compare: (a: Row<R>, b: Row<R>) => number;
  readonly #sorted = new WeakMap<OrderedRows<R>, { version: number; rows: readonly Row<R>[] }>();

  constructor(compare: (a: Row<R>, b: Row<R>) => number) {
    this.#compare = compare;
  }

  of(group: OrderedRows<R> | undefined): readonly Row<R>[] {
    if (group === undefined) return [];
    const known = this.#sorted.get(group);
    if (known?.version === group.version) return known.rows;
    const rows = group.list().sort(this.#compare);
    this.#sorted.set(group, { version: group.version, rows });
    return rows;
  }
}
