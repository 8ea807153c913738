import { describe, expect, it } from 'vitest';
import { droppedFile } from './dropped-file.js';

const dropped = (data: Readonly<Record<string, string>>, ...names: readonly string[]) =>
  droppedFile({ getData: (type) => data[type] ?? '', files: names.map((name) => ({ name })) });

describe('droppedFile', () => {
  it.each([
    ['file:///S:/Mandats/Rochat/Compta%202026.cre', 'S:\\Mandats\\Rochat\\Compta 2026.cre'],
    ['# one file\r\nfile:///home/anna/Compta.cre\r\n', '/home/anna/Compta.cre'],
    ['file://srv-daten/Mandate/Z%C3%BCst.cre', '\\\\srv-daten\\Mandate\\Züst.cre'],
    ['file:///S:/100%.cre', 'S:\\100%.cre'],
  ])('an address: %j', (address, path) => {
    expect(dropped({ 'text/uri-list': address }, 'Compta.cre')).toEqual({ kind: 'path', path });
  });

  it('a path as text, in its quotes', () => {
    expect(dropped({ 'text/plain': '"S:\\Mandats\\Compta 2026.cre"' })).toEqual({
      kind: 'path',
      path: 'S:\\Mandats\\Compta 2026.cre',
    });
  });

  it('a file of which the browser tells its name alone', () => {
    expect(dropped({}, 'Compta 2026.cre')).toEqual({ kind: 'name', name: 'Compta 2026.cre' });
  });

  it.each([{}, { 'text/plain': 'Bonjour' }, { 'text/uri-list': 'https://example.org/a.cre' }])(
    '%j is nothing',
    (data) => expect(dropped(data)).toEqual({ kind: 'nothing' }),
  );
});
