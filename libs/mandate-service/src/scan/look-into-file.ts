import { createContentSketcher } from '@synchro/sync-core/domain';
import type { Environment } from '../environment.js';
import type { Fingerprint } from '../store/records.js';
import { sameFingerprint } from './sightings.js';
import type { InnerTraits } from './link-memory.js';

/** Beyond this a sketch would keep a core busy for seconds; such a document is known by its number, size and time. */
export const LARGEST_SKETCHED = 512 * 1024 * 1024;
const LARGEST_ENTRY_FILE = 64 * 1024 * 1024;

/**
 * Opens a file to know it again: an entry file for the uid in its header, any other for a sketch of its content.
 * @param look how the file looked before; `null` is answered where it is another by now, or is too large
 * @throws what the file system says where it refuses the file
 */
export function lookIntoFile(
  env: Environment,
  path: string,
  look: Fingerprint,
  isEntryFile: boolean,
): Promise<InnerTraits | null> {
  return isEntryFile ? carriedId(env, path, look) : sketch(env, path, look);
}

async function sketch({ files }: Environment, path: string, look: Fingerprint): Promise<InnerTraits | null> {
  if (look.size > LARGEST_SKETCHED) return null;
  const sketcher = createContentSketcher();
  const read = await files.readPieces(path, (piece) => sketcher.add(piece));
  return sameFingerprint(read, look) ? { carriedId: null, sketch: sketcher.finish() } : null;
}

async function carriedId(env: Environment, path: string, look: Fingerprint): Promise<InnerTraits | null> {
  if (look.size > LARGEST_ENTRY_FILE) return null;
  const found = await env.files.read(path);
  if (found === null || !sameFingerprint(found.fingerprint, look)) return null;
  const version = env.versions.read(env.sha256(found.bytes), () => found.bytes);
  return { carriedId: version.ok ? uidAsId(version.file.uid) : null, sketch: null };
}

/** The uid of an entry file, as the id that it carries. */
export const uidAsId = (uid: number): string => `uid ${uid}`;
