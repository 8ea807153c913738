import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { Disk } from './disk.js';

/** What a file is written under until it is whole and gets its name. */
export const temporaryName = (name: string): string => `.${name}.${randomUUID()}.tmp`;

const TEMPORARY_NAME = /^\..+\.[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}\.tmp$/u;

/** Whether a file is one of ours that is being written, or was when its agent was killed. */
export const isTemporaryName = (name: string): boolean => TEMPORARY_NAME.test(name);

/** Another agent may be writing in the same folder. */
const LEFT_AFTER_MS = 60_000;

/**
 * Removes what an agent that was killed left in a folder. A leftover that cannot be removed harms nobody and is tried
 * again with the next scan.
 */
export async function removeLeftovers(
  disk: Pick<Disk, 'lstat' | 'unlink'>,
  folder: string,
  names: readonly string[],
  nowMs: number,
): Promise<void> {
  for (const name of names.filter(isTemporaryName)) {
    const path = join(folder, name);
    try {
      const found = await disk.lstat(path);
      if (found.isFile() && nowMs - found.mtimeMs > LEFT_AFTER_MS) await disk.unlink(path);
    } catch {
      // Gone meanwhile, or not ours to remove.
    }
  }
}
