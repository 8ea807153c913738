import { SynchroError } from '@synchro/sync-core/contract';
import { isReplaceableClaim } from '@synchro/sync-core/domain';
import type { AccessProblem } from '@synchro/sync-core/domain';
import type { Environment } from '../environment.js';
import { FileAccessError, accessProblemOf } from '../files/file-access-error.js';
import type { AccountingRecord, ClaimRecord, Holder } from '../store/records.js';
import type { StoreTransaction } from '../store/store.js';
import { claimOf, isAttached, present, recordsAt } from '../use-cases/lookups.js';
import { revertUnsettled } from '../use-cases/revert-unsettled.js';
import {
  MAX_MACHINE,
  claimBytes,
  claimPath,
  exchangeClaim,
  parseClaim,
  readAside,
  readLimit,
} from './claim-file.js';
import type { Claim } from './claim-file.js';

/*
 * Which agent owns a mandate [O1–O9]. The claim beside the accounting file decides, and only as it is read now:
 *
 *   ours      it has a token that this agent's store knows
 *   other     another agent wrote it
 *   nobody    there is none, and this agent never had one here  → made where there is none, read again
 *   unknown   everything else: it cannot be read, says nothing that an agent writes, is gone although it was ours, or
 *             was written by a copy of this agent's data. Nothing is posted; taking over is explicit.
 *
 * A posting is committed while the claim is ours, and counts once the claim got a new token in place of the one that was
 * read (`change-as-owner.ts`). That exchange fails if anybody took over, or a copy of this agent posted, in between.
 */

export type ClaimState =
  | { readonly status: 'ours'; readonly claim: Claim }
  | ({ readonly status: 'other' } & Holder)
  | { readonly status: 'nobody' }
  | { readonly status: 'unknown'; readonly reason: AccessProblem; readonly cause?: unknown };

/** How a scan writes: not at every hint while it fails. A command writes at once. */
type Write = (write: () => Promise<boolean>) => Promise<boolean>;

const AT_ONCE: Write = (write) => write();

/** Another agent that takes over or posts at this moment is waited for this often. */
const LOOKS = 4;

/** Reads the claim, and claims a mandate that nobody owns. @throws {FileAccessError} if it cannot be told who owns it */
export async function scanClaim(env: Environment, accountingFileId: string, path: string): Promise<void> {
  const state = await env.turns.run(accountingFileId, () =>
    settleClaim(env, accountingFileId, path, (write) => env.claimWrites.attempt(claimPath(path), write)),
  );
  if (state.status === 'unknown')
    throw new FileAccessError(claimPath(path), state.reason, { cause: state.cause });
}

/**
 * Brings claim and store up to each other: a mandate that nobody owns is claimed, and what was left in the middle of a
 * posting is settled or taken back. To be run in the accounting file's turn.
 */
export async function settleClaim(
  env: Environment,
  accountingFileId: string,
  path: string,
  write: Write = AT_ONCE,
): Promise<ClaimState> {
  for (let look = 1; ; look += 1) {
    const state = await lookAtClaim(env, accountingFileId, path);
    const isLast = look === LOOKS;
    try {
      switch (state.status) {
        case 'nobody':
          if (!isAttachedNow(env, accountingFileId)) return state;
          if (isLast) return { status: 'unknown', reason: 'unstable' };
          await write(() => claimFree(env, accountingFileId, path));
          if (!isAttachedNow(env, accountingFileId)) await withdraw(env, accountingFileId, path);
          break; // Whoever was first: read again.
        case 'ours': {
          const isUpToDate = noteOurs(env, accountingFileId, path, state.claim);
          if (isUpToDate) return state;
          if (isLast) return { status: 'unknown', reason: 'unstable' };
          await write(() => renew(env, accountingFileId, path, state.claim));
          break;
        }
        case 'other':
          noteElsewhere(env, accountingFileId, state);
          return state;
        case 'unknown':
          if (state.reason === 'other-copy') takeBack(env, accountingFileId);
          if (state.reason === 'unstable' && !isLast) break;
          return state;
      }
    } catch (cause) {
      if (cause instanceof SynchroError) throw cause; // The store's.
      return { status: 'unknown', reason: accessProblemOf(cause), cause };
    }
  }
}

