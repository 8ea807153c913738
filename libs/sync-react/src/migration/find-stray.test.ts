import { describe, expect, it } from 'vitest';
import { aCandidate, aLink } from '../examples.js';
import type { LinkMessage } from '../contract-types.js';
import type { Neighbour } from './find-stray.js';
import { rowsOf } from './choices.js';

const OLD = 'S:\\Rochat\\';
const NEW = 'S:\\Archives\\';
const certain = (fileId: string, role: LinkMessage['role'], to: string, from = OLD): LinkMessage =>
  aLink({ fileId, name: fileId, role, path: `${from}${fileId}`, candidates: [aCandidate(to)] });
const entries = certain('a.ecf', 'entries', `${NEW}a.ecf`);
const accounting = certain('c.cre', 'accounting', `${NEW}c.cre`);
const inPlace = (id: string, folder: string): Neighbour => ({
  id,
  role: 'accounting',
  path: `${folder}${id}`,
});

const look = (
  links: readonly LinkMessage[],
  files: readonly Neighbour[] = [],
  unticked: readonly string[] = [],
) => {
  const choices = new Map(
    links
      .filter(({ fileId }) => unticked.includes(fileId))
      .map(({ fileId, candidates: [first] }) => [fileId, { path: first?.path ?? null, isTicked: false }]),
  );
  const row = rowsOf(links, { choices, files }).find(({ link }) => link.fileId === 'a.ecf');
  return [row?.isTicked, row?.stray];
};

describe('an entry file and its accounting', () => {
  it('go together', () => expect(look([entries, accounting])).toEqual([true, null]));

  it('are not parted by leaving the accounting behind', () =>
    expect(look([entries, accounting], [], ['c.cre'])).toEqual([
      false,
      { name: 'c.cre', folder: OLD, isMoving: true },
    ]));

  it('are not parted by an accounting that goes elsewhere', () =>
    expect(look([entries, certain('c.cre', 'accounting', 'D:\\c.cre')])).toEqual([
      false,
      { name: 'c.cre', folder: 'D:\\', isMoving: true },
    ]));

  it('are not parted where the accounting is in its place', () =>
    expect(look([entries], [inPlace('c.cre', OLD)])).toEqual([
      false,
      { name: 'c.cre', folder: OLD, isMoving: false },
    ]));

  it('a new name beside it is no parting', () =>
    expect(look([certain('a.ecf', 'entries', `${OLD}b.ecf`)], [inPlace('c.cre', OLD)])).toEqual([
      true,
      null,
    ]));

  it('one of several accounting files is enough', () =>
    expect(look([entries, accounting], [inPlace('2025.cre', OLD)])).toEqual([true, null]));

  it('with no accounting known beside it, the service knows better', () =>
    expect(look([entries], [inPlace('c.cre', 'S:\\Ailleurs\\')])).toEqual([true, null]));

  it('concerns no document', () =>
    expect(look([certain('a.ecf', 'document', `${NEW}a.ecf`)], [inPlace('c.cre', OLD)])).toEqual([
      true,
      null,
    ]));
});
