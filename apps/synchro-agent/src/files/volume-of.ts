import { readFileSync } from 'node:fs';
import { dirname, parse } from 'node:path';

/** What the paths alone say about volumes. Nothing here asks the drive: it may not answer. */
export interface VolumeTable {
  /** The volume that a path seems to be on: its mount point, or its drive. */
  volumeOf(path: string): string;
  /** Whether a volume begins at the path. */
  isMountPoint(path: string): boolean;
}

/** A drive that is connected is known after this time at the latest. */
const RENEWED_AFTER_MS = 2_000;

export function createVolumeTable(
  options: { readonly readMounts?: () => string; readonly elapsedMs?: () => number } = {},
): VolumeTable {
  const { readMounts = systemMounts, elapsedMs = () => performance.now() } = options;
  let mountPoints: ReadonlySet<string> = new Set();
  let readAt = -Infinity;
  const current = () => {
    if (elapsedMs() - readAt >= RENEWED_AFTER_MS) {
      readAt = elapsedMs();
      mountPoints = mountPointsIn(readMounts());
    }
    return mountPoints;
  };
  return {
    volumeOf(path) {
      const known = current();
      const { root } = parse(path);
      for (let step = path; step !== root && step !== dirname(step); step = dirname(step))
        if (known.has(step) || isMacVolume(step)) return step;
      return root;
    },
    isMountPoint: (path) => current().has(path) || isMacVolume(path),
  };
}

/** macOS has no table of mounts that can be read; its volumes are in one folder. */
const isMacVolume = (path: string): boolean => process.platform === 'darwin' && dirname(path) === '/Volumes';

function systemMounts(): string {
  if (process.platform !== 'linux') return '';
  try {
    // The kernel's own table: reading it waits for no drive.
    return readFileSync('/proc/self/mountinfo', 'utf8');
  } catch {
    return '';
  }
}

/** The fifth field of each line of mountinfo (proc(5)), in which a blank is `\040`. */
const mountPointsIn = (table: string): ReadonlySet<string> =>
  new Set(
    table
      .split('\n')
      .map((line) => line.split(' ')[4] ?? '')
      .map((path) =>
        path.replace(/\\([0-7]{3})/gu, (_, code: string) => String.fromCharCode(parseInt(code, 8))),
      ),
  );
