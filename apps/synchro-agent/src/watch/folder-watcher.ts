import { coalesce } from './coalesce.js';
import { openWatch } from './open-watch.js';
import { probeFolder } from './probe-folder.js';
import { WatchedFolder } from './watched-folder.js';
import type { DegradedReason, FolderEnvironment } from './watched-folder.js';

/** A folder whose changes show up to two seconds late, and since when. */
export interface DegradedFolder {
  readonly folder: string;
  readonly since: string;
  readonly reason: DegradedReason;
}

export interface FolderWatcherOptions extends Partial<
  Pick<FolderEnvironment, 'probe' | 'watch' | 'elapsedMs'>
> {
  /** The time of day, for since when a folder is not watched. */
  readonly now?: () => number;
  /** Something may have changed in the folder: look. */
  readonly onHint: (folder: string) => void;
  /** The folders that the system does not watch now; reported whole when that changes. */
  readonly onDegraded: (folders: readonly DegradedFolder[]) => void;
}

export interface FolderWatcher {
  /** The folders to look after from now on; each new one is hinted once it is watched. */
  setFolders(folders: ReadonlySet<string>): void;
  /** No hint comes after this. */
  close(): void;
}

/** Network folders and those that the system does not watch are looked at this often. */
const CHECK_MS = 2_000;
/** Where the system refuses thousands of watches, they are reported together. */
const REPORT_SPAN_MS = 100;

/**
 * Tells when a folder may have changed. A watcher is a hint, the scan is the truth: the system loses events where its
 * queue runs over, so every folder is hinted now and then besides, and a lost event is late, never lost.
 */
export function createFolderWatcher(options: FolderWatcherOptions): FolderWatcher {
  const { onHint, probe = probeFolder, now = Date.now, elapsedMs = () => performance.now() } = options;
  const watched = new Map<string, WatchedFolder>();
  const degraded = new Map<string, DegradedFolder>();

  const reports = coalesce(REPORT_SPAN_MS, () => options.onDegraded([...degraded.values()]));
  const setDegraded = (folder: string, reason: DegradedReason | null) => {
    if (reason === null) degraded.delete(folder);
    else
      degraded.set(folder, {
        folder,
        reason,
        since: degraded.get(folder)?.since ?? new Date(now()).toISOString(),
      });
    reports.signal();
  };
  const environment = {
    probe,
    elapsedMs,
    onHint,
    watch: options.watch ?? openWatch,
    onDegraded: setDegraded,
  };

  const timer = setInterval(() => {
    for (const folder of watched.values()) void folder.check();
  }, CHECK_MS);
  timer.unref();

  const drop = (folder: string) => {
    watched.get(folder)?.close();
    watched.delete(folder);
    if (degraded.has(folder)) setDegraded(folder, null);
  };
  return {
    setFolders(folders) {
      for (const folder of [...watched.keys()]) if (!folders.has(folder)) drop(folder);
      for (const folder of folders) {
        const known = watched.get(folder);
        if (known !== undefined) {
          // What changed may be that a scan found the folder again: what happens in it now is not to be missed.
          if (!known.isThere) void known.check();
          continue;
        }
        const added = new WatchedFolder(folder, environment);
        watched.set(folder, added);
        void added.check();
      }
    },
    close() {
      clearInterval(timer);
      reports.close();
      for (const folder of watched.values()) folder.close();
      watched.clear();
    },
  };
}