/** Who owns the mandate, as the claim says now. */
export async function lookAtClaim(
  env: Environment,
  accountingFileId: string,
  accountingPath: string,
): Promise<ClaimState> {
  const path = claimPath(accountingPath);
  const { files } = env;
  try {
    const found = await files.read(path, readLimit);
    const known = recordOf(env, accountingFileId);
    if (found !== null) return stateOf(parseClaim(found.bytes), known, agentIdOf(env));
    const there = await files.stat(path);
    if (there?.kind === 'file') return { status: 'unknown', reason: 'unstable' };
    if (there !== null || (await files.isLink(path))) return { status: 'unknown', reason: 'not-a-file' };
    // Where its accounting file is not there either, the whole folder may be out of reach.
    if ((await files.stat(accountingPath))?.kind !== 'file') return { status: 'unknown', reason: 'missing' };
    switch (known.status) {
      case 'elsewhere':
        return { status: 'other', machine: known.machine, since: known.since };
      case 'owned': {
        if (known.path !== path) return { status: 'nobody' }; // The accounting file moved without its claim.
        const aside = await readAside(files, path, lastOf(known.tokens));
        const state = aside === null ? null : stateOf(aside, known, agentIdOf(env));
        return state?.status === 'ours' ? state : { status: 'unknown', reason: 'removed' };
      }
      case 'unclaimed':
        return { status: 'nobody' };
    }
  } catch (cause) {
    if (cause instanceof SynchroError) throw cause;
    return { status: 'unknown', reason: accessProblemOf(cause), cause };
  }
}

function stateOf(claim: Claim | null, known: ClaimRecord, agentId: string): ClaimState {
  if (claim === null) return { status: 'unknown', reason: 'damaged' };
  const { agent, machine, since, token } = claim;
  const isKnown = token !== null && tokensOf(known).includes(token);
  // One of an earlier version has no token: it is ours while this store has not given it one.
  const isFormer = token === null && agent === agentId && known.status !== 'owned';
  if (isKnown || isFormer) return { status: 'ours', claim };
  if (agent === agentId) return { status: 'unknown', reason: 'other-copy' };
  return { status: 'other', machine, since };
}

/**
 * Explicit taking over: from now on this agent owns the mandate, and whoever did stops at the next look, at the latest
 * when it posts.
 * @returns what the claim said before
 * @throws {SynchroError} `held-elsewhere` if another agent took over at the same moment; `claim-unverified`
 */
export async function takeOver(
  env: Environment,
  accountingFileId: string,
  accountingPath: string,
): Promise<ClaimState> {
  return env.turns.run(accountingFileId, async () => {
    const before = await settleClaim(env, accountingFileId, accountingPath);
    if (before.status === 'ours') return before;
    if (before.status === 'unknown' && !isReplaceableClaim(before.reason)) throw notOwned(before);
    const path = claimPath(accountingPath);
    const token = env.newId();
    const next = newClaim(env, token);
    try {
      const isReplaced = await exchangeClaim(env.files, path, { isExpected: () => true, next, token });
      if (!isReplaced) await env.files.create(path, claimBytes(next));
    } catch (cause) {
      throw notOwned({ status: 'unknown', reason: accessProblemOf(cause) });
    }
    put(env, accountingFileId, (tx) => {
      revertUnsettled(tx, env, accountingFileId);
      return { status: 'owned', path, tokens: [token], unsettled: [] };
    });
    const after = await settleClaim(env, accountingFileId, accountingPath);
    if (after.status !== 'ours') throw notOwned(after);
    if (!isAttachedNow(env, accountingFileId)) await withdraw(env, accountingFileId, accountingPath);
    return before;
  });
}

/** This agent no longer owns the mandate: the claim is removed if it is ours. */
export async function giveUpClaim(env: Environment, accountingPath: string): Promise<void> {
  const records = env.store.read((tx) =>
    recordsAt(tx, accountingPath).filter((file) => file.role === 'accounting' && file.detachedAt !== null),
  );
  for (const { id } of records)
    await env.turns
      .run(id, () => withdraw(env, id, accountingPath))
      .catch((cause: unknown) => {
        // Others are told of us until somebody takes over.
        env.onTrouble(`removing ${claimPath(accountingPath)}`, cause);
      });
}

/** The refusal of a command that only the owner may run. */
export function notOwned(state: Exclude<ClaimState, { readonly status: 'ours' }>): SynchroError {
  switch (state.status) {
    case 'other':
      return new SynchroError('held-elsewhere', { machine: state.machine, since: state.since });
    case 'nobody':
      return new SynchroError('claim-unverified', { reason: 'removed' });
    case 'unknown':
      return new SynchroError('claim-unverified', { reason: state.reason });
  }
}

/** Makes the claim where there is none. Its token is known before, so that it is ours whenever it is read. */
async function claimFree(
  env: Environment,
  accountingFileId: string,
  accountingPath: string,
): Promise<boolean> {
  const known = recordOf(env, accountingFileId);
  const begun = known.status === 'unclaimed' ? known.token : null;
  const token = begun ?? env.newId();
  if (begun === null)
    put(env, accountingFileId, (tx) => {
      revertUnsettled(tx, env, accountingFileId);
      return { status: 'unclaimed', token };
    });
  return env.files.create(claimPath(accountingPath), claimBytes(newClaim(env, token)));
}

