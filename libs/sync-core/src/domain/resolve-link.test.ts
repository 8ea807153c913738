import { describe, expect, it } from 'vitest';
import type { Place } from './recognise-file.js';
import { resolveLink } from './resolve-link.js';

const place = (path: string): Place => {
  const at = path.lastIndexOf('/');
  return { path, folder: path.slice(0, at), name: path.slice(at + 1) };
};
const attached = place('/mandats/Rochat/Rochat.fac');
describe('resolveLink', () => {
  const at = (path: string, certainty: 'certain' | 'likely' = 'certain') => ({
    place: place(path),
    certainty,
  });
  const opened = (path: string, documentId: string | null = 'doc-1') => ({ place: place(path), documentId });
  const known = { documentId: 'doc-1', candidates: [] };

  it('L1: in its place, opened or not', () => {
    expect(resolveLink(attached, 'it', null, known)).toBe('linked');
    expect(resolveLink(attached, 'it', opened(attached.path), known)).toBe('linked');
  });

  it.each([
    ['/mandats/Rochat/Neu.fac', 'renamed'],
    ['/mandats/Neu/Rochat.fac', 'moved'],
    ['/mandats/Neu/Neu.fac', 'moved-and-renamed'],
  ] as const)('L1: found or opened at %s it is %s', (path, status) => {
    expect(resolveLink(attached, 'nothing', null, { ...known, candidates: [at(path)] })).toBe(status);
    expect(resolveLink(attached, 'nothing', opened(path), known)).toBe(status);
  });

  it('L2: without one certain place a person chooses', () => {
    const [a, b] = ['/a/Rochat.fac', '/b/Rochat.fac'];
    const resolve = (...candidates: ReturnType<typeof at>[]) =>
      resolveLink(attached, 'nothing', null, { ...known, candidates });
    expect(resolve(at(a), at(b))).toBe('ambiguous');
    expect(resolve(at(a, 'likely'), at(b, 'likely'))).toBe('ambiguous');
    expect(resolve(at(a, 'likely'))).toBe('ambiguous');
    expect(resolve(at(a, 'likely'), at(b))).toBe('moved');
  });

  it('L3: another document in its place', () => {
    expect(resolveLink(attached, 'it', opened(attached.path, 'doc-2'), known)).toBe('other-file');
    expect(resolveLink(attached, 'it', opened(attached.path, null), known)).toBe('linked');
  });

  it('L4: a copy is not taken for it while the original is in its place', () => {
    expect(resolveLink(attached, 'it', opened('/copy/Rochat.fac'), known)).toBe('copy');
  });

  it('L5: nothing found', () => expect(resolveLink(attached, 'nothing', null, known)).toBe('missing'));

  it('L8: what is known to be another attached file is not it, unless its program says so', () => {
    expect(resolveLink(attached, 'another', null, known)).toBe('other-file');
    expect(resolveLink(attached, 'another', opened(attached.path, null), known)).toBe('other-file');
    expect(resolveLink(attached, 'another', opened(attached.path), known)).toBe('linked');
    expect(resolveLink(attached, 'another', opened('/x/Rochat.fac'), known)).toBe('moved');
  });
});
