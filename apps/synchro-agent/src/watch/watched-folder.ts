import { coalesce } from './coalesce.js';
import type { FoundFolder } from './probe-folder.js';

/** Why changes in a folder are not told by the system, but looked for every two seconds. */
export type DegradedReason = 'too-many-watches' | 'watch-failed';

/** What a folder needs of the world. */
export interface FolderEnvironment {
  readonly probe: (folder: string) => Promise<FoundFolder | null>;
  /** Throws where the system does not watch; `onError` where it stops watching. */
  readonly watch: (
    folder: string,
    onEvent: () => void,
    onError: (error: unknown) => void,
  ) => { close(): void };
  readonly now: () => number;
  readonly onHint: (folder: string) => void;
  readonly onDegraded: (folder: string, reason: DegradedReason | null) => void;
}

const HINT_SPAN_MS = 5;
/** A local folder is looked at this often besides the hints; a watch that failed is tried again this often. */
const RECONCILE_MS = 60_000;

/*
 * One folder, looked after every two seconds by `check`:
 *
 *   found            │ before           │ then
 *   nothing          │ a folder         │ watch closed, hint
 *   nothing          │ nothing          │ hint once a minute: it may have come and gone in between
 *   local folder     │ nothing, another │ watch opened, hint
 *   local folder     │ the same         │ hint once a minute
 *   watch refused    │ –                │ degraded: hint each time, another try once a minute
 *   network folder   │ –                │ hint each time, no watch
 *
 * A moved parent folder raises no event in its children, which is why the identity is compared and not an event awaited.
 */
export class WatchedFolder {
  readonly #folder: string;
  readonly #env: FolderEnvironment;
  readonly #hints: { signal(): void; close(): void };
  #identity: string | null = null;
  #watch: { close(): void } | null = null;
  #reason: DegradedReason | null = null;
  #reconciledAt: number;
  #triedAt = -Infinity;
  #checking = false;
  #closed = false;

  constructor(folder: string, env: FolderEnvironment) {
    this.#folder = folder;
    this.#env = env;
    this.#reconciledAt = env.now();
    this.#hints = coalesce(HINT_SPAN_MS, () => env.onHint(folder));
  }

  /** A folder was there when it was last looked at. */
  get isThere(): boolean {
    return this.#identity !== null;
  }

  /** Never twice at the same time: a look at a dead network drive may take minutes. */
  async check(): Promise<void> {
    if (this.#checking || this.#closed) return;
    this.#checking = true;
    try {
      const found = await this.#env.probe(this.#folder);
      // Closed while it looked: nothing may be opened or told any more.
      if (!this.#isClosed()) this.#settle(found);
    } finally {
      this.#checking = false;
    }
  }

  close(): void {
    this.#closed = true;
    this.#hints.close();
    this.#stopWatching();
  }

  #isClosed(): boolean {
    return this.#closed;
  }

  #settle(found: FoundFolder | null): void {
    const same = found !== null && found.identity === this.#identity;
    const wasThere = this.#identity !== null;
    this.#identity = found?.identity ?? null;
    if (!same) {
      this.#stopWatching();
      this.#degrade(null);
      this.#triedAt = -Infinity;
    }
    if (found === null) {
      if (wasThere || this.#isDue(this.#reconciledAt)) this.#hint();
      return;
    }
    if (this.#watch === null && !found.network && this.#isDue(this.#triedAt)) this.#startWatching();
    // Only after the watch began, so that nothing falls between a scan and the first event.
    if (!same || this.#watch === null || this.#isDue(this.#reconciledAt)) this.#hint();
  }

  #startWatching(): void {
    this.#triedAt = this.#env.now();
    try {
      this.#watch = this.#env.watch(
        this.#folder,
        () => this.#hints.signal(),
        (error) => this.#watchFailed(error),
      );
      this.#degrade(null);
    } catch (error) {
      this.#watchFailed(error);
    }
  }

  #watchFailed(error: unknown): void {
    this.#stopWatching();
    this.#degrade(reasonOf(error));
    // Events may have been lost, and a folder that vanished fails too: look again, now.
    this.#hints.signal();
  }

  #stopWatching(): void {
    this.#watch?.close();
    this.#watch = null;
  }

  #degrade(reason: DegradedReason | null): void {
    if (reason === this.#reason) return;
    this.#reason = reason;
    this.#env.onDegraded(this.#folder, reason);
  }

  #hint(): void {
    this.#reconciledAt = this.#env.now();
    this.#hints.signal();
  }

  #isDue(since: number): boolean {
    return this.#env.now() - since >= RECONCILE_MS;
  }
}

function reasonOf(error: unknown): DegradedReason {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  return code === 'ENOSPC' || code === 'EMFILE' || code === 'ENFILE' ? 'too-many-watches' : 'watch-failed';
}
