import { createHash, randomBytes } from 'node:crypto';
import { lstatSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { TokenSource } from './http/server.js';
import { openPrivateFolder, readPrivate, writePrivate } from './private-file.js';

/** The places of a user that a token may be in; no backup has them. */
export interface TokenPlaces {
  /** `$XDG_RUNTIME_DIR`: of this user alone, in memory, emptied when the user logs out. */
  readonly runtimeFolder: string | undefined;
  /** `os.tmpdir()`: on macOS and Windows of this user alone. */
  readonly temporaryFolder: string;
  readonly userId: number | undefined;
}

/**
 * Where the token of a data folder is, unless the command line says otherwise. Not in the data folder: whoever gets a
 * backup of that shall not get the right to call the agent.
 */
export function defaultTokenFile(
  data: string,
  { runtimeFolder, temporaryFolder, userId }: TokenPlaces,
): string {
  const name = createHash('sha256').update(data).digest('hex').slice(0, 16);
  const base = runtimeFolder ?? temporaryFolder;
  const folder =
    runtimeFolder === undefined && userId !== undefined ? `synchro-agent-${userId}` : 'synchro-agent';
  return join(base, folder, `${name}.token`);
}

export interface TokenFile extends TokenSource, Disposable {
  readonly path: string;
  close(): void;
}

export interface TokenFileOptions {
  /** It could not be read or made; until it can, nobody gets in with it. */
  readonly onTrouble: (cause: unknown) => void;
  readonly checkEveryMs?: number;
}

/** Twice within the second in which a change takes effect. */
const CHECK_EVERY_MS = 400;

/**
 * The bearer token, in a file that only the user can read. It is made once and kept, so that hosts survive a restart
 * of the agent. Deleting or replacing the file ends all that the old token gave, at once; a file that others can read
 * is replaced, since somebody may have read it.
 *
 * @throws NotPrivateError the file is a link, no ordinary file or another user's
 */
export function openTokenFile(path: string, options: TokenFileOptions): TokenFile {
  const { onTrouble, checkEveryMs = CHECK_EVERY_MS } = options;
  openPrivateFolder(dirname(path));
  let token = readOrMake(path);
  let seen = lookOf(path);
  let isInTrouble = false;
  const listeners = new Set<() => void>();

  const change = (changed: string) => {
    if (changed === token) return;
    token = changed;
    for (const run of listeners) run();
  };
  const check = () => {
    const look = lookOf(path);
    if (look === seen && !isInTrouble) return;
    try {
      openPrivateFolder(dirname(path));
      change(readOrMake(path));
      seen = lookOf(path);
      isInTrouble = false;
    } catch (cause) {
      // What is there is not ours, or nothing can be made: nobody knows this one.
      if (look !== seen) change(newToken());
      if (!isInTrouble) onTrouble(cause);
      seen = look;
      isInTrouble = true;
    }
  };
  const timer = setInterval(check, checkEveryMs);
  timer.unref();
  const close = () => clearInterval(timer);
  return {
    path,
    current: () => token,
    onChange(run) {
      listeners.add(run);
      return () => listeners.delete(run);
    },
    close,
    [Symbol.dispose]: close,
  };
}

/** Which file is there, and whether it was written or its mode changed since. */
function lookOf(path: string): string {
  try {
    const stats = lstatSync(path, { bigint: true, throwIfNoEntry: false });
    return stats === undefined ? 'none' : [stats.ino, stats.mtimeNs, stats.ctimeNs, stats.size].join();
  } catch (error) {
    return String(error);
  }
}

function readOrMake(path: string): string {
  const kept = readPrivate(path)?.trim();
  if (kept !== undefined && /^[\w-]{40,200}$/.test(kept)) return kept;
  const token = newToken();
  writePrivate(path, token);
  return token;
}

const newToken = (): string => randomBytes(32).toString('base64url');
