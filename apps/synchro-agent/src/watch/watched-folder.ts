import { coalesce } from './coalesce.js';
import type { FoundFolder } from './probe-folder.js';

/** Why changes in a folder are not reported by the system, but looked for every two seconds. */
export type DegradedReason = 'too-many-watches' | 'watch-failed';

/** What a watch reports. */
export interface WatchEvents {
  /** Something in the folder changed. */
  readonly onEvent: () => void;
  /** The folder itself was removed, moved or given other rights: the watch may be over without an error. */
  readonly onOver: () => void;
  readonly onError: (error: unknown) => void;
}

export interface OpenWatch {
  /** The identity of the folder that is really watched; `null` where the system does not tell. */
  readonly identity: string | null;
  close(): void;
}

/** What a folder depends on. */
export interface FolderEnvironment {
  readonly probe: (folder: string) => Promise<FoundFolder | null>;
  /** Rejects where the system does not watch. */
  readonly watch: (folder: string, events: WatchEvents) => Promise<OpenWatch>;
  /** Milliseconds that only go forward: the time of day may be set at any time. */
  readonly elapsedMs: () => number;
  readonly onHint: (folder: string) => void;
  readonly onDegraded: (folder: string, reason: DegradedReason | null) => void;
}

const HINT_SPAN_MS = 5;
/** A folder is looked at this often besides the hints. */
const RECONCILE_MS = 60_000;
/** A watch that was refused is tried again after this time, then after twice as long, up to `RECONCILE_MS`. */
const RETRY_MS = 2_000;
/** A folder that vanished is looked for again after this time, then after twice as long, for two seconds in all. */
const SOON_MS = 50;

/*
 * One folder, checked every two seconds:
 *
 *   found            │ before           │ then
 *   nothing          │ a folder         │ watch closed, hint, checked again after 50, 100, 200 … 800 ms
 *   nothing          │ nothing          │ hint once a minute: it may have come and gone in between
 *   local folder     │ nothing, another │ watch opened, hint
 *   local folder     │ the same         │ hint once a minute
 *   watch over       │ –                │ checked at once, watch opened again, hint
 *   watch refused    │ –                │ degraded: hint each time, tried again after 2, 4, 8 … 60 s
 *   network folder   │ –                │ hint each time, no watch
 *
 * A moved parent folder raises no event in its children, which is why the identity is compared and no event is relied on.
 */
export class WatchedFolder {
  readonly #folder: string;
  readonly #env: FolderEnvironment;
  readonly #hints: { signal(): void; close(): void };
  #identity: string | null = null;
  #watch: OpenWatch | null = null;
  #reason: DegradedReason | null = null;
  #reconciledAt: number;
  #retryAt = -Infinity;
  #retryMs = RETRY_MS;
  #soonMs = Infinity;
  #soon: NodeJS.Timeout | undefined;
  #checking = false;
  #again = false;
  #closed = false;

  constructor(folder: string, env: FolderEnvironment) {
    this.#folder = folder;
    this.#env = env;
    this.#reconciledAt = env.elapsedMs();
    this.#hints = coalesce(HINT_SPAN_MS, () => env.onHint(folder));
  }

  /** A folder was there when it was last checked. */
  get isThere(): boolean {
    return this.#identity !== null;
  }

  /** Never twice at the same time: a look at a slow drive takes longer than the time between two looks. */
  async check(): Promise<void> {
    if (this.#checking || this.#closed) return;
    this.#checking = true;
    try {
      do {
        this.#again = false;
        const found = await this.#env.probe(this.#folder);
        // Closed while it looked: nothing may be opened or reported any more.
        if (!this.#isClosed()) await this.#settle(found);
      } while (this.#isAskedAgain());
    } finally {
      this.#checking = false;
    }
  }

  close(): void {
    this.#closed = true;
    clearTimeout(this.#soon);
    this.#hints.close();
    this.#stopWatching();
  }

  // Functions, since both may change during a check.
  #isClosed(): boolean {
    return this.#closed;
  }
  #isAskedAgain(): boolean {
    return this.#again && !this.#closed;
  }

  async #settle(found: FoundFolder | null): Promise<void> {
    const same = found !== null && found.identity === this.#identity;
    const wasThere = this.#identity !== null;
    this.#identity = found?.identity ?? null;
    if (!same) {
      this.#stopWatching();
      this.#degrade(null);
      this.#retryAt = -Infinity;
    }
    if (found === null) {
      if (wasThere || this.#isReconcileDue()) this.#hint();
      this.#lookSoon(wasThere ? SOON_MS : this.#soonMs * 2);
      return;
    }
    this.#lookSoon(Infinity);
    const unwatched = this.#watch === null;
    if (unwatched && !found.network && this.#env.elapsedMs() >= this.#retryAt)
      await this.#startWatching(found);
    // Only after the watch began, so that nothing falls between a scan and the first event.
    if (unwatched || this.#isReconcileDue()) this.#hint();
  }

  async #startWatching(found: FoundFolder): Promise<void> {
    const opened: { watch: OpenWatch | null } = { watch: null };
    // A watch that was closed may still report what happened before.
    const ifCurrent = (act: () => void) => {
      if (this.#watch !== null && this.#watch === opened.watch) act();
    };
    try {
      opened.watch = await this.#env.watch(this.#folder, {
        onEvent: () => ifCurrent(() => this.#hints.signal()),
        onOver: () => ifCurrent(() => this.#watchIsOver()),
        onError: (error) => ifCurrent(() => this.#watchBroke(error)),
      });
    } catch (error) {
      this.#watchFailed(error);
      return;
    }
    if (this.#closed) {
      opened.watch.close();
      return;
    }
    this.#watch = opened.watch;
    this.#retryAt = -Infinity;
    this.#retryMs = RETRY_MS;
    this.#degrade(null);
    // Another folder took its place between the look and the watch.
    if (opened.watch.identity !== null && opened.watch.identity !== found.identity) this.#again = true;
  }

  #watchIsOver(): void {
    this.#stopWatching();
    this.#retryAt = -Infinity;
    this.#hints.signal();
    this.#again = true;
    void this.check();
  }

  #watchBroke(error: unknown): void {
    this.#watchFailed(error);
    // Events may have been lost, and a folder that vanished fails too: look again, now.
    this.#hints.signal();
  }

  #watchFailed(error: unknown): void {
    this.#stopWatching();
    if (this.#closed) return;
    this.#retryAt = this.#env.elapsedMs() + this.#retryMs;
    this.#retryMs = Math.min(this.#retryMs * 2, RECONCILE_MS);
    this.#degrade(reasonOf(error));
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

  /** A folder that vanished may be back in a moment: restored, or unpacked again. */
  #lookSoon(ms: number): void {
    clearTimeout(this.#soon);
    this.#soonMs = ms;
    if (ms > SOON_MS * 16) return;
    this.#soon = setTimeout(() => void this.check(), ms).unref();
  }

  #hint(): void {
    this.#reconciledAt = this.#env.elapsedMs();
    this.#hints.signal();
  }

  #isReconcileDue(): boolean {
    return this.#env.elapsedMs() - this.#reconciledAt >= RECONCILE_MS;
  }
}

function reasonOf(error: unknown): DegradedReason {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  return code === 'ENOSPC' || code === 'EMFILE' || code === 'ENFILE' ? 'too-many-watches' : 'watch-failed';
}
