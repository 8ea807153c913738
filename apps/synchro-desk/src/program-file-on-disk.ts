import { open, readFile, rm, stat, writeFile } from 'node:fs/promises';
import type { ProgramFile } from './program-file.js';

/** A file of the disk. */
export function programFileOnDisk(path: string, pause: () => Promise<void>): ProgramFile {
  return {
    write: (bytes) => writeFile(path, bytes),
    writeInPieces: async (bytes, pieces) => {
      const size = Math.ceil(bytes.length / pieces);
      const file = await open(path, 'w');
      try {
        for (let at = 0; at < bytes.length; at += size) {
          if (at > 0) await pause();
          await file.write(bytes.subarray(at, at + size));
        }
      } finally {
        await file.close();
      }
    },
    remove: () => rm(path, { force: true }),
    read: async () => {
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
