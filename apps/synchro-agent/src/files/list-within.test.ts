import {
  mkdir,
  mkdtemp,
  open,
  readdir,
  readlink,
  realpath,
  rename,
  rm,
  stat,
  symlink,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { listWithin } from './list-within.js';
import type { ListCalls } from './list-within.js';

let root: string;
const at = (...names: string[]) => join(root, ...names);
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'synchro-within-'));
  await mkdir(at('allowed', 'sub', 'deep'), { recursive: true });
  await mkdir(at('secret', 'deep'), { recursive: true });
  for (const folder of ['allowed/sub/deep', 'secret/deep'])
    await writeFile(at(folder, `in ${folder.split('/')[0] ?? ''}`), '');
  await symlink(at('secret'), at('allowed', 'link'));
});
afterEach(() => rm(root, { recursive: true }));

const exchange = async () => {
  await rename(at('allowed', 'sub'), at('aside'));
  await rename(at('allowed', 'link'), at('allowed', 'sub'));
};
const putBack = async () => {
  await rename(at('allowed', 'sub'), at('allowed', 'link'));
  await rename(at('aside'), at('allowed', 'sub'));
};
const system: ListCalls = {
  open,
  readdir: (path) => readdir(path, { withFileTypes: true }),
  readlink,
  realpath,
  stat,
};
/** Each call at a time, with what happens before and after it. */
const around = (
  name: keyof ListCalls,
  nth: number,
  before: () => unknown,
  after: () => unknown,
): ListCalls => {
  let calls = 0;
  const call = system[name] as (...given: unknown[]) => Promise<unknown>;
  return {
    ...system,
    [name]: async (...given: unknown[]) => {
      calls += 1;
      if (calls !== nth) return call(...given);
      await before();
      const answer = await call(...given);
      await after();
      return answer;
    },
  };
};
const none = () => undefined;
const names = async (folder: string, calls?: ListCalls, platform?: NodeJS.Platform) => {
  const listed = await listWithin(folder, at('allowed'), calls, platform).catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  });
  return listed?.map(({ name }) => name) ?? null;
};

describe.skipIf(process.platform !== 'linux').each(['linux', 'darwin'] as const)(
  'listed as on %s',
  (platform) => {
    it('D3b: a folder is listed where it is, and one behind a link is not', async () => {
      expect(await names(at('allowed', 'sub', 'deep'), system, platform)).toEqual(['in allowed']);
      expect(await names(at('allowed', 'link', 'deep'), system, platform)).toBeNull();
      expect(await names(at('allowed', 'link'), system, platform)).toBeNull();
      expect(await names(at('allowed'), system, platform)).toHaveLength(2);
    });

    it('D3b: a link above the allowed folder does not matter', async () => {
      await symlink(at('allowed'), at('home'));
      const listed = await listWithin(at('home', 'sub', 'deep'), at('home'), system, platform);
      expect(listed?.map(({ name }) => name)).toEqual(['in allowed']);
    });

    it.each(['realpath', 'stat', 'open', 'readlink', 'readdir'] as const)(
      'D3b: a link that takes the place of a folder above before or after %s names nothing behind it',
      async (name) => {
        for (const nth of [1, 2, 3])
          for (const [before, after] of [
            [exchange, none],
            [none, exchange],
          ] as const) {
            const listed = await names(
              at('allowed', 'sub', 'deep'),
              around(name, nth, before, after),
              platform,
            );
            expect(listed ?? []).not.toContain('in secret');
            await stat(at('aside')).then(putBack, none);
          }
      },
    );
  },
);

it.skipIf(process.platform !== 'linux')(
  'D3b: where the open folder says where it is, a link that comes and goes in between names nothing behind it',
  async () => {
    for (const name of ['open', 'readlink', 'readdir'] as const) {
      const listed = await names(at('allowed', 'sub', 'deep'), around(name, 1, exchange, putBack), 'linux');
      expect(listed ?? []).not.toContain('in secret');
    }
  },
);
