import type { Instant } from '@synchro/sync-core/domain';
import type { FileSystem } from './files/file-system.js';
import type { Hub } from './hub/hub.js';
import type { FailedChecks } from './scan/failed-checks.js';
import type { SpacedAttempts } from './scan/spaced-attempts.js';
import type { Turns } from './turns.js';
import type { VersionReader } from './use-cases/version-reader.js';
import type { MandateStore } from './store/store.js';

/** What the service needs from outside; the agent gives the real things, the world those in memory. */
export interface Surroundings {
  readonly store: MandateStore;
  readonly files: FileSystem;
  readonly clock: Clock;
  readonly newId: () => string;
  /** SHA-256 in hexadecimal; the platform's own is ten times faster than any in JavaScript. */
  readonly sha256: (bytes: Uint8Array) => string;
  /** How this machine calls itself to the others on a network folder (`PC-ANNA`). */
  readonly machine: string;
  readonly version: string;
  /** Shows a file in the system's file manager; `null` where there is none, then nobody is offered it. */
  readonly showFile: ((path: string) => Promise<void>) | null;
  /** The way to the server for shared mandates; `null` where there is none, then nobody is offered to sign in. */
  readonly hub: Hub | null;
  /** Looks for files that are no longer where their mandate says, and offers to correct the mandate. */
  readonly followsFiles: boolean;
  /** Folders in which people may look for files, beside those of the mandates. */
  readonly chooserRoots: readonly string[];
  /** Runs work of many seconds so that the process can be told to end meanwhile; without it, it just runs. */
  readonly interruptibly?: <T>(work: () => T) => T;
  /** Something went wrong that no caller waits for (a scan); it must not get lost. */
  readonly onTrouble: (what: string, cause: unknown) => void;
}

/** What the scans and handlers work with: the surroundings, and what the service remembers of them. */
export interface Environment extends Surroundings {
  readonly versions: VersionReader;
  readonly checks: FailedChecks;
  /** Claims that could not be written. */
  readonly claimWrites: SpacedAttempts;
  /** What looks at a claim and changes what is posted, one at a time for each accounting file. */
  readonly turns: Turns;
}

export interface Clock {
  readonly now: () => Instant;
  /** Milliseconds that only go forward, for stillness; not a time of day. */
  readonly elapsedMs: () => number;
  /** Runs once after so many milliseconds, unless cancelled. */
  readonly after: (ms: number, run: () => void) => () => void;
}
