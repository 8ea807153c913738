/** Runs what has the same key one after the other, in the order of the calls. */
export interface Turns {
  run<T>(key: string, use: () => Promise<T>): Promise<T>;
}

export function createTurns(): Turns {
  const last = new Map<string, Promise<unknown>>();
  return {
    run(key, use) {
      const turn = (last.get(key) ?? Promise.resolve()).then(use);
      const over = turn
        .catch(() => undefined) // Whoever called hears of it; the next one runs all the same.
        .then(() => {
          if (last.get(key) === over) last.delete(key);
        });
      last.set(key, over);
      return turn;
    },
  };
}
