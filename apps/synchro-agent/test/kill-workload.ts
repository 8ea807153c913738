import { setTimeout } from 'node:timers/promises';
import { CallError, NotConnectedError } from '@synchro/sync-core/client';
import type { SynchroClient } from '@synchro/sync-core/client';
import { invoice } from '@synchro/mandate-service/test-files';
import type { EntryLine } from '@synchro/cresus-files';
import type { PostingResult } from '@synchro/sync-core/contract';
import type { TestMandate } from './test-agent.js';

/** A small generator, so that a failing run can be repeated. */
export function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
}

/** A command with its key; sent until it is answered. */
type Command =
  | { readonly kind: 'post'; readonly key: string; readonly entries: readonly string[] }
  | { readonly kind: 'undo'; readonly key: string; readonly postingId: string };

/** An agent with its own data folder, what it acknowledged, and what its postings in force booked. */
export class Side {
  client: SynchroClient;
  readonly mandateId: string;
  /** Every posting that was acknowledged, with its number of entries, and whether it was un-posted. */
  readonly postings = new Map<string, { readonly count: number; isUndone: boolean }>();
  /** The postings since this agent owns the mandate: only of these the other agent knows nothing. */
  readonly sinceTakeOver = new Set<string>();
  /** What it booked, as it said when it last owned the mandate. */
  booked: readonly Shown[] = [];
  highestRevision = 0;

  constructor(client: SynchroClient, mandateId: string) {
    this.client = client;
    this.mandateId = mandateId;
  }
}

/** Longer than a deletion waits for quiet [T5]: without a pause, no version would ever be accepted. */
const LONGEST_QUIET_MS = 1_500;

/**
 * What goes on while agents are killed: a program that rewrites and renames its entry file, and an accountant who posts
 * and un-posts with the agent that owns the mandate. It notes what it was told, which that agent must then stand by.
 */
export class Workload {
  /** The agent that owns the mandate. */
  owner: Side;
  readonly #sides = new Set<Side>();
  readonly #mandate: TestMandate;
  readonly #random: () => number;
  /** What the file holds now. */
  #lines: EntryLine[] = [];
  #invoices = 0;
  #lot = 1;
  #keys = 0;
  #unanswered: Command | null = null;
  #names = 0;
  answers = 0;
  renames = 0;
  /** Commands whose answer did not come before the kill. */
  retried = 0;
  #commandSent: () => void = () => undefined;

  constructor(owner: Side, mandate: TestMandate, random: () => number) {
    this.owner = owner;
    this.#sides.add(owner);
    this.#mandate = mandate;
    this.#random = random;
  }

  /** Text and amount of what the file holds, sorted. */
  get written(): readonly string[] {
    return this.#lines.map(({ label, amountInCentimes }) => `${label} ${amountInCentimes ?? 0}`).sort();
  }

  /** Resolves when the next command is on its way. */
  nextCommand(): Promise<void> {
    return new Promise((resolve) => {
      this.#commandSent = resolve;
    });
  }

  /** Works until the agent is gone. */
  async run(): Promise<void> {
    try {
      for (;;) await this.#step();
    } catch (error) {
      if (!(error instanceof NotConnectedError)) throw error;
    }
  }

  async status() {
    const { accountingFile: path } = this.#mandate;
    const status = await this.owner.client.call('getStatus', { query: { product: 'compta', path } });
    this.#seen(status.revision);
    return status;
  }

