import { constants, watch } from 'node:fs';
import type { FSWatcher } from 'node:fs';
import { open } from 'node:fs/promises';
import { basename } from 'node:path';
import { isTemporaryName } from '../files/leftovers.js';
import { folderIdentity } from './probe-folder.js';
import type { OpenWatch, WatchEvents } from './watched-folder.js';

/**
 * The system's watch of the folder itself, not of what is deeper; it keeps no process alive. `fs.watch` looks its path
 * up on the main thread, which a drive that does not answer would stop: on Linux the folder is opened first, in the
 * background, and what was opened is watched.
 *
 * @throws what the system says where it does not watch
 */
export async function openWatch(folder: string, events: WatchEvents): Promise<OpenWatch> {
  if (process.platform !== 'linux')
    return listen(watch(folder, { persistent: false }), null, events, (name) => name === basename(folder));
  const handle = await open(folder, constants.O_RDONLY | constants.O_DIRECTORY);
  try {
    const identity = folderIdentity(await handle.stat({ bigint: true }));
    const watcher = watch(`/proc/self/fd/${handle.fd}`, { persistent: false });
    // What happens to the folder itself comes under the last part of the watched path. A file of such a name costs a look.
    return listen(watcher, identity, events, (name) => /^\d+$/u.test(name));
  } finally {
    // Not awaited: the caller has to know the watch before its first event.
    void handle.close();
  }
}

function listen(
  watcher: FSWatcher,
  identity: string | null,
  { onEvent, onOver, onError }: WatchEvents,
  isFolderItself: (name: string) => boolean,
): OpenWatch {
  watcher.on('change', (_, name) => {
    if (typeof name !== 'string') onEvent();
    else if (isFolderItself(name)) onOver();
    // What we write ourselves is seen when it gets its name.
    else if (!isTemporaryName(name)) onEvent();
  });
  watcher.on('error', onError);
  return { identity, close: () => watcher.close() };
}
