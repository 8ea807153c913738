import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { FileSystem } from './file-system.js';

/** A file system under test, and how other programs change it behind the service's back. */
export interface OpenedFileSystem {
  readonly files: FileSystem;
  /** An empty folder for the test. */
  readonly folder: string;
  /** Writes in place; the folder is there. */
  write(path: string, bytes: Uint8Array): Promise<void>;
  /** Writes in place, and gives the file the time stamp back that it had. */
  rewriteKeepingTime(path: string, bytes: Uint8Array): Promise<void>;
  createFolder(path: string): Promise<void>;
  remove(path: string): Promise<void>;
  rename(from: string, to: string): Promise<void>;
  /** A symbolic link; absent where the system has none, or the user may not make one. */
  link?(path: string, target: string): Promise<void>;
  /** Makes reading the file fail as without permission; absent where that cannot be arranged. */
  deny?(path: string): Promise<void>;
  close(): Promise<void>;
}

/** What every file system must pass, so that what the service does in memory is what it does on a disk. */
export function fileSystemContract(name: string, open: () => Promise<OpenedFileSystem>): void {
  describe(`${name}: a file system`, () => {
    let opened: OpenedFileSystem;
    beforeEach(async () => {
      opened = await open();
    });
    afterEach(() => opened.close());

    const at = (...names: string[]) =>
      names.reduce((folder, child) => opened.files.join(folder, child), opened.folder);
    const write = (path: string, content: string | Uint8Array = 'content') =>
      opened.write(
        path,
        typeof content === 'string' ? Uint8Array.from(content, (c) => c.charCodeAt(0)) : content,
      );
    const text = async (path: string) => {
      const read = await opened.files.read(path);
      return read && String.fromCharCode(...read.bytes);
    };
    const origin = async (path: string) => {
      const found = await opened.files.stat(path);
      if (found?.kind !== 'file') throw new Error(`${path} is ${found?.kind ?? 'not there'}`);
      return found.origin;
    };
    const fingerprint = async (path: string) => {
      const found = await opened.files.stat(path);
      if (found?.kind !== 'file') throw new Error(`${path} is ${found?.kind ?? 'not there'}`);
      return found.fingerprint;
    };

    describe('paths', () => {
      it('are taken apart and put together', () => {
        const path = at('sub', 'Öffne été.ecf');
        expect(opened.files.isAbsolute(path)).toBe(true);
        expect(opened.files.isAbsolute('sub/file')).toBe(false);
        expect(opened.files.isAbsolute('')).toBe(false);
        expect(opened.files.nameOf(path)).toBe('Öffne été.ecf');
        expect(opened.files.folderOf(path)).toBe(at('sub'));
        expect(opened.files.folderOf(at('sub'))).toBe(opened.folder);
      });
    });

    describe('stat', () => {
      it('tells a file with its fingerprint, a folder, and nothing', async () => {
        await write(at('a.ecf'), 'four');
        await opened.createFolder(at('sub'));
        const found = await opened.files.stat(at('a.ecf'));
        expect(found).toEqual({
          kind: 'file',
          fingerprint: {
            size: 4,
            modifiedAtMs: expect.any(Number) as number,
            inode: expect.any(Number) as number,
            changedAtMs: expect.any(Number) as number,
          },
          origin: {
            volume: expect.any(String) as string,
            bornAtMs: expect.toSatisfy(isNumberOrNull) as number,
          },
        });
        expect(await opened.files.stat(at('sub'))).toEqual({
          kind: 'folder',
          changedAtMs: expect.any(Number) as number,
          volume: found?.kind === 'file' ? found.origin.volume : '',
        });
        expect(await opened.files.stat(at('nothing'))).toBeNull();
        expect(await opened.files.stat(at('no folder', 'nothing'))).toBeNull();
      });

      it('keeps birth and volume over a rewrite and a rename, and a file in its place has a birth of its own', async () => {
        await write(at('a.ecf'), 'one');
        const first = await origin(at('a.ecf'));
        await write(at('a.ecf'), 'two, longer');
        await opened.createFolder(at('sub'));
        await opened.rename(at('a.ecf'), at('sub', 'b.ecf'));
        expect(await origin(at('sub', 'b.ecf'))).toEqual(first);
        // A disk's clock may tick more slowly than two files are made.
        await expect
          .poll(async () => {
            await opened.remove(at('sub', 'b.ecf'));
            await write(at('sub', 'b.ecf'));
            return (await origin(at('sub', 'b.ecf'))).bornAtMs ?? 'not told';
          })
          .not.toBe(first.bornAtMs);
      });

      it('tells by its time of change that something came into a folder, and that something went', async () => {
        await opened.createFolder(at('sub'));
        const changedAt = async () => {
          const found = await opened.files.stat(at('sub'));
          return found?.kind === 'folder' ? found.changedAtMs : null;
        };
        const empty = await changedAt();
        let files = 0;
        await expect
          .poll(async () => {
            await write(at('sub', `${(files += 1)}.ecf`));
            return changedAt();
          })
          .not.toBe(empty);
        const full = await changedAt();
        await expect
          .poll(async () => {
            if (files > 0) await opened.remove(at('sub', `${files--}.ecf`));
            return changedAt();
          })
          .not.toBe(full);
      });

      it('tells a link from what it leads to, and nothing from both', async () => {
        await write(at('a.ecf'));
        await opened.createFolder(at('sub'));
        for (const path of [at('a.ecf'), at('sub'), at('nothing'), at('a.ecf', 'b')])
          expect([path, await opened.files.isLink(path)]).toEqual([path, false]);
        if (opened.link === undefined) return;
        await opened.link(at('to file'), at('a.ecf'));
        await opened.link(at('to folder'), at('sub'));
        await opened.link(at('to nothing'), at('gone'));
        for (const path of [at('to file'), at('to folder'), at('to nothing')])
          expect([path, await opened.files.isLink(path)]).toEqual([path, true]);
      });

      it('finds nothing below a file', async () => {
        await write(at('a.ecf'));
        expect(await opened.files.stat(at('a.ecf', 'b'))).toBeNull();
      });

      it('gives the same fingerprint while nothing happens, in numbers that JSON keeps', async () => {
        await write(at('a.ecf'));
        const first = await fingerprint(at('a.ecf'));
        expect(await fingerprint(at('a.ecf'))).toEqual(first);
        expect(JSON.parse(JSON.stringify(first))).toEqual(first);
        expect(Number.isSafeInteger(first.inode)).toBe(true);
      });

      it('gives another fingerprint after a rewrite of the same length, and the inode stays', async () => {
        await write(at('a.ecf'), 'one');
        const first = await fingerprint(at('a.ecf'));
        // A disk's clock may tick more slowly than two writes follow each other.
        await expect
          .poll(async () => {
            await write(at('a.ecf'), 'two');
            return (await fingerprint(at('a.ecf'))).modifiedAtMs;
          })
          .not.toBe(first.modifiedAtMs);
        expect((await fingerprint(at('a.ecf'))).inode).toBe(first.inode);
      });

      it('gives another fingerprint after a rewrite of the same length that keeps the time stamp', async () => {
        await write(at('a.ecf'), '1250.00');
        const first = await fingerprint(at('a.ecf'));
        await expect
          .poll(async () => {
            await opened.rewriteKeepingTime(
              at('a.ecf'),
              Uint8Array.from('1350.00', (c) => c.charCodeAt(0)),
            );
            return (await fingerprint(at('a.ecf'))).changedAtMs;
          })
          .not.toBe(first.changedAtMs);
        expect(await fingerprint(at('a.ecf'))).toMatchObject({ size: 7, inode: first.inode });
      });

      it('keeps the inode over a rename, and tells a replaced file by it', async () => {
        await write(at('a.ecf'));
        await write(at('b.ecf'));
        const a = await fingerprint(at('a.ecf'));
        const b = await fingerprint(at('b.ecf'));
        expect(a.inode).not.toBe(b.inode);
        await opened.rename(at('a.ecf'), at('b.ecf'));
        expect((await fingerprint(at('b.ecf'))).inode).toBe(a.inode);
        expect(await opened.files.stat(at('a.ecf'))).toBeNull();
      });
    });

    describe('read', () => {
      it('gives the bytes with the fingerprint of stat', async () => {
        const bytes = Uint8Array.from({ length: 256 }, (_, i) => i);
        await write(at('a.ecf'), bytes);
        const read = await opened.files.read(at('a.ecf'));
        expect(read?.bytes).toBeInstanceOf(Uint8Array);
        expect([...(read?.bytes ?? [])]).toEqual([...bytes]);
        expect(read?.fingerprint).toEqual(await fingerprint(at('a.ecf')));
      });

      it('gives an empty file as empty', async () => {
        await write(at('a.ecf'), '');
        expect((await opened.files.read(at('a.ecf')))?.bytes).toHaveLength(0);
      });

      it('gives a large file whole', async () => {
        const bytes = new Uint8Array(3_000_000).map((_, i) => i % 251);
        await write(at('a.ecf'), bytes);
        const read = await opened.files.read(at('a.ecf'));
        expect(read?.bytes.length).toBe(3_000_000);
        expect(read?.bytes.every((byte, i) => byte === i % 251)).toBe(true);
      });

      it('finds nothing where nothing or a folder is', async () => {
        await opened.createFolder(at('sub'));
        await write(at('a.ecf'));
        expect(await opened.files.read(at('nothing'))).toBeNull();
        expect(await opened.files.read(at('sub'))).toBeNull();
        expect(await opened.files.read(at('a.ecf', 'b'))).toBeNull();
      });

      it('throws where the file is there and may not be read', async ({ skip }) => {
        if (opened.deny === undefined) return skip('cannot be arranged here');
        await write(at('a.ecf'));
        await opened.deny(at('a.ecf'));
        await expect(opened.files.read(at('a.ecf'))).rejects.toThrow(/EACCES|EPERM/u);
      });
    });

    describe('readPieces', () => {
      const pieces = async (path: string) => {
        const taken: number[] = [];
        const fingerprint = await opened.files.readPieces(path, (piece) => taken.push(...piece));
        return { taken, fingerprint };
      };

      it('gives all bytes in their order, with the fingerprint of stat', async () => {
        const bytes = Uint8Array.from({ length: 200_000 }, (_, i) => i % 251);
        await write(at('a.fac'), bytes);
        const { taken, fingerprint: read } = await pieces(at('a.fac'));
        expect(taken.length).toBe(200_000);
        expect(taken.every((byte, i) => byte === i % 251)).toBe(true);
        expect(read).toEqual(await fingerprint(at('a.fac')));
      });

      it('of an empty file are none', async () => {
        await write(at('a.fac'), '');
        expect((await pieces(at('a.fac'))).taken).toEqual([]);
        expect((await pieces(at('a.fac'))).fingerprint?.size).toBe(0);
      });

      it('finds nothing where nothing or a folder is', async () => {
        await opened.createFolder(at('sub'));
        for (const path of [at('nothing'), at('sub')]) expect((await pieces(path)).fingerprint).toBeNull();
      });
    });

    describe('a link', () => {
      it('within its folder is the file it leads to', async ({ skip }) => {
        if (opened.link === undefined) return skip('no links here');
        await opened.createFolder(at('sub'));
        await write(at('sub', 'a.ecf'), 'a');
        await opened.link(at('link.ecf'), at('sub', 'a.ecf'));
        expect(await text(at('link.ecf'))).toBe('a');
        expect(await fingerprint(at('link.ecf'))).toEqual(await fingerprint(at('sub', 'a.ecf')));
      });

      it('that leads out of its folder is outside and never opened', async ({ skip }) => {
        if (opened.link === undefined) return skip('no links here');
        await opened.createFolder(at('sub'));
        await opened.createFolder(at('sub2'));
        await write(at('secret'), 'secret');
        await write(at('sub2', 'secret'), 'secret');
        await opened.link(at('sub', 'up.ecf'), at('secret'));
        await opened.link(at('sub', 'beside.ecf'), at('sub2', 'secret'));
        for (const name of ['up.ecf', 'beside.ecf']) {
          expect(await opened.files.stat(at('sub', name))).toEqual({ kind: 'outside' });
          expect(await opened.files.read(at('sub', name))).toBeNull();
          const taken: Uint8Array[] = [];
          expect(await opened.files.readPieces(at('sub', name), (piece) => taken.push(piece))).toBeNull();
          expect(taken).toEqual([]);
        }
      });

      it('to nothing is nothing', async ({ skip }) => {
        if (opened.link === undefined) return skip('no links here');
        await opened.link(at('link.ecf'), at('nothing'));
        expect(await opened.files.stat(at('link.ecf'))).toBeNull();
        expect(await opened.files.read(at('link.ecf'))).toBeNull();
      });
    });

    describe('list', () => {
      it('names what is in the folder, not below it', async () => {
        await write(at('a.ecf'));
        await write(at('é.ecf'));
        await opened.createFolder(at('sub'));
        await write(at('sub', 'b.ecf'));
        expect([...((await opened.files.list(opened.folder)) ?? [])].sort()).toEqual([
          'a.ecf',
          'sub',
          'é.ecf',
        ]);
      });

      it('tells what each of them is', async ({ skip }) => {
        await write(at('a.ecf'));
        await opened.createFolder(at('sub'));
        const listed = async () =>
          ((await opened.files.listKinds(opened.folder)) ?? [])
            .map(({ name, kind }) => `${name} ${kind}`)
            .sort();
        expect(await listed()).toEqual(['a.ecf file', 'sub folder']);
        expect(await opened.files.listKinds(at('nothing'))).toBeNull();
        if (opened.link === undefined) return skip('no links here');
        await opened.link(at('link.ecf'), at('a.ecf'));
        expect(await listed()).toContain('link.ecf other');
      });

      it('D3b: tells nothing of a folder behind a link that is below the named one', async () => {
        await opened.createFolder(at('sub'));
        await opened.createFolder(at('sub', 'deep'));
        await write(at('sub', 'deep', 'a.ecf'));
        const { folder, files } = opened;
        for (const within of [folder, at('sub'), at('sub', 'deep')])
          expect(await files.listKinds(at('sub', 'deep'), within)).toEqual([{ name: 'a.ecf', kind: 'file' }]);
        expect(await files.listKinds(at('nothing'), folder)).toBeNull();
        expect(await files.listKinds(at('sub', 'deep', 'a.ecf'), folder)).toBeNull();
        if (opened.link === undefined) return;
        await opened.link(at('link'), at('sub'));
        expect(await files.listKinds(at('link'), folder)).toBeNull();
        expect(await files.listKinds(at('link', 'deep'), folder)).toBeNull();
      });

      it('of an empty folder is empty; of none, or of a file, is null', async () => {
        await opened.createFolder(at('sub'));
        await write(at('a.ecf'));
        expect(await opened.files.list(at('sub'))).toEqual([]);
        expect(await opened.files.list(at('nothing'))).toBeNull();
        expect(await opened.files.list(at('a.ecf'))).toBeNull();
      });

      it('forgets what was removed', async () => {
        await opened.createFolder(at('sub'));
        await write(at('sub', 'a.ecf'));
        await opened.remove(at('sub', 'a.ecf'));
        expect(await opened.files.list(at('sub'))).toEqual([]);
        await opened.remove(at('sub'));
        expect(await opened.files.list(at('sub'))).toBeNull();
      });
    });

    describe('create', () => {
      const bytes = Uint8Array.of(1, 2, 3);

      it('makes the file, whole', async () => {
        expect(await opened.files.create(at('claim'), bytes)).toBe(true);
        expect([...((await opened.files.read(at('claim')))?.bytes ?? [])]).toEqual([1, 2, 3]);
      });

      it('leaves what is there as it is', async () => {
        await write(at('claim'), '');
        expect(await opened.files.create(at('claim'), bytes)).toBe(false);
        expect(await text(at('claim'))).toBe('');
        await opened.createFolder(at('sub'));
        expect(await opened.files.create(at('sub'), bytes)).toBe(false);
      });

      it('does not follow a link, also to nothing', async () => {
        if (opened.link === undefined) return;
        await opened.link(at('claim'), at('nothing'));
        expect(await opened.files.create(at('claim'), bytes)).toBe(false);
        expect(await opened.files.stat(at('nothing'))).toBeNull();
      });

      it('succeeds for one of several', async () => {
        const tries = [1, 2, 3, 4].map((n) => opened.files.create(at('claim'), Uint8Array.of(n)));
        const made = await Promise.all(tries);
        expect(made.filter(Boolean)).toHaveLength(1);
        const winner = made.indexOf(true) + 1;
        expect([...((await opened.files.read(at('claim')))?.bytes ?? [])]).toEqual([winner]);
      });

      it('fails where the folder is not there', async () => {
        await expect(opened.files.create(at('nothing', 'claim'), bytes)).rejects.toThrow(/ENOENT/u);
      });
    });

    describe('move', () => {
      it('gives a file another name, for one of several', async () => {
        await write(at('claim'), 'claim');
        const moved = await Promise.all(
          ['a', 'b', 'c'].map((name) => opened.files.move(at('claim'), at(name))),
        );
        expect(moved.filter(Boolean)).toHaveLength(1);
        const name = ['a', 'b', 'c'][moved.indexOf(true)] ?? '';
        expect(await opened.files.list(opened.folder)).toEqual([name]);
        expect(await text(at(name))).toBe('claim');
      });

      it('tells that there is none', async () => {
        expect(await opened.files.move(at('nothing'), at('a'))).toBe(false);
        expect(await opened.files.move(at('no folder', 'nothing'), at('no folder', 'a'))).toBe(false);
      });
    });

    describe('replace', () => {
      const bytes = Uint8Array.of(1, 2, 3);

      it('makes the file', async () => {
        await opened.files.replace(at('claim'), bytes);
        expect([...((await opened.files.read(at('claim')))?.bytes ?? [])]).toEqual([1, 2, 3]);
      });

      it('puts another file in its place and leaves nothing else behind', async () => {
        await write(at('claim'), 'before');
        const before = await fingerprint(at('claim'));
        await opened.files.replace(at('claim'), bytes);
        expect((await fingerprint(at('claim'))).inode).not.toBe(before.inode);
        expect(await opened.files.list(opened.folder)).toEqual(['claim']);
      });

      it('keeps its own copy of the bytes', async () => {
        const mine = Uint8Array.of(1);
        await opened.files.replace(at('claim'), mine);
        mine[0] = 9;
        expect([...((await opened.files.read(at('claim')))?.bytes ?? [])]).toEqual([1]);
      });

      it('fails where the folder is not there or a folder is in its place, and leaves nothing behind', async () => {
        await expect(opened.files.replace(at('nothing', 'claim'), bytes)).rejects.toThrow(/ENOENT/u);
        await opened.createFolder(at('sub'));
        await expect(opened.files.replace(at('sub'), bytes)).rejects.toThrow(
          /EISDIR|EEXIST|ENOTEMPTY|EPERM/u,
        );
        expect(await opened.files.list(opened.folder)).toEqual(['sub']);
      });
    });

    describe('removeFile', () => {
      it('removes the file and nothing else; of nothing it is over at once', async () => {
        await write(at('claim'));
        await write(at('claim.ecf'));
        await opened.files.removeFile(at('claim'));
        expect(await opened.files.list(opened.folder)).toEqual(['claim.ecf']);
        await opened.files.removeFile(at('claim'));
        await opened.files.removeFile(at('nothing', 'claim'));
        expect(await opened.files.list(opened.folder)).toEqual(['claim.ecf']);
      });

      it('fails where a folder is in its place, and leaves it', async () => {
        await opened.createFolder(at('sub'));
        await expect(opened.files.removeFile(at('sub'))).rejects.toThrow(/EISDIR|EPERM|EACCES/u);
        expect(await opened.files.list(opened.folder)).toEqual(['sub']);
      });

      it('of a link removes the link, not the file it leads to', async ({ skip }) => {
        if (opened.link === undefined) return skip('no links here');
        await write(at('a.ecf'), 'a');
        await opened.link(at('link'), at('a.ecf'));
        await opened.files.removeFile(at('link'));
        expect(await opened.files.list(opened.folder)).toEqual(['a.ecf']);
        expect(await text(at('a.ecf'))).toBe('a');
      });
    });
  });
}

const isNumberOrNull = (value: unknown): boolean => value === null || typeof value === 'number';
