import { open, readFile, rm, stat, writeFile } from 'node:fs/promises';

/** One entry file in its folder, written as the programs do: in place, not beside and renamed. */
export interface EntryFileOnDisk {
  write(bytes: Uint8Array): Promise<void>;
  /** Writes a piece at a time, with a pause between two. */
  writeInPieces(bytes: Uint8Array, pieces: number): Promise<void>;
  remove(): Promise<void>;
  /** What lies there now; `null`: nothing. */
  read(): Promise<{ readonly bytes: Uint8Array; readonly modifiedAt: string } | null>;
}

export function entryFileOnDisk(path: string, pause: () => Promise<void>): EntryFileOnDisk {
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
