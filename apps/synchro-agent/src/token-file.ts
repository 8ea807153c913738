import { randomBytes } from 'node:crypto';
import { chmodSync, closeSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The bearer token, in a file that only the user can read. It is made once and kept, so that hosts and open pages
 * survive a restart of the agent; deleting the file revokes them all.
 */
export function openTokenFile(folder: string): { readonly path: string; readonly token: string } {
  const path = join(folder, 'token');
  const kept = readToken(path);
  if (kept !== null) {
    chmodSync(path, 0o600);
    return { path, token: kept };
  }
  const token = randomBytes(32).toString('base64url');
  const temporary = `${path}.new`;
  const file = openSync(temporary, 'w', 0o600);
  try {
    writeSync(file, token);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  renameSync(temporary, path);
  return { path, token };
}

function readToken(path: string): string | null {
  try {
    const token = readFileSync(path, 'utf8').trim();
    return /^[\w-]{40,}$/.test(token) ? token : null;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}
