import { describe, expect, it } from 'vitest';
import { comparePaths, folderOf } from './compare-paths.js';

/** The path with what differs in brackets. */
const compare = (path: string, other: string): string => {
  const { folder, name } = comparePaths(path, other);
  return [...folder, name].map(({ text, differs }) => (differs ? `[${text}]` : text)).join('');
};

describe('comparePaths', () => {
  it.each([
    ['renamed', 'S:\\a\\x.fac', 'S:\\a\\y.fac', 'S:\\a\\[x.fac]'],
    ['a folder renamed', 'S:\\a\\b\\x.fac', 'S:\\c\\b\\x.fac', 'S:\\[a\\]b\\x.fac'],
    ['one folder more', 'S:\\a\\b\\x.fac', 'S:\\a\\x.fac', 'S:\\a\\[b\\]x.fac'],
    ['one folder less', 'S:\\a\\x.fac', 'S:\\a\\b\\x.fac', 'S:\\a\\x.fac'],
    ['the same folder twice', '/a/a/x.fac', '/a/x.fac', '/a/[a/]x.fac'],
    ['another drive', 'S:\\a\\x.fac', 'D:\\a\\x.fac', '[S:\\]a\\x.fac'],
    ['a share', '\\\\srv\\a\\x.fac', '\\\\srv\\b\\x.fac', '\\\\srv\\[a\\]x.fac'],
    ['the case of a letter', '/a/X.fac', '/a/x.fac', '/a/[X.fac]'],
    ['a folder alone', 'S:\\a\\b\\', 'S:\\c\\b\\', 'S:\\[a\\]b\\'],
    ['nothing', '/a/x.fac', '/a/x.fac', '/a/x.fac'],
  ])('%s', (_, path, other, expected) => expect(compare(path, other)).toBe(expected));

  it('loses nothing of a path', () => {
    for (const path of ['\\\\srv\\x y\\z.fac', '/a//b/c', 'c', '/']) expect(compare(path, path)).toBe(path);
    expect(folderOf('S:\\a\\x.fac')).toBe('S:\\a\\');
  });
});
