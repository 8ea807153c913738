import type { World } from '@synchro/sync-testing';
import type { ProgramFile } from '../../program-file.js';

/**
 * A file of the world in memory.
 * @param where asked at each use: its folder may have moved
 */
export function programFileInWorld(
  files: World['files'],
  where: () => Promise<string>,
  pause: () => Promise<void>,
): ProgramFile {
  return {
    write: async (bytes) => files.write(await where(), bytes),
    writeInPieces: async (bytes, pieces) => {
      const size = Math.ceil(bytes.length / pieces);
      for (let end = size; end < bytes.length; end += size) {
        files.write(await where(), bytes.subarray(0, end));
        await pause();
      }
      files.write(await where(), bytes);
    },
    remove: async () => {
      const path = await where();
      if ((await files.stat(path)) !== null) files.remove(path);
    },
    read: async () => {
      const found = await files.read(await where());
      return found === null
        ? null
        : { bytes: found.bytes, modifiedAt: new Date(found.fingerprint.modifiedAtMs).toISOString() };
    },
  };
}
