import {
  mkdir,
  mkdtemp,
  lstat,
  readdir,
  readFile,
  rm,
  stat,
  symlink,
  utimes,
  writeFile,
  chmod,
  chown,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { plainDisk } from './disk.js';
import type { Disk } from './disk.js';
import { isTemporaryName, temporaryName } from './leftovers.js';
import { createRealFileSystem } from './real-file-system.js';

const isRoot = process.getuid?.() === 0;
const isWindows = process.platform === 'win32';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'synchro-replace-'));
});
afterEach(() => rm(folder, { recursive: true }));

const bytes = new TextEncoder().encode('new');
const textOf = (path: string) => readFile(path, 'utf8');

describe.skipIf(isWindows)('replace', () => {
  it.each([0o666, 0o640, 0o600, 0o755])('V8: keeps the rights %o', async (mode) => {
    const path = join(folder, 'a.ecc');
    await writeFile(path, 'old');
    await chmod(path, mode);
    await createRealFileSystem().replace(path, bytes);
    expect(await textOf(path)).toBe('new');
    expect((await stat(path)).mode & 0o7777).toBe(mode);
  });

  it.skipIf(!isRoot)('V8: keeps the owner and the group', async () => {
    const path = join(folder, 'a.ecc');
    await writeFile(path, 'old');
    await chown(path, 1234, 2345);
    await chmod(path, 0o640);
    await createRealFileSystem().replace(path, bytes);
    expect(await stat(path)).toMatchObject({ uid: 1234, gid: 2345 });
    expect((await stat(path)).mode & 0o7777).toBe(0o640);
  });

  it('V8: keeps the group where the owner may not be kept, and goes on where neither may', async () => {
    const path = join(folder, 'a.ecc');
    await writeFile(path, 'old');
    const asked: (readonly [number, number])[] = [];
    const refused = Object.assign(new Error('EPERM'), { code: 'EPERM' });
    const disk: Disk = {
      ...plainDisk,
      lstat: (async (at: string) => {
        const found = await lstat(at);
        return Object.assign(found, { uid: 1234, gid: 2345 });
      }) as unknown as Disk['lstat'],
      open: async (...args) => {
        const handle = await plainDisk.open(...args);
        handle.chown = (uid, gid) => {
          asked.push([uid, gid]);
          return Promise.reject(refused);
        };
        return handle;
      },
    };
    await createRealFileSystem({ disk }).replace(path, bytes);
    expect(asked).toEqual([
      [1234, 2345],
      [process.getuid?.(), 2345],
    ]);
    expect(await textOf(path)).toBe('new');
  });

  it('V8: writes the file that a link leads to, and keeps the link', async () => {
    await mkdir(join(folder, 'sub'));
    const target = join(folder, 'sub', 'real.ecc');
    await writeFile(target, 'old');
    await chmod(target, 0o664);
    await symlink(join('sub', 'real.ecc'), join(folder, 'a.ecc'));
    await createRealFileSystem().replace(join(folder, 'a.ecc'), bytes);
    expect((await lstat(join(folder, 'a.ecc'))).isSymbolicLink()).toBe(true);
    expect(await textOf(target)).toBe('new');
    expect((await stat(target)).mode & 0o7777).toBe(0o664);
    expect(await readdir(join(folder, 'sub'))).toEqual(['real.ecc']);
  });

  it('V8: refuses a link that leads out of its folder, or nowhere', async () => {
    await mkdir(join(folder, 'sub'));
    await writeFile(join(folder, 'outside'), 'old');
    await symlink(join(folder, 'outside'), join(folder, 'sub', 'a.ecc'));
    await symlink('gone', join(folder, 'sub', 'b.ecc'));
    const files = createRealFileSystem();
    await expect(files.replace(join(folder, 'sub', 'a.ecc'), bytes)).rejects.toMatchObject({
      reason: 'no-access',
    });
    await expect(files.replace(join(folder, 'sub', 'b.ecc'), bytes)).rejects.toThrow(/ENOENT/u);
    expect(await textOf(join(folder, 'outside'))).toBe('old');
    expect((await readdir(join(folder, 'sub'))).toSorted()).toEqual(['a.ecc', 'b.ecc']);
  });
});

describe('what an agent that was killed left', () => {
  const put = async (name: string, ageMs: number) => {
    const at = (Date.now() - ageMs) / 1000;
    await writeFile(join(folder, name), 'half');
    await utimes(join(folder, name), at, at);
  };

  it('V9: is removed with the next scan of the folder once it is older than a minute', async () => {
    await put(temporaryName('Compta 2026.ecc'), 61_000);
    await put('Compta 2026.ecc', 61_000);
    await createRealFileSystem().list(folder);
    expect(await readdir(folder)).toEqual(['Compta 2026.ecc']);
  });

  it('V9: stays while another agent may be writing it, and where it is not a file or not ours', async () => {
    const uuid = '3f2b1c4d-0000-4000-8000-0123456789ab';
    const names = [
      `Compta.${uuid}.tmp`,
      `.Compta 2026.ecc.${uuid}`,
      `.Compta 2026.ecc.${uuid}.tmp.bak`,
      '.Compta 2026.ecc.tmp',
      `.${uuid}.tmp`,
    ];
    for (const name of names) await put(name, 3_600_000);
    const young = temporaryName('Compta 2026.ecc');
    await put(young, 10_000);
    const aFolder = temporaryName('folder');
    await mkdir(join(folder, aFolder));
    await utimes(join(folder, aFolder), 1_700_000_000, 1_700_000_000);
    await createRealFileSystem().list(folder);
    expect((await readdir(folder)).toSorted()).toEqual([...names, young, aFolder].toSorted());
  });

  it('V9: never fails a scan', async () => {
    await put(temporaryName('a.ecc'), 61_000);
    const refused = Object.assign(new Error('EACCES'), { code: 'EACCES' });
    const files = createRealFileSystem({ disk: { ...plainDisk, unlink: () => Promise.reject(refused) } });
    expect((await files.list(folder))?.every(isTemporaryName)).toBe(true);
  });
});
