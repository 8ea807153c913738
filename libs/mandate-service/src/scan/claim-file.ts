import type { Instant } from '@synchro/sync-core/domain';
import type { FileSystem } from '../files/file-system.js';
import { accessProblemOf } from '../files/file-access-error.js';
import { MAX_BYTES } from '../files/file-size-limits.js';
import { withExtension } from './scan-index.js';

/**
 * The small file beside the accounting that records which agent owns the mandate and since when [§1]. JSON within
 * ASCII, readable by a user. Others write it too, so that each field is checked.
 */
export interface Claim {
  readonly agent: string;
  readonly machine: string;
  readonly since: Instant;
  /**
   * Random, and renewed with every posting. Who knows it wrote it, or is a copy of who wrote it – and of several copies
   * only one knows the next. `null` in a claim of an earlier version.
   */
  readonly token: string | null;
}

/** Longer names are no machine's. */
export const MAX_MACHINE = 255;

export const claimPath = (accountingPath: string): string => withExtension(accountingPath, '.synchro');

export const readLimit = { maxBytes: MAX_BYTES.claim };

/** @returns `null` for what no agent writes: an empty file, no JSON, a field that is missing or not what it should be */
export function parseClaim(bytes: Uint8Array): Claim | null {
  let value: unknown;
  try {
    value = JSON.parse(decodeAscii(bytes));
  } catch {
    return null;
  }
  if (typeof value !== 'object' || value === null) return null;
  const { agent, machine, since, token = null } = value as Record<string, unknown>;
  if (!isName(agent) || !isInstant(since) || !(token === null || isName(token))) return null;
  if (typeof machine !== 'string' || machine === '' || machine.length > MAX_MACHINE) return null;
  return { agent, machine, since, token };
}

export const claimBytes = (claim: Claim): Uint8Array => encodeAscii(JSON.stringify(claim, null, 2) + '\n');

export interface ClaimExchange {
  /** Whether what is there now may be replaced; not called where there is nothing. */
  readonly isExpected: (now: Claim | null) => boolean;
  /** What replaces it; `null`: nothing. */
  readonly next: Claim | null;
  /** Of this exchange alone: it goes on under the same name after it was interrupted. */
  readonly token: string;
}

/**
 * Replaces a claim if it is still what it was, as one step among all agents on the folder: the claim is moved aside,
 * which only one of them can, looked at, and the next one is made where there is none, which again only one can.
 *
 *     claim ── move ──▶ aside ── not the expected one ──▶ put back, removed
 *                         └──── the expected one ──▶ next claim made ──▶ removed
 *
 * While it is aside nobody owns the mandate, and no agent takes that for a free one (`claim.ts`). Interrupted, the same
 * exchange goes on from what it had moved aside.
 *
 * @returns whether it was replaced
 * @throws what the system says; then it may be aside
 */
export async function exchangeClaim(
  files: FileSystem,
  path: string,
  { isExpected, next, token }: ClaimExchange,
): Promise<boolean> {
  const aside = asidePath(files, path, token);
  await files.move(path, aside);
  const found = await readClaimFile(files, aside);
  if (found === null) return false;
  if (!isExpected(found.claim)) {
    // Put back as it was. Where another agent has made a claim meanwhile, that one stands.
    if (found.bytes === null) await files.move(aside, path);
    else await files.create(path, found.bytes);
    await files.removeFile(aside);
    return false;
  }
  const isMade = next === null || (await files.create(path, claimBytes(next)));
  await files.removeFile(aside);
  return isMade;
}

/** What there is instead of a claim is one that says nothing; of a file that is too large nothing is read. */
async function readClaimFile(
  files: FileSystem,
  path: string,
): Promise<{ readonly bytes: Uint8Array | null; readonly claim: Claim | null } | null> {
  try {
    const found = await files.read(path, readLimit);
    return found === null ? null : { bytes: found.bytes, claim: parseClaim(found.bytes) };
  } catch (cause) {
    if (accessProblemOf(cause) === 'too-large') return { bytes: null, claim: null };
    throw cause;
  }
}

/** What an interrupted exchange of this token has moved aside. */
export async function readAside(files: FileSystem, path: string, token: string): Promise<Claim | null> {
  const found = await files.read(asidePath(files, path, token), readLimit);
  return found === null ? null : parseClaim(found.bytes);
}

// Not the name of a temporary file: those are removed when they are old, and an old claim is.
const asidePath = (files: FileSystem, path: string, token: string): string =>
  files.join(files.folderOf(path), `.${files.nameOf(path)}.${token}.aside`);

const isName = (value: unknown): value is string => typeof value === 'string' && /^[\w.-]{1,64}$/.test(value);

const isInstant = (value: unknown): value is Instant =>
  typeof value === 'string' &&
  /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?Z$/.test(value) &&
  !Number.isNaN(Date.parse(value));

// JSON escapes keep the file within ASCII, so no text decoder (a platform global) is needed.
const encodeAscii = (text: string): Uint8Array =>
  Uint8Array.from(
    text.replace(/[\u0080-\uffff]/g, (unit) => '\\u' + unit.charCodeAt(0).toString(16).padStart(4, '0')),
    (character) => character.charCodeAt(0),
  );
const decodeAscii = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
