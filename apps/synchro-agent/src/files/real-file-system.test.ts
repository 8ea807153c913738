import { execFileSync } from 'node:child_process';
import {
  appendFile,
  chmod,
  mkdir,
  mkdtemp,
  open,
  rename,
  rm,
  stat,
  symlink,
  utimes,
  writeFile,
} from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileSystemContract } from '@synchro/mandate-service/contract-suites';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createRealFileSystem } from './real-file-system.js';

const isRoot = process.getuid?.() === 0;
const isWindows = process.platform === 'win32';

fileSystemContract('the real one', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'synchro-files-'));
  return {
    files: createRealFileSystem(),
    folder,
    write: (path, bytes) => writeFile(path, bytes),
    rewriteKeepingTime: async (path, bytes) => {
      const { atimeMs, mtimeMs } = await stat(path);
      await writeFile(path, bytes);
      await utimes(path, atimeMs / 1000, mtimeMs / 1000);
    },
    createFolder: (path) => mkdir(path),
    remove: (path) => rm(path, { recursive: true }),
    rename,
    ...(isWindows ? {} : { link: (path: string, target: string) => symlink(target, path) }),
    // Root may read everything, and Windows knows no such rights.
    ...(isRoot || isWindows ? {} : { deny: (path: string) => chmod(path, 0o000) }),
    close: () => rm(folder, { recursive: true }),
  };
});

describe('createRealFileSystem', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'synchro-files-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  /** Opens as ever, and does something once the first bytes of the file were read. */
  const openThen = (meanwhile: () => Promise<void>): typeof open => {
    return async (...args) => {
      const handle = await open(...args);
      const read = handle.read.bind(handle) as (...given: unknown[]) => Promise<{ bytesRead: number }>;
      let reads = 0;
      handle.read = (async (...given: unknown[]) => {
        const answer = await read(...given);
        if ((reads += 1) === 1) await meanwhile();
        return answer;
      }) as FileHandle['read'];
      return handle;
    };
  };

  it.each([
    ['grew', (path: string) => appendFile(path, 'more')],
    ['was rewritten with as many bytes', (path: string) => writeFile(path, 'after!')],
    [
      'was replaced by a rename',
      async (path: string) => {
        await writeFile(`${path}.new`, 'before');
        await rename(`${path}.new`, path);
      },
    ],
    ['was removed', (path: string) => rm(path)],
  ])('reads nothing of a file that %s while it was read', async (_, change) => {
    const path = join(folder, 'a.ecf');
    await writeFile(path, 'before');
    const files = createRealFileSystem({ openFile: openThen(() => change(path)) });
    expect(await files.read(path)).toBeNull();
  });

  it('holds no more of a file that grows while it is read than it had at first', async () => {
    const path = join(folder, 'a.ecf');
    await writeFile(path, 'before');
    let held = 0;
    const files = createRealFileSystem({
      openFile: async (...args) => {
        const handle = await open(...args);
        const read = handle.read.bind(handle) as (...given: unknown[]) => Promise<{ bytesRead: number }>;
        handle.read = (async (bytes: Uint8Array, ...given: unknown[]) => {
          held = Math.max(held, bytes.length);
          await appendFile(path, 'x'.repeat(1_000_000));
          return read(bytes, ...given);
        }) as FileHandle['read'];
        return handle;
      },
    });
    expect(await files.read(path, { maxBytes: 100 })).toBeNull();
    expect(held).toBe(6);
  });

  it('throws for a file over its limit without reading any of it', async () => {
    const path = join(folder, 'a.ecf');
    const sparse = await open(path, 'w');
    await sparse.truncate(5_000_000_000);
    await sparse.close();
    let reads = 0;
    const openFile: typeof open = async (...args) => {
      const handle = await open(...args);
      handle.read = () => Promise.reject(new Error(`read ${(reads += 1)}`));
      return handle;
    };
    await expect(createRealFileSystem({ openFile }).read(path)).rejects.toMatchObject({
      reason: 'too-large',
      size: 5_000_000_000,
    });
    expect(reads).toBe(0);
  });

  it('lets the tick pass in which a file was written, so that a second write in it cannot hide', async () => {
    const path = join(folder, 'a.ecf');
    await writeFile(path, 'one');
    const { mtimeMs } = await stat(path);
    const waits: number[] = [];
    const readAt = async (age: number) => {
      const files = createRealFileSystem({
        now: () => mtimeMs + age,
        wait: async (ms) => {
          waits.push(ms);
          await writeFile(path, 'two');
          await utimes(path, mtimeMs / 1000, mtimeMs / 1000);
        },
      });
      return Buffer.from((await files.read(path))?.bytes ?? []).toString();
    };
    expect(await readAt(20)).toBe('one');
    expect(waits).toEqual([]);
    expect(await readAt(0)).toBe('two');
    expect(waits).toEqual([12]);
  });

  it('follows links on the way to the folder, since the user chose that path', async () => {
    await mkdir(join(folder, 'real'));
    await writeFile(join(folder, 'real', 'a.ecf'), 'a');
    await symlink(join(folder, 'real'), join(folder, 'link'));
    const files = createRealFileSystem();
    expect(await files.stat(join(folder, 'link', 'a.ecf'))).toMatchObject({ kind: 'file' });
    expect((await files.read(join(folder, 'link', 'a.ecf')))?.bytes).toHaveLength(1);
  });

  it.skipIf(isWindows)('neither waits for a pipe nor takes it for a file', async () => {
    const pipe = join(folder, 'pipe.ecf');
    execFileSync('mkfifo', [pipe]);
    const files = createRealFileSystem();
    expect(await files.stat(pipe)).toBeNull();
    expect(await files.read(pipe)).toBeNull();
  });

  it.skipIf(isWindows)('finds nothing where a path can lead to none', async () => {
    const loop = join(folder, 'loop.ecf');
    await symlink(loop, loop);
    const files = createRealFileSystem();
    for (const path of [loop, join(folder, 'x'.repeat(300)), join(folder, 'a\u0000b')]) {
      expect(await files.stat(path)).toBeNull();
      expect(await files.read(path)).toBeNull();
    }
  });

  it('passes on what the system says where a file is there and cannot be read', async () => {
    const path = join(folder, 'a.ecf');
    await writeFile(path, 'a');
    const refused = Object.assign(new Error('EACCES: permission denied'), { code: 'EACCES' });
    const files = createRealFileSystem({ openFile: () => Promise.reject(refused) });
    await expect(files.read(path)).rejects.toBe(refused);
  });
});
