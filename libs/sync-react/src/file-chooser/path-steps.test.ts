import { describe, expect, it } from 'vitest';
import { parentPath, pathSteps, samePlace } from './path-steps.js';

const names = (path: string, roots?: readonly string[]) => pathSteps(path, roots).map(({ name }) => name);

describe('the steps of a path', () => {
  it.each([
    ['S:\\Mandats\\Rochat', ['S:\\', 'Mandats', 'Rochat']],
    ['S:\\', ['S:\\']],
    ['\\\\srv\\compta\\Rochat\\2026', ['\\\\srv\\compta', 'Rochat', '2026']],
    ['/home/anna/a\\b', ['/', 'home', 'anna', 'a\\b']],
    ['/', ['/']],
  ])('%s', (path, expected) => expect(names(path)).toEqual(expected));

  it('each lead to the folder that they name', () => {
    expect(pathSteps('S:\\Mandats\\Rochat').map(({ path }) => path)).toEqual([
      'S:\\',
      'S:\\Mandats',
      'S:\\Mandats\\Rochat',
    ]);
  });

  it('begin where the service lets one begin', () => {
    expect(names('/home/anna/Mandats', ['/', '/home/anna'])).toEqual(['anna', 'Mandats']);
    expect(names('s:\\Mandats', ['S:\\'])).toEqual(['s:\\', 'Mandats']);
    expect(names('/mnt/x', ['/home/anna'])).toEqual(['/', 'mnt', 'x']);
  });

  it.each([
    ['S:\\Mandats\\Rochat', 'S:\\Mandats'],
    ['S:\\Mandats\\', 'S:\\'],
    ['S:\\', null],
    ['\\\\srv\\compta\\x', '\\\\srv\\compta'],
    ['\\\\srv\\compta', null],
    ['/home', '/'],
    ['/', null],
  ])('the folder of %s is %s', (path, parent) => expect(parentPath(path)).toBe(parent));
});

describe('samePlace', () => {
  it.each([
    ['S:\\Mandats\\', 's:\\mandats', true],
    ['C:/a/b', 'C:\\a\\b', true],
    ['/home/Anna', '/home/anna', false],
    ['/home/anna/', '/home/anna', true],
    ['/', '/', true],
  ])('%s and %s: %s', (a, b, expected) => expect(samePlace(a, b)).toBe(expected));
});
