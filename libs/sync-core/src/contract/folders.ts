import { Type } from 'typebox';
import type { Static } from 'typebox';
import { Id, Nullable, Path, Strict } from './schema.js';

/** A folder to look into; none names the folders from which everything that may be looked into is reached. */
export const FolderQuery = Type.Object(
  {
    path: Type.Optional(Path),
    extensions: Type.Optional(
      Type.String({
        pattern: '^[a-z0-9]{1,16}(,[a-z0-9]{1,16}){0,31}$',
        description: 'Only files whose names end so, without the point, separated by commas: `fac,sal`.',
      }),
    ),
  },
  Strict,
);
export type FolderQuery = Static<typeof FolderQuery>;

export const FolderEntry = Type.Object(
  {
    path: Path,
    name: Type.String(),
    kind: Type.Enum(['folder', 'file']),
    mandate: Nullable(
      Type.Object({ id: Id, name: Type.String() }, { ...Strict, description: 'That the file belongs to.' }),
    ),
  },
  Strict,
);
export type FolderEntry = Static<typeof FolderEntry>;

export const FolderListing = Type.Object(
  {
    path: Nullable(Path),
    parent: Nullable(Path),
    cloudDrive: Nullable(
      Type.String({ description: 'The name of the cloud drive that keeps the folder, such as `OneDrive`.' }),
    ),
    entries: Type.Array(FolderEntry),
    truncated: Type.Boolean({ description: 'There are more entries than are told.' }),
  },
  { ...Strict, description: 'Folders first, each by name. Nothing is opened: names alone.' },
);
export type FolderListing = Static<typeof FolderListing>;