/** Gives our claim the token that the store has prepared. */
async function renew(
  env: Environment,
  accountingFileId: string,
  accountingPath: string,
  claim: Claim,
): Promise<boolean> {
  const known = recordOf(env, accountingFileId);
  if (known.status !== 'owned') return false;
  const token = lastOf(known.tokens);
  return exchangeClaim(env.files, claimPath(accountingPath), {
    isExpected: (now) => now?.agent === claim.agent && now.token === claim.token,
    next: { ...newClaim(env, token), since: claim.since },
    token,
  });
}

async function withdraw(env: Environment, accountingFileId: string, accountingPath: string): Promise<void> {
  const known = recordOf(env, accountingFileId);
  const tokens = tokensOf(known);
  if (tokens.length > 0)
    await exchangeClaim(env.files, claimPath(accountingPath), {
      isExpected: (now) => now !== null && now.token !== null && tokens.includes(now.token),
      next: null,
      token: env.newId(),
    });
  put(env, accountingFileId, (tx) => {
    revertUnsettled(tx, env, accountingFileId);
    return { status: 'unclaimed', token: null };
  });
}

/**
 * Records that the claim is ours. @returns whether it has the latest token; then all postings are settled
 */
function noteOurs(env: Environment, accountingFileId: string, accountingPath: string, claim: Claim): boolean {
  const path = claimPath(accountingPath);
  const known = recordOf(env, accountingFileId);
  const { token } = claim;
  if (token !== null && (known.status !== 'owned' || lastOf(known.tokens) === token)) {
    const isNoted = known.status === 'owned' && known.path === path && known.tokens.length === 1;
    if (!isNoted)
      put(env, accountingFileId, () => ({
        status: 'owned',
        path,
        tokens: [token],
        unsettled: [],
      }));
    return true;
  }
  if (known.status !== 'owned')
    // Of an earlier version: it gets a token.
    put(env, accountingFileId, () => ({ status: 'owned', path, tokens: [env.newId()], unsettled: [] }));
  return false;
}

function noteElsewhere(env: Environment, accountingFileId: string, { machine, since }: Holder): void {
  const known = recordOf(env, accountingFileId);
  if (known.status === 'elsewhere' && known.machine === machine && known.since === since) return;
  put(env, accountingFileId, (tx) => {
    revertUnsettled(tx, env, accountingFileId);
    return { status: 'elsewhere', machine, since };
  });
}

/** A copy of this agent has the claim: what was not settled by then is not to count here. */
function takeBack(env: Environment, accountingFileId: string): void {
  const known = recordOf(env, accountingFileId);
  if (known.status !== 'owned' || known.unsettled.length === 0) return;
  put(env, accountingFileId, (tx) => {
    revertUnsettled(tx, env, accountingFileId);
    return { ...known, unsettled: [] };
  });
}

function put(
  env: Environment,
  accountingFileId: string,
  decide: (tx: StoreTransaction) => ClaimRecord,
): void {
  env.store.transaction((tx) => {
    const claim = decide(tx);
    // What a record of an earlier version says is over.
    tx.accountings.put({ ...accountingIn(tx, accountingFileId), heldBy: null, claim });
  });
}

const accountingIn = (tx: Pick<StoreTransaction, 'accountings'>, id: string): AccountingRecord =>
  present(tx.accountings.get(id), `accounting file ${id}`);

const recordOf = (env: Environment, id: string): ClaimRecord =>
  env.store.read((tx) => claimOf(present(tx.accountings.get(id), `accounting file ${id}`)));

const isAttachedNow = (env: Environment, id: string): boolean => env.store.read((tx) => isAttached(tx, id));

const newClaim = (env: Environment, token: string): Claim => ({
  agent: agentIdOf(env),
  machine: env.machine.slice(0, MAX_MACHINE),
  since: env.clock.now(),
  token,
});

const tokensOf = (known: ClaimRecord): readonly string[] => {
  switch (known.status) {
    case 'owned':
      return known.tokens;
    case 'unclaimed':
      return known.token === null ? [] : [known.token];
    case 'elsewhere':
      return [];
  }
};

const lastOf = (tokens: readonly string[]): string => present(tokens.at(-1), 'the token of a claim');

/** Who this installation is: made once, kept in the store. */
function agentIdOf(env: Environment): string {
  const known = env.store.read((tx) => tx.agents.get('agent'));
  if (known !== undefined) return known.agentId;
  const agent = { id: 'agent' as const, agentId: env.newId() };
  env.store.transaction((tx) => tx.agents.put(agent));
  return agent.agentId;
}
