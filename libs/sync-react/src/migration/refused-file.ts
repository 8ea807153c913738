import type { CallError } from '@synchro/sync-core/client';
import type { Migrate } from '../contract-types.js';

/** The file of the migration that a refusal is about, as its details name it; `null`: it is about all of it. */
export function refusedFile({ details }: CallError, moves: Migrate['moves']): string | null {
  const { file, path } = details;
  const named = moves.find(({ fileId }) => fileId === file) ?? moves.find((move) => move.path === path);
  return named?.fileId ?? null;
}
