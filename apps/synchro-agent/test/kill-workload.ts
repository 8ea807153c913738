import { CallError, NotConnectedError } from '@synchro/sync-core/client';
import type { SynchroClient } from '@synchro/sync-core/client';
import { invoice } from '@synchro/mandate-service/test-files';
import type { EntryLine } from '@synchro/cresus-files';
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

/**
 * What goes on while the agent is killed: a program that rewrites its entry file, and an accountant who posts and
 * un-posts. It notes what it was told, which the agent must then stand by.
 */
export class Workload {
  client: SynchroClient;
  readonly #mandate: TestMandate;
  readonly #mandateId: string;
  readonly #random: () => number;
  /** What the file holds now. */
  #lines: EntryLine[] = [];
  #invoices = 0;
  #lot = 1;
  #keys = 0;
  #unanswered: Command | null = null;
  /** Every posting that was acknowledged, with its number of entries, and whether it was un-posted. */
  readonly postings = new Map<string, { readonly count: number; isUndone: boolean }>();
  highestRevision = 0;
  answers = 0;
  /** Commands whose answer did not come before the kill. */
  retried = 0;
  #commandSent: () => void = () => undefined;

  constructor(client: SynchroClient, mandate: TestMandate, mandateId: string, random: () => number) {
    this.client = client;
    this.#mandate = mandate;
    this.#mandateId = mandateId;
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
    const { accountingFile } = this.#mandate;
    const status = await this.client.call('getStatus', {
      query: { product: 'compta', path: accountingFile },
    });
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

  /** Leaves out nothing and adds nothing: what the accounting would hold if all that waits were posted. */
  async held(): Promise<readonly string[]> {
    const held: string[] = [];
    const take = (line: string) => {
      const at = held.indexOf(line);
      if (at < 0) throw new Error(`${line} was changed or deleted, and is not there.`);
      held.splice(at, 1);
    };
    const { items: newestFirst } = await this.client.call('listPostings', {
      params: { mandateId: this.#mandateId },
    });
    const changes: readonly Shown[][] = await Promise.all(
      newestFirst
        .filter(({ undoneAt }) => undoneAt === null)
        .reverse()
        .map(async ({ id }) => (await this.#posting(id)).items),
    );
    for (const { change, label, lines, before } of [...changes.flat(), ...(await this.#pending())]) {
      const shown = (all: Shown['lines']) => `${label} ${Math.round(Number(all[0]?.amount) * 100)}`;
      if (change === 'changed') take(shown(before?.lines ?? []));
      if (change === 'deleted') take(shown(lines));
      else held.push(shown(lines));
    }
    return held.sort();
  }

  async history() {
    return (await this.client.call('listPostings', { params: { mandateId: this.#mandateId } })).items;
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
      for (let tries = 0; tries < 200 && (await this.status()).revision === revision; tries += 1);
    }
    const [latest] = (await this.history()).filter(({ undo }) => undo.possible);
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
    const mandateId = this.#mandateId;
    if (command.kind === 'undo') {
      const { key: idempotencyKey, postingId } = command;
      const undone = await this.client.call('deletePosting', {
        params: { mandateId, postingId },
        idempotencyKey,
      });
      const posting = this.postings.get(postingId);
      if (posting !== undefined) posting.isUndone = true;
      this.#answered(undone.revision);
      return undone;
    }
    const posted = await this.client.call('createPosting', {
      params: { mandateId },
      body: { entries: [...command.entries] },
      idempotencyKey: command.key,
    });
    const { new: added, changed, deleted } = posted.posted;
    if (!this.postings.has(posted.id))
      this.postings.set(posted.id, { count: added + changed + deleted, isUndone: false });
    this.#answered(posted.revision);
    return posted;
  }

  #answered(revision: number): void {
    this.answers += 1;
    this.#seen(revision);
  }

  #seen(revision: number): void {
    this.highestRevision = Math.max(this.highestRevision, revision);
  }

  #newKey(): string {
    return `key-${(this.#keys += 1)}`;
  }

  async #pending() {
    const params = { mandateId: this.#mandateId };
    return (await this.client.call('listEntries', { params, query: { limit: 5000 } })).items;
  }

  async #posting(postingId: string) {
    const params = { mandateId: this.#mandateId, postingId };
    return this.client.call('getPosting', { params, query: { limit: 5000 } });
  }
}

/** What postings and pending entries have in common. */
interface Shown {
  readonly change: 'new' | 'changed' | 'deleted';
  readonly label: string;
  readonly lines: readonly { readonly amount: string | null }[];
  readonly before?: { readonly lines: Shown['lines'] };
}
