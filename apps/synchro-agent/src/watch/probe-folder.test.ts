import type { BigIntStats } from 'node:fs';
import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { folderIdentity, probeFolder } from './probe-folder.js';

describe('probeFolder', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'synchro-probe-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  it('finds a folder, and nothing where none or a file is', async () => {
    await writeFile(join(folder, 'file'), '');
    expect(await probeFolder(folder)).toMatchObject({ identity: expect.any(String) as string });
    expect(await probeFolder(join(folder, 'nothing'))).toBeNull();
    expect(await probeFolder(join(folder, 'file'))).toBeNull();
  });

  it('knows a folder again, and tells it from the one that took its place', async () => {
    const sub = join(folder, 'sub');
    await mkdir(sub);
    const first = await probeFolder(sub);
    expect(await probeFolder(sub)).toEqual(first);
    await rename(sub, join(folder, 'moved'));
    await mkdir(sub);
    expect((await probeFolder(sub))?.identity).not.toBe(first?.identity);
  });

  it('V5: tells a folder from the one that was created where it was removed, also under the same number', () => {
    const births = [1n, 2n].map((birthtimeNs) => ({ dev: 1n, ino: 2n, birthtimeNs }) as BigIntStats);
    expect(new Set(births.map(folderIdentity)).size).toBe(2);
  });
});
