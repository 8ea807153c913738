import { describe, expect, it } from 'vitest';
import { findByName, isPlainName, sameFileName } from './file-name.js';

describe('isPlainName', () => {
  it.each([
    'Salaires 2026.ecs',
    'Atelier Rochat (01-01-2026 ~ 31-12-2026).ecf',
    '.ecf',
    '..ecf',
    'a..b',
    'Œuvre; suite.ecf',
  ])('accepts %j', (name) => expect(isPlainName(name)).toBe(true));

  it.each([
    '',
    ' ',
    '.',
    '..',
    '...',
    '.. ', // Windows drops trailing dots and blanks: this is `..`.
    '../x.ecf',
    '..\\x.ecf',
    'sub/x.ecf',
    '/etc/passwd',
    'C:x.ecf',
    'C:\\x.ecf',
    'x.ecf:stream',
    'x\u0000.ecf',
    'x\u007f.ecf',
    'x\u0081.ecf',
    'x\n.ecf',
    'x".ecf',
  ])('refuses %j', (name) => expect(isPlainName(name)).toBe(false));
});

describe('names of files', () => {
  const nfc = 'Crédit.ecf';
  const nfd = nfc.normalize('NFD');

  it('are compared in NFC, exactly or but for case', () => {
    expect(sameFileName(nfc, nfd)).toBe('exact');
    expect(sameFileName(nfc, 'CRÉDIT.ECF'.normalize('NFD'))).toBe('case');
    expect(sameFileName(nfc, 'Credit.ecf')).toBe(false);
  });

  it('are found exactly first, then without regard to case', () => {
    expect(findByName(['a.ECF', 'A.ecf', 'a.ecf'], 'a.ecf')).toBe('a.ecf');
    expect(findByName(['b.ecf', 'A.ECF'], 'a.ecf')).toBe('A.ECF');
    expect(findByName([nfd], nfc)).toBe(nfd);
    expect(findByName(['b.ecf'], 'a.ecf')).toBeUndefined();
  });
});