  /**
   * Sends what was not answered again, twice: both answers must be the same. Refused it may be only where what it
   * named has changed meanwhile.
   */
  async retry(): Promise<void> {
    if (this.#unanswered === null) return;
    this.retried += 1;
    const [first, second] = [await this.#outcome(this.#unanswered), await this.#outcome(this.#unanswered)];
    if (first !== second) throw new Error(`The same key was answered twice: ${first} and ${second}.`);
    this.#unanswered = null;
  }

  /** What the accounting would hold if all that waits were posted: by both agents together, each booking once. */
  async held(): Promise<readonly string[]> {
    return linesOf(await this.#books(), await this.#pending());
  }

  /** What the owner alone knows: what it posted or marked, and what waits. Once it has scanned, that is the file. */
  async seen(): Promise<readonly string[]> {
    return linesOf(await this.#postedBy('any'), await this.#pending());
  }

  /** From now on this agent owns the mandate. */
  async takeOver(side: Side): Promise<void> {
    await this.#books();
    await side.client.call('takeOverMandate', { params: { mandateId: side.mandateId } });
    this.#sides.add(side);
    this.owner = side;
    side.sinceTakeOver.clear();
  }

  /** The accountant says of what the other agent posted that the accounting has it already. */
  async markBooked(): Promise<void> {
    const books = new Set(linesOf(await this.#books(), []));
    const isBooked = ({ change, lines, label, before }: Shown): boolean => {
      const has = (all: Shown['lines']) => books.has(lineOf(label, all));
      if (change === 'deleted') return !has(lines);
      return has(lines) && (change === 'new' || !has(before?.lines ?? []));
    };
    const entries = (await this.#pending()).filter(isBooked).map(({ id }) => id);
    const params = { mandateId: this.owner.mandateId };
    if (entries.length > 0)
      this.#noteMark(
        await this.owner.client.call('createPosting', {
          params,
          body: { entries, as: 'already-posted' },
          idempotencyKey: this.#newKey(),
        }),
      );
  }

  /** Posts all that waits, until nothing does. */
  async postAll(): Promise<void> {
    for (let tries = 0; tries < 20; tries += 1) {
      const entries = (await this.#pending()).map(({ id }) => id);
      if (entries.length === 0) return;
      await this.#command({ kind: 'post', key: this.#newKey(), entries });
    }
    throw new Error('Something still waits after all was posted 20 times.');
  }

  async history() {
    const { client, mandateId } = this.owner;
    return (await client.call('listPostings', { params: { mandateId } })).items;
  }

  async #step(): Promise<void> {
    const dice = this.#random();
    if (dice < 0.5) {
      await this.#write(() => {
        for (let count = 1 + Math.floor(this.#random() * 3); count > 0; count -= 1)
          this.#lines.push(invoice((this.#invoices += 1)));
      });
    } else if (dice < 0.7 && this.#lines.length > 1) {
      await this.#write(() => {
        // Never the last one: a file that lacks its end waits for three still seconds [T1].
        const at = Math.floor(this.#random() * (this.#lines.length - 1));
        const line = this.#lines[at];
        if (line === undefined || this.#random() < 0.4) this.#lines.splice(at, 1);
        else this.#lines[at] = { ...line, amountInCentimes: (line.amountInCentimes ?? 0) + 5 };
      });
      // Its quiet time would never come if the next version followed at once.
      const { revision } = await this.status();
      const until = performance.now() + LONGEST_QUIET_MS;
      while (performance.now() < until && (await this.status()).revision === revision) await setTimeout(10);
    } else if (dice < 0.78 && this.#lines.length > 1) {
      this.renames += 1;
      const name = `Rochat ${(this.#names += 1)} (01-01-2026 ~ 31-12-2026).ecf`;
      await this.#mandate.rename(name, this.#random() < 0.5 ? 'file' : 'line');
    }
    const [latest] = (await this.history()).filter(
      ({ id, undo }) => undo.possible && this.owner.sinceTakeOver.has(id),
    );
    if (this.#random() < 0.2 && latest !== undefined)
      return this.#command({ kind: 'undo', key: this.#newKey(), postingId: latest.id });
    const entries = (await this.#pending()).map(({ id }) => id);
    if (entries.length > 0) return this.#command({ kind: 'post', key: this.#newKey(), entries });
  }

  async #write(change: () => void): Promise<void> {
    change();
    await this.#mandate.write(this.#lines, (this.#lot += 1));
  }

  async #command(command: Command): Promise<void> {
    this.#unanswered = command;
    this.#commandSent();
    await this.#outcome(command);
    this.#unanswered = null;
  }

  /** The answer as text; a refusal because of what happened meanwhile is one too. */
  async #outcome(command: Command): Promise<string> {
    try {
      return JSON.stringify(await this.#send(command));
    } catch (error) {
      const isMeanwhile = error instanceof CallError && error.code === 'entries-not-pending';
      if (!isMeanwhile) throw error;
      return error.code;
    }
  }

  async #send(command: Command): Promise<unknown> {
    const { client, mandateId, postings, sinceTakeOver } = this.owner;
    if (command.kind === 'undo') {
      const { key: idempotencyKey, postingId } = command;
      const undone = await client.call('deletePosting', {
        params: { mandateId, postingId },
        idempotencyKey,
      });
      const posting = postings.get(postingId);
      if (posting !== undefined) posting.isUndone = true;
      this.#answered(undone.revision);
      return undone;
    }
    const posted = await client.call('createPosting', {
      params: { mandateId },
      body: { entries: [...command.entries] },
      idempotencyKey: command.key,
    });
    if (!postings.has(posted.id)) {
      postings.set(posted.id, { count: countOf(posted), isUndone: false });
      sinceTakeOver.add(posted.id);
    }
    this.#answered(posted.revision);
    return posted;
  }

  #noteMark(marked: PostingResult): void {
    this.owner.postings.set(marked.id, { count: countOf(marked), isUndone: false });
    this.#seen(marked.revision);
  }

  #answered(revision: number): void {
    this.answers += 1;
    this.#seen(revision);
  }

  #seen(revision: number): void {
    this.owner.highestRevision = Math.max(this.owner.highestRevision, revision);
  }

  #newKey(): string {
    return `key-${(this.#keys += 1)}`;
  }

  async #pending(): Promise<readonly (Shown & { readonly id: string })[]> {
    const { client, mandateId } = this.owner;
    return (await client.call('listEntries', { params: { mandateId }, query: { limit: 5000 } })).items;
  }

