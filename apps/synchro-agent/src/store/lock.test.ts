import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FolderInUseError, lockFolder } from './lock.js';
import type { FolderLock } from './lock.js';
import { childRunner } from './run-child.js';

describe('lockFolder', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'synchro-lock-'));
  });
  const taken: FolderLock[] = [];
  const take = (which: string) => void taken.push(lockFolder(which));
  afterEach(async () => {
    for (const lock of taken.splice(0)) lock.release();
    await rm(folder, { recursive: true });
  });

  it(
    'refuses a second agent at once, naming the first, until that one is gone – even killed',
    { timeout: 30_000 },
    async () => {
      const runHolder = await childRunner('lock-holder.child.ts');
      await using holder = runHolder(folder);
      await holder.written(1);
      expect(() => lockFolder(folder)).toThrow(
        expect.objectContaining({ name: 'FolderInUseError', folder, pid: holder.pid }) as Error,
      );
      expect(() => lockFolder(folder)).toThrow(new RegExp(`process ${holder.pid}.*--data`, 'u'));
      await holder.kill();
      lockFolder(folder).release();
    },
  );

  it('refuses a second agent in the same process too', () => {
    take(folder);
    expect(() => lockFolder(folder)).toThrow(FolderInUseError);
    expect(() => lockFolder(folder)).toThrow(FolderInUseError); // a refused one must not have broken the lock
  });

  it('lets go when it is told to, once', () => {
    const { release } = lockFolder(folder);
    release();
    take(folder);
    release();
    expect(() => lockFolder(folder)).toThrow(FolderInUseError);
  });

  it('makes the folder where it is missing, and folders apart do not disturb each other', () => {
    take(join(folder, 'one'));
    take(join(folder, 'deep', 'two'));
    expect(() => lockFolder(join(folder, 'one'))).toThrow(FolderInUseError);
  });
});
