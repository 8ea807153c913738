import { describe, expect, it } from 'vitest';
import { linkExamples, migrationExamples } from '../examples.js';
import type { LinkMessage } from '../contract-types.js';
import { movesOf, rowsOf } from './choices.js';
import type { Choices } from './choices.js';
import { groupRows } from './group-rows.js';

const none: Choices = new Map();
const moves = (links: readonly LinkMessage[], choices = none) => movesOf(rowsOf(links, { choices }));
const [first] = linkExamples['two-candidates'].candidates;

describe('what is migrated', () => {
  it('is everything that is certain, unless somebody unticks it', () => {
    const links = migrationExamples['folder-moved'];
    expect(moves(links)).toHaveLength(links.length);
    expect(moves(links)[0]).toEqual({
      fileId: 'file-Salaires 2026.sal',
      from: 'S:\\Mandats\\Rochat\\Salaires 2026.sal',
      path: 'S:\\Archives\\Rochat\\Salaires 2026.sal',
      adopt: false,
    });
    const unticked: Choices = new Map([
      ['file-Salaires 2026.sal', { path: 'S:\\Archives\\Rochat\\Salaires 2026.sal', isTicked: false }],
    ]);
    expect(moves(links, unticked)).toHaveLength(links.length - 1);
  });

  it.each([
    'moved-and-renamed',
    'two-candidates',
    'copy',
    'other-file',
    'other-file-and-found',
    'missing',
  ] as const)('is not %s, of which nobody has said a word', (name) => {
    const expected = name === 'other-file-and-found' ? 1 : 0; // it has been found for certain elsewhere
    expect(moves([linkExamples[name]])).toHaveLength(expected);
  });

  it('is what somebody has chosen, and then on their word', () => {
    const chosen: Choices = new Map([['file-doc', { path: first?.path ?? '', isTicked: true }]]);
    expect(moves([linkExamples['two-candidates']], chosen)).toMatchObject([
      { path: first?.path, adopt: true },
    ]);
  });

  it('is nothing at a place that has gone meanwhile', () => {
    const chosen: Choices = new Map([['file-doc', { path: 'S:\\gone.fac', isTicked: true }]]);
    expect(moves([linkExamples['two-candidates']], chosen)).toEqual([]);
  });
});

describe('the folders', () => {
  it('are told as one where all files lie in one other place', () => {
    const groups = groupRows(rowsOf(migrationExamples['folder-moved'], { choices: none }));
    expect(groups).toMatchObject([{ folder: 'S:\\Mandats\\Rochat\\', newFolder: 'S:\\Archives\\Rochat\\' }]);
  });

  it('are not where they do not', () => {
    const groups = groupRows(rowsOf(migrationExamples['single-files'], { choices: none }));
    expect(groups.map(({ newFolder }) => newFolder)).toEqual([null, 'S:\\Salaires\\2026\\']);
  });
});
