import type { World } from '@synchro/sync-testing';
import type { FileManager } from '../../file-manager.js';

/** The world's files in memory; its drive is a volume. */
export function fileManagerInWorld(files: World['files'], drive: string): FileManager {
  files.makeVolume(drive);
  return {
    exists: async (path) => (await files.stat(path)) !== null,
    rename: (from, to) => settled(() => files.rename(from, to)),
    copy: async (from, to) => {
      const found = await files.read(from);
      if (found === null) throw new Error(`There is no ${from}.`);
      files.write(to, found.bytes);
    },
    remove: (path) => settled(() => files.remove(path)),
    unplug: (volume) => settled(() => files.unmount(volume)),
    plugIn: (volume) => settled(() => files.mount(volume)),
    join: files.join,
  };
}

/** The world answers at once; a throw is a rejection all the same. */
const settled = (act: () => void): Promise<void> =>
  new Promise((resolve) => {
    act();
    resolve();
  });
