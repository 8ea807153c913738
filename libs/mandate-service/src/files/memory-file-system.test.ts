import { describe, expect, it } from 'vitest';
import { fileSystemContract } from './file-system.contract.js';
import { createMemoryFileSystem } from './memory-file-system.js';

const settled = (use: () => void): Promise<void> => Promise.resolve().then(use);

fileSystemContract('memory', () => {
  const files = createMemoryFileSystem();
  files.createFolder('/data');
  return Promise.resolve({
    files,
    folder: '/data',
    write: (path, bytes) => settled(() => files.write(path, bytes)),
    rewriteKeepingTime: (path, bytes) => settled(() => files.write(path, bytes, { keepsTime: true })),
    createFolder: (path) => settled(() => files.createFolder(path)),
    remove: (path) => settled(() => files.remove(path)),
    rename: (from, to) => settled(() => files.rename(from, to)),
    link: (path, target) => settled(() => files.link(path, target)),
    deny: (path) => settled(() => files.deny(path)),
    close: () => Promise.resolve(),
  });
});

describe('createMemoryFileSystem', () => {
  it('takes the times from the clock it was given, and tells two writes apart while that stands still', async () => {
    let now = 1000;
    const files = createMemoryFileSystem({ now: () => now });
    const time = async () => (await files.read('/a'))?.fingerprint.modifiedAtMs;
    files.write('/a', 'a');
    expect(await time()).toBe(1000);
    files.write('/a', 'b');
    expect(await time()).toBeCloseTo(1000.001, 6);
    now = 2000;
    files.write('/a', 'c');
    expect(await time()).toBe(2000);
    now = 500;
    files.write('/a', 'd');
    expect(await time()).toBe(500);
  });

  it('writes text as UTF-8', async () => {
    const files = createMemoryFileSystem();
    const text = 'a é € 𝄞 \ud800';
    files.write('/a', text);
    expect((await files.read('/a'))?.bytes).toEqual(new Uint8Array(new TextEncoder().encode(text)));
  });

  it('hides an unmounted volume and shows it again as it was', async () => {
    const files = createMemoryFileSystem();
    files.write('/volume/sub/a', 'a');
    const before = await files.stat('/volume/sub/a');
    files.unmount('/volume');
    expect(await files.stat('/volume/sub/a')).toBeNull();
    expect(await files.stat('/volume')).toBeNull();
    expect(await files.list('/volume/sub')).toBeNull();
    expect(() => files.write('/volume/b', 'b')).toThrow(/ENOENT/u);
    files.mount('/volume');
    expect(await files.stat('/volume/sub/a')).toEqual(before);
  });

  it('moves a folder with all that is in it', async () => {
    const files = createMemoryFileSystem();
    files.write('/one/sub/a', 'a');
    files.rename('/one', '/else/two');
    expect(await files.list('/else/two/sub')).toEqual(['a']);
    expect(await files.stat('/one')).toBeNull();
    expect(() => files.rename('/one', '/x')).toThrow(/ENOENT/u);
  });

  it('tells each folder in which something changed, until it is told to stop', () => {
    const files = createMemoryFileSystem();
    const told: string[] = [];
    const stop = files.onChange((folder) => told.push(folder));
    const toldBy = (change: () => void) => {
      change();
      return told.splice(0);
    };
    expect(toldBy(() => files.write('/one/a', 'a'))).toEqual(['/one']);
    expect(toldBy(() => files.rename('/one', '/two'))).toEqual(['/', '/one', '/two']);
    expect(toldBy(() => files.unmount('/two'))).toEqual(['/', '/two']);
    expect(toldBy(() => files.mount('/two'))).toEqual(['/', '/two']);
    expect(toldBy(() => files.remove('/two/a'))).toEqual(['/two']);
    stop();
    expect(toldBy(() => files.write('/two/b', 'b'))).toEqual([]);
  });
});
