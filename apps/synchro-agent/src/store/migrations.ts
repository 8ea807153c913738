import type { Database } from './database.js';
import { pendingOfSourceIndex, pendingTables } from './sqlite-pending.js';
import { postedOrder, postedTables } from './sqlite-posted.js';
import { postingItemOrigins, postingItemTables } from './sqlite-posting-items.js';

/** Brings a database from one version to the next, inside of a transaction. */
export type Migration = (database: Database) => void;

/**
 * The n-th migration leads to version n. What was released is never edited: a database out there has run it. The
 * tables of the small records are no part of it, they follow `recordIndexes`.
 */
export const migrations: readonly Migration[] = [
  (database) => database.exec(postedTables + pendingTables + postingItemTables),
  (database) => database.exec(postedOrder + pendingOfSourceIndex),
  (database) => database.exec(postingItemOrigins),
];
