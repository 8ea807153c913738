import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';
import type { Change } from './model.js';

const BASE64URL = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const LENGTH = 22;

/**
 * Names a pending entry by what would be posted [I1]: who saw the id has seen this very change, on any
 * machine and after any restart. If the file changes what it says, the id no longer exists and a posting by
 * it is refused; renumbering or reordering the file changes no id.
 *
 * @param parts.before content of the posted entry, `null` for a new one
 * @param parts.after content in the file, `null` for a deleted one
 * @param parts.occurrence k, of `after` – of `before` for a deleted one
 * @returns 22 characters of base64url, the first 132 bits of a SHA-256
 */
export function pendingEntryId(parts: {
  readonly sourceId: string;
  readonly change: Change;
  readonly before: string | null;
  readonly after: string | null;
  readonly occurrence: number;
}): string {
  const { sourceId, change, before, after, occurrence } = parts;
  const text = JSON.stringify([sourceId, change, before, after, occurrence]); // unambiguous, and tells null from ''
  return base64url(sha256(utf8ToBytes(text))).slice(0, LENGTH);
}

/** Without padding; `btoa` is the platform's, and this folder has none. */
function base64url(bytes: Uint8Array): string {
  let text = '';
  for (let i = 0; i < bytes.length; i += 3) {
    const triple = ((bytes[i] ?? 0) << 16) | ((bytes[i + 1] ?? 0) << 8) | (bytes[i + 2] ?? 0);
    for (const shift of [18, 12, 6, 0]) text += BASE64URL.charAt((triple >> shift) & 63);
  }
  return text;
}
