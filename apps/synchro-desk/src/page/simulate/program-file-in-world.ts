import type { World } from '@synchro/sync-testing';
import type { ProgramFile } from '../../program-file.js';

/**
 * A file of the world in memory.
 * @param path asked at each use: its folder may have moved
 */
export function programFileInWorld(
  files: World['files'],
  path: () => string,
  pause: () => Promise<void>,
): ProgramFile {
  return {
    write: (bytes) => {
      files.write(path(), bytes);
      return Promise.resolve();
    },
    writeInPieces: async (bytes, pieces) => {
      const size = Math.ceil(bytes.length / pieces);
      for (let end = size; end < bytes.length; end += size) {
        files.write(path(), bytes.subarray(0, end));
        await pause();
      }
      files.write(path(), bytes);
    },
    remove: async () => {
      if ((await files.stat(path())) !== null) files.remove(path());
    },
    read: async () => {
      const found = await files.read(path());
      return found === null
        ? null
        : { bytes: found.bytes, modifiedAt: new Date(found.fingerprint.modifiedAtMs).toISOString() };
    },
  };
}
