/** How often each text occurs. A count may be negative while a reversal is ahead of what it reverses. */
export class Multiset {
  readonly #counts = new Map<string, number>();

  constructor(items: Iterable<string> = []) {
    for (const item of items) this.add(item);
  }

  add(item: string, times = 1): void {
    const count = this.count(item) + times;
    if (count === 0) this.#counts.delete(item);
    else this.#counts.set(item, count);
  }

  addAll(items: Multiset, times = 1): this {
    for (const [item, count] of items.#counts) this.add(item, count * times);
    return this;
  }

  count(item: string): number {
    return this.#counts.get(item) ?? 0;
  }

  get items(): readonly string[] {
    return [...this.#counts.keys()];
  }

  get size(): number {
    let size = 0;
    for (const count of this.#counts.values()) size += count;
    return size;
  }

  copy(): Multiset {
    return new Multiset().addAll(this);
  }

  map(change: (item: string) => string): Multiset {
    const changed = new Multiset();
    for (const [item, count] of this.#counts) changed.add(change(item), count);
    return changed;
  }

  equals(other: Multiset): boolean {
    return this.copy().addAll(other, -1).items.length === 0;
  }

  includes(other: Multiset): boolean {
    return other.items.every((item) => this.count(item) >= other.count(item));
  }

  /** What this has more often (`+`) and less often (`-`) than the other, for messages. */
  difference(other: Multiset): string {
    const left = this.copy().addAll(other, -1);
    const lines = left.items.map((item) => `  ${left.count(item) > 0 ? '+' : ''}${left.count(item)} ${item}`);
    return lines.sort().join('\n');
  }
}
