/** A small generator, so that a failing history can be repeated from its seed. */
export interface Random {
  /** At least 0, less than 1. */
  next(): number;
  /** A whole number from 0, less than `below`. */
  whole(below: number): number;
  chance(probability: number): boolean;
  /** One of the items; `undefined` if there are none. */
  pick<T>(items: readonly T[]): T | undefined;
  shuffle<T>(items: readonly T[]): T[];
}

/** Mulberry32. */
export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const whole = (below: number): number => Math.floor(next() * below);
  return {
    next,
    whole,
    chance: (probability) => next() < probability,
    pick: (items) => items[whole(items.length)],
    shuffle(items) {
      const left = [...items];
      const shuffled: typeof left = [];
      while (left.length > 0) shuffled.push(...left.splice(whole(left.length), 1));
      return shuffled;
    },
  };
}
