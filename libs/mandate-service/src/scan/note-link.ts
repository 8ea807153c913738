import type { Environment } from '../environment.js';
import { linkOf } from '../use-cases/links.js';
import type { FileRecord, LinkRecord } from '../store/records.js';

/** Notes what a look at a file told, unless it was restored or detached meanwhile: then that says nothing any more. */
export function noteLink(env: Environment, file: FileRecord, changes: Partial<LinkRecord>): void {
  env.store.transaction((tx) => {
    const current = tx.files.get(file.id);
    if (current?.path !== file.path || current.detachedAt !== null) return;
    tx.links.put({ ...linkOf(tx, current), ...changes });
  });
}
