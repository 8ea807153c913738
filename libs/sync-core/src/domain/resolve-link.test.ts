import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { recogniseFile, resolveLink } from './resolve-link.js';
import type { FileIdentity, FileLook, Place } from './resolve-link.js';

const place = (path: string): Place => {
  const at = path.lastIndexOf('/');
  return { path, folder: path.slice(0, at), name: path.slice(at + 1) };
};
const attached = place('/mandats/Rochat/Rochat.fac');
const look: FileLook = { size: 4096, modifiedAtMs: 1000, inode: 77 };
const sought: FileIdentity = { name: 'Rochat.fac', documentId: 'doc-1', look };
const found = (path: string, differences: Partial<FileLook> = {}, documentId: string | null = null) => ({
  place: place(path),
  documentId,
  look: { ...look, ...differences },
});

describe('recogniseFile', () => {
  it('L6: the internal id is certain, whatever the file looks like', () => {
    const candidate = recogniseFile(
      sought,
      found('/x/Other.fac', { size: 1, modifiedAtMs: 2, inode: 3 }, 'doc-1'),
    );
    expect(candidate).toEqual({ path: '/x/Other.fac', certainty: 'certain', reasons: ['internal-id'] });
  });

  it('L6: another internal id speaks against it, whatever else agrees', () => {
    expect(recogniseFile(sought, found('/x/Rochat.fac', {}, 'doc-2'))).toBeNull();
  });

  it('L6: file number, size and time together are certain, under any name', () => {
    expect(recogniseFile(sought, found('/x/Other.fac'))).toEqual({
      path: '/x/Other.fac',
      certainty: 'certain',
      reasons: ['file-number', 'size-and-time'],
    });
  });

  it('L6: a file number alone proves nothing: it is used again within milliseconds', () => {
    expect(recogniseFile(sought, found('/x/Other.fac', { size: 1, modifiedAtMs: 2 }))).toBeNull();
  });

  it('L6: a file number under the same name is a document that was moved and then saved', () => {
    expect(recogniseFile(sought, found('/x/Rochat.fac', { size: 5000, modifiedAtMs: 2 }))).toMatchObject({
      certainty: 'likely',
      reasons: ['file-number', 'name'],
    });
  });

  it('L6: size and time without the number, as on another volume, are likely', () => {
    expect(recogniseFile(sought, found('/x/Rochat.fac', { inode: 5 }))).toMatchObject({
      certainty: 'likely',
      reasons: ['size-and-time', 'name'],
    });
  });

  it('L6: the name alone is likely, in whatever way é is spelt', () => {
    const name = 'Société.fac';
    const other = found(`/x/${name.normalize('NFD')}`, { size: 1, modifiedAtMs: 2, inode: 3 });
    expect(recogniseFile({ ...sought, name: name.normalize('NFC') }, other)).toMatchObject({
      certainty: 'likely',
      reasons: ['name'],
    });
  });

  it('L6: where there are no file numbers, 0 equals nothing', () => {
    const without = { ...sought, look: { ...look, inode: 0 } };
    const candidate = recogniseFile(without, found('/x/Rochat.fac', { inode: 0, size: 1 }));
    expect(candidate?.reasons).toEqual(['name']);
  });

  it('L6: never certain without the internal id, or number with size and time', () => {
    const anyLook = fc.record({
      size: fc.constantFrom(1, 2),
      modifiedAtMs: fc.constantFrom(1, 2),
      inode: fc.constantFrom(0, 1, 2),
    });
    const anyId = fc.constantFrom(null, 'a', 'b');
    const anyName = fc.constantFrom('x.fac', 'y.fac');
    fc.assert(
      fc.property(anyLook, anyLook, anyId, anyId, anyName, (one, other, id, otherId, name) => {
        const candidate = recogniseFile(
          { name: 'x.fac', documentId: id, look: one },
          { place: place(`/n/${name}`), documentId: otherId, look: other },
        );
        const isSameId = id !== null && id === otherId;
        const isUntouched =
          one.inode !== 0 &&
          one.inode === other.inode &&
          one.size === other.size &&
          one.modifiedAtMs === other.modifiedAtMs;
        const isOtherId = id !== null && otherId !== null && id !== otherId;
        expect(candidate?.certainty === 'certain').toBe(!isOtherId && (isSameId || isUntouched));
      }),
    );
  });
});

describe('resolveLink', () => {
  const at = (path: string, certainty: 'certain' | 'likely' = 'certain') => ({
    place: place(path),
    certainty,
  });
  const opened = (path: string, documentId: string | null = 'doc-1') => ({ place: place(path), documentId });
  const known = { documentId: 'doc-1', candidates: [] };

  it('L1: in its place, opened or not', () => {
    expect(resolveLink(attached, true, null, known)).toBe('linked');
    expect(resolveLink(attached, true, opened(attached.path), known)).toBe('linked');
  });

  it.each([
    ['/mandats/Rochat/Neu.fac', 'renamed'],
    ['/mandats/Neu/Rochat.fac', 'moved'],
    ['/mandats/Neu/Neu.fac', 'moved-and-renamed'],
  ] as const)('L1: found or opened at %s it is %s', (path, status) => {
    expect(resolveLink(attached, false, null, { ...known, candidates: [at(path)] })).toBe(status);
    expect(resolveLink(attached, false, opened(path), known)).toBe(status);
  });

  it('L2: several places are for a person to choose from, unless one alone is certain', () => {
    const [a, b] = ['/a/Rochat.fac', '/b/Rochat.fac'];
    const resolve = (...candidates: ReturnType<typeof at>[]) =>
      resolveLink(attached, false, null, { ...known, candidates });
    expect(resolve(at(a), at(b))).toBe('ambiguous');
    expect(resolve(at(a, 'likely'), at(b, 'likely'))).toBe('ambiguous');
    expect(resolve(at(a, 'likely'), at(b))).toBe('moved');
  });

  it('L3: another document in its place', () => {
    expect(resolveLink(attached, true, opened(attached.path, 'doc-2'), known)).toBe('other-file');
    expect(resolveLink(attached, true, opened(attached.path, null), known)).toBe('linked');
  });

  it('L4: a copy is not taken for it while the original is in its place', () => {
    expect(resolveLink(attached, true, opened('/copy/Rochat.fac'), known)).toBe('copy');
  });

  it('L5: nothing found', () => expect(resolveLink(attached, false, null, known)).toBe('missing'));
});
