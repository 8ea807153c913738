import { mac } from './session-proof.js';

/** A secret that the service knows too, and its name on the wire. */
export interface Key {
  readonly name: string;
  readonly secret: string;
}

/** What a client opens its sessions with. */
export interface Keys {
  /** For the next session; `null`: there is nothing, or no longer. */
  next(): Key | null;
  onOpened(session: { readonly id: string; readonly key: string; readonly ticket: string }): Promise<void>;
}

/** The bearer token, of programs that can read the token file; it opens any number of sessions. */
export function tokenKeys(token: string): Keys {
  const key = { name: 'token', secret: token };
  return { next: () => key, onOpened: () => Promise.resolve() };
}

/** What a page keeps over a reload: `sessionStorage`, which belongs to its origin, port included, and to its tab. */
export interface PageStorage {
  getItem(name: string): string | null;
  setItem(name: string, value: string): void;
}

const STORED = 'synchro-session';

/**
 * The keys of a page that the service serves.
 *
 *     one-time code ──▶ session ──▶ ticket in memory: opens the next one, also after a restart of the agent
 *                         └───────▶ reload key in `sessionStorage`: worth something only to the agent that is running
 *
 * Whoever takes the port of an agent that ended can serve a page of the same origin, which reads the storage: what is
 * in it ended with the agent. What survives the agent is in the memory of the page alone.
 *
 * @param storage looked up when it is needed: a page in a sandbox may not even name it
 */
export function pageKeys(code: string | null, storage: () => PageStorage): Keys {
  let key = code === null ? storedKey(storage) : keyOfCode(code);
  return {
    next: () => key,
    async onOpened(session) {
      key = { name: `ticket.${session.ticket}`, secret: await mac(session.key, 'restart') };
      const reload: Key = { name: `session.${session.id}`, secret: await mac(session.key, 'reload') };
      try {
        storage().setItem(STORED, JSON.stringify(reload));
      } catch {
        // Without a storage the page works until it is reloaded.
      }
    },
  };
}

function keyOfCode(code: string): Key {
  const [id = '', secret = ''] = code.split('.');
  return { name: `code.${id}`, secret };
}

function storedKey(storage: () => PageStorage): Key | null {
  try {
    const { name, secret } = JSON.parse(storage().getItem(STORED) ?? '') as Partial<Key>;
    return typeof name === 'string' && typeof secret === 'string' ? { name, secret } : null;
  } catch {
    return null; // No storage, or nothing of ours in it.
  }
}
