import type { Dirent } from 'node:fs';
import { constants } from 'node:fs';
import { open, readdir, readlink, realpath, stat } from 'node:fs/promises';
import { join, relative } from 'node:path';

/** The calls of the system, which a test makes others change the folders in between. */
export interface ListCalls {
  readonly open: typeof open;
  readonly readdir: (path: string) => Promise<Dirent[]>;
  readonly readlink: (path: string) => Promise<string>;
  readonly realpath: (path: string) => Promise<string>;
  readonly stat: typeof stat;
}

const systemCalls: ListCalls = {
  open,
  readdir: (path) => readdir(path, { withFileTypes: true }),
  readlink,
  realpath,
  stat,
};

/**
 * Lists a folder that is where its path says: below `within`, no link leads elsewhere, also if one takes the place of a
 * folder while this looks [D3b].
 *
 * Linux lists the folder that was opened and says where that one is. Elsewhere the real path and the identity of the
 * folder are compared before and after: a folder that was exchanged and put back in between is not noticed there.
 *
 * @returns `null` for a folder that is elsewhere
 */
export async function listWithin(
  folder: string,
  within: string,
  calls: ListCalls = systemCalls,
  platform: NodeJS.Platform = process.platform,
): Promise<readonly Dirent[] | null> {
  const expected = join(await calls.realpath(within), relative(within, folder));
  return platform === 'linux' ? listOpened(folder, expected, calls) : listUnchanged(folder, expected, calls);
}

async function listOpened(
  folder: string,
  expected: string,
  { open, readlink, readdir }: ListCalls,
): Promise<readonly Dirent[] | null> {
  const handle = await open(folder, constants.O_RDONLY | constants.O_DIRECTORY);
  try {
    const opened = `/proc/self/fd/${handle.fd}`;
    return (await readlink(opened)) === expected ? await readdir(opened) : null;
  } finally {
    await handle.close();
  }
}

async function listUnchanged(
  folder: string,
  expected: string,
  { realpath, stat, readdir }: ListCalls,
): Promise<readonly Dirent[] | null> {
  const look = async () => {
    const { dev, ino } = await stat(folder, { bigint: true });
    return `${dev} ${ino} ${await realpath(folder)}`;
  };
  const before = await look();
  if (!sameSpelling(await realpath(folder), expected)) return null;
  const entries = await readdir(folder);
  return (await look()) === before ? entries : null;
}

/** Windows and macOS find a folder by another case and another spelling of é too, and give its own. */
const sameSpelling = (a: string, b: string): boolean =>
  a.normalize('NFC').toLowerCase() === b.normalize('NFC').toLowerCase();
