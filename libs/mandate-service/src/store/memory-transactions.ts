/**
 * The one transaction that the memory store may have open. It keeps what it has to take back if it throws, one step
 * per change, so that it costs what it changes and not what the store holds.
 */
export class MemoryTransactions {
  #open: 'reading' | 'writing' | null = null;
  #undo: (() => void)[] = [];

  run<T>(kind: 'reading' | 'writing', use: () => T): T {
    if (this.#open !== null) throw new Error('A transaction is already open: transactions do not nest.');
    this.#open = kind;
    try {
      const result = use();
      if (result instanceof Promise)
        throw new TypeError('A transaction is synchronous: its use must not be async.');
      return result;
    } catch (error) {
      for (const undo of this.#undo.reverse()) undo();
      throw error;
    } finally {
      this.#open = null;
      this.#undo = [];
    }
  }

  /** @throws outside of a writing transaction, where nothing could take the change back */
  note(undo: () => void): void {
    if (this.#open !== 'writing') throw new Error('The store is only written inside of a transaction.');
    this.#undo.push(undo);
  }
}
