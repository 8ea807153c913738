import { open, readFile, rm, stat, writeFile } from 'node:fs/promises';
import type { ProgramFile } from './program-file.js';

/**
 * A file of the disk.
 * @param where asked at each use: its folder may have moved
 */
export function programFileOnDisk(where: () => Promise<string>, pause: () => Promise<void>): ProgramFile {
  return {
    write: async (bytes) => writeFile(await where(), bytes),
    writeInPieces: async (bytes, pieces) => {
      const size = Math.ceil(bytes.length / pieces);
      const file = await open(await where(), 'w');
      try {
        for (let at = 0; at < bytes.length; at += size) {
          if (at > 0) await pause();
          await file.write(bytes.subarray(at, at + size));
        }
      } finally {
        await file.close();
      }
    },
    remove: async () => rm(await where(), { force: true }),
    read: async () => {
      const path = await where();
      try {
        const [bytes, { mtime }] = await Promise.all([readFile(path), stat(path)]);
        return { bytes, modifiedAt: mtime.toISOString() };
      } catch (error) {
        if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
        throw error;
      }
    },
  };
}