  /** What the postings in force of both agents booked; what was marked as already posted is no booking. */
  async #books(): Promise<readonly Shown[]> {
    this.owner.booked = await this.#postedBy('posting');
    return [...this.#sides].flatMap(({ booked }) => booked);
  }

  /** The entries of the owner's postings in force, of this kind. */
  async #postedBy(wanted: 'posting' | 'any'): Promise<readonly Shown[]> {
    const { client, mandateId } = this.owner;
    const inForce = (await this.history()).filter(
      ({ kind, undoneAt }) => (wanted === 'any' || kind === wanted) && undoneAt === null,
    );
    const details = await Promise.all(
      inForce.map(({ id }) =>
        client.call('getPosting', { params: { mandateId, postingId: id }, query: { limit: 5000 } }),
      ),
    );
    return details.flatMap(({ items }) => items);
  }
}

/** What postings and pending entries have in common. */
export interface Shown {
  readonly change: 'new' | 'changed' | 'deleted';
  readonly label: string;
  readonly lines: readonly { readonly amount: string | null }[];
  readonly before?: { readonly lines: Shown['lines'] };
}

const countOf = ({ posted }: PostingResult): number => posted.new + posted.changed + posted.deleted;

/** Text and amount, as in `written`. */
const lineOf = (label: string, lines: Shown['lines']): string =>
  `${label} ${Math.round(Number(lines[0]?.amount) * 100)}`;

/** What is there after these changes, sorted, each as often as it is there. */
function linesOf(...changes: readonly (readonly Shown[])[]): readonly string[] {
  const counts = new Map<string, number>();
  const add = (line: string, times: number) => counts.set(line, (counts.get(line) ?? 0) + times);
  for (const { change, label, lines, before } of changes.flat()) {
    if (change === 'changed') add(lineOf(label, before?.lines ?? []), -1);
    add(lineOf(label, lines), change === 'deleted' ? -1 : 1);
  }
  return [...counts]
    .flatMap(([line, count]) => {
      if (count < 0) throw new Error(`${line} was changed or deleted, and is not there.`);
      return Array<string>(count).fill(line);
    })
    .sort();
}
