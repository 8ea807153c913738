import { describe, expect, it } from 'vitest';
import { extensionOf, folderNameOf, folderPathOf, nameOf } from './path-parts.js';

describe('the parts of a path', () => {
  it.each([
    ['S:\\Mandats\\Rochat\\Compta 2026.CRE', 'S:\\Mandats\\Rochat', 'Rochat', 'Compta 2026.CRE', 'cre'],
    ['/home/anna/a.b/Compta', '/home/anna/a.b', 'a.b', 'Compta', ''],
    ['S:\\Compta.cre', 'S:\\', '', 'Compta.cre', 'cre'],
    ['/Compta.cre', '/', '', 'Compta.cre', 'cre'],
    ['.cre', null, '', '.cre', ''],
    ['', null, '', '', ''],
  ])('of %j', (path, folder, folderName, name, extension) => {
    expect([folderPathOf(path), folderNameOf(path), nameOf(path), extensionOf(path)]).toEqual([
      folder,
      folderName,
      name,
      extension,
    ]);
  });
});
