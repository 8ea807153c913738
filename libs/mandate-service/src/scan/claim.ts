import type { Environment } from '../environment.js';
import { isAttached, present } from '../use-cases/lookups.js';
import type { AccountingRecord } from '../store/records.js';
import { withExtension } from './scan-index.js';

/**
 * The small file beside the accounting that says which service keeps the mandate and since when [§1], so that two
 * services on one network folder never both post. JSON within ASCII, readable by a person.
 */
interface Claim {
  readonly agent: string;
  readonly machine: string;
  readonly since: string;
}

export const claimPath = (accountingPath: string): string => withExtension(accountingPath, '.synchro');

/**
 * Reads the claim and notes who keeps the mandate. A mandate that nobody claims – it is new, or somebody deleted the
 * file – is claimed, unless another service kept it until now: taking over is explicit.
 */
export async function scanClaim(
  env: Environment,
  accounting: AccountingRecord,
  accountingPath: string,
): Promise<void> {
  const claim = await readClaim(env, accountingPath);
  if (claim === null) {
    if (accounting.heldBy === null) await claimFor(env, accounting.id, accountingPath);
    return;
  }
  const isOurs = claim.agent === agentIdOf(env);
  const heldBy = isOurs ? null : { machine: claim.machine, since: claim.since };
  if (JSON.stringify(heldBy) === JSON.stringify(accounting.heldBy)) return;
  env.store.transaction((tx) => {
    tx.accountings.put({ ...present(tx.accountings.get(accounting.id), 'an accounting file'), heldBy });
  });
}

/** Explicit taking over: from now on this machine keeps the mandate. */
export async function takeOver(
  env: Environment,
  accounting: AccountingRecord,
  accountingPath: string,
): Promise<void> {
  await claimFor(env, accounting.id, accountingPath);
  env.store.transaction((tx) => {
    tx.accountings.put({ ...present(tx.accountings.get(accounting.id), 'an accounting file'), heldBy: null });
  });
}

/** This machine no longer keeps the mandate: the claim is removed if it is ours. */
export async function giveUpClaim(env: Environment, accountingPath: string): Promise<void> {
  const claim = await readClaim(env, accountingPath);
  if (claim?.agent !== agentIdOf(env)) return;
  const path = claimPath(accountingPath);
  await env.files.removeFile(path).catch((cause: unknown) => {
    env.onTrouble(`removing ${path}`, cause); // Others are told of us until somebody takes over.
  });
}

/** Claims an accounting file, unless it was detached by the time that the claim is written. */
async function claimFor(env: Environment, accountingFileId: string, accountingPath: string): Promise<void> {
  await writeClaim(env, accountingPath);
  if (!env.store.read((tx) => isAttached(tx, accountingFileId))) await giveUpClaim(env, accountingPath);
}

async function readClaim(env: Environment, accountingPath: string): Promise<Claim | null> {
  const read = await env.files.read(claimPath(accountingPath)).catch((cause: unknown) => {
    env.onTrouble(`reading ${claimPath(accountingPath)}`, cause);
    return null;
  });
  if (read === null) return null;
  try {
    const value: unknown = JSON.parse(decodeAscii(read.bytes));
    return isClaim(value) ? value : null;
  } catch {
    return null; // Not JSON: whatever it is, it claims nothing.
  }
}

async function writeClaim(env: Environment, accountingPath: string): Promise<void> {
  const claim: Claim = { agent: agentIdOf(env), machine: env.machine, since: env.clock.now() };
  const path = claimPath(accountingPath);
  await env.files
    .replace(path, encodeAscii(JSON.stringify(claim, null, 2) + '\n'))
    .catch((cause: unknown) => {
      env.onTrouble(`writing ${path}`, cause); // A read-only folder: nobody else can claim there either.
    });
}

/** Who this installation is: made once, kept in the store. */
function agentIdOf(env: Environment): string {
  const known = env.store.read((tx) => tx.agents.get('agent'));
  if (known !== undefined) return known.agentId;
  const agent = { id: 'agent' as const, agentId: env.newId() };
  env.store.transaction((tx) => tx.agents.put(agent));
  return agent.agentId;
}

const isClaim = (value: unknown): value is Claim =>
  typeof value === 'object' &&
  value !== null &&
  ['agent', 'machine', 'since'].every((key) => typeof (value as Record<string, unknown>)[key] === 'string');

// JSON escapes keep the file within ASCII, so no text decoder (a platform global) is needed.
const encodeAscii = (text: string): Uint8Array =>
  Uint8Array.from(
    text.replace(/[\u0080-\uffff]/g, (unit) => '\\u' + unit.charCodeAt(0).toString(16).padStart(4, '0')),
    (character) => character.charCodeAt(0),
  );
const decodeAscii = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
