import type { PostCommand } from './agent.js';

/** A posting that was begun. It is kept until its end is known, so that a program that was killed can go on. */
export interface BegunPosting {
  readonly command: PostCommand;
  readonly idempotencyKey: string;
}

/** The program's own books. What it has saved is there after a crash; in a real program that is its database. */
export interface Journal {
  begun(): BegunPosting | null;
  begin(posting: BegunPosting): void;
  end(): void;
  /** Under the posting's id: saving it again is saving it once. */
  save(postingId: string, lines: readonly string[]): void;
  remove(postingId: string): void;
  lines(): readonly string[];
}

/** @param name of the document: each has books of its own */
export function createJournal(storage: Storage, name: string): Journal {
  const [begunKey, linesKey] = [`begun ${name}`, `lines ${name}`];
  const postings = () => JSON.parse(storage.getItem(linesKey) ?? '{}') as Record<string, readonly string[]>;
  return {
    begun: () => JSON.parse(storage.getItem(begunKey) ?? 'null') as BegunPosting | null,
    begin: (posting) => storage.setItem(begunKey, JSON.stringify(posting)),
    end: () => storage.removeItem(begunKey),
    save: (id, lines) => storage.setItem(linesKey, JSON.stringify({ ...postings(), [id]: lines })),
    remove(id) {
      const others = Object.entries(postings()).filter(([each]) => each !== id);
      storage.setItem(linesKey, JSON.stringify(Object.fromEntries(others)));
    },
    lines: () => Object.values(postings()).flat(),
  };
}
