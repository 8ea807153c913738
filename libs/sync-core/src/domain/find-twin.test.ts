import { describe, expect, it } from 'vitest';
import { findTwin } from './find-twin.js';

const X = 'X.ecf';
const DATED = 'Atelier Rochat (01-01-2026 ~ 31-12-2026).ecf';

describe('findTwin', () => {
  it.each([
    'X (conflicted copy 2026-06-05).ecf',
    "X (Anna's conflicted copy 2026-06-05).ecf",
    'X (Copie en conflit de Anna 2026-06-05).ecf',
    'X (Konflikt 2026-06-05).ecf',
    'X (In Konflikt stehende Kopie von Anna 2026-06-05).ecf',
    'X (Copia in conflitto di Anna 2026-06-05).ecf',
    'X_conflict-20260605-143012.ecf',
    'X.sync-conflict-20260605-143012-ABCDEFG.ecf',
    'X (1).ecf',
    'X(2).ecf',
    'X - Copie.ecf',
    'X - Kopie (2).ecf',
    'X - Copy.ecf',
    'X - Copia.ecf',
    'X copie 2.ecf',
    'X-PC-ANNA.ecf',
    'X-DESKTOP-7QK2L.ecf',
    'X-Annas-MacBook.ecf',
    'X-VAUD-03.ecf',
    'x (1).ECF',
    'X - Copie (1) (conflicted copy 2026-06-05).ecf',
  ])('T6: %s is a twin', (name) => {
    expect(findTwin(name, ['Y.ecf', X])).toBe(X);
  });

  it.each([
    'Atelier Rochat (01-01-2026 ~ 31-12-2026) (1).ecf',
    'Atelier Rochat (01-01-2026 ~ 31-12-2026)-ANNA.ecf',
    'Atelier Rochat (01-01-2026 ~ 31-12-2026) (conflicted copy 2026-06-05).ecf',
    'Atelier Rochat (01-01-2026 ~ 31-12-2026) - Copie.ecf',
  ])('T6a: the period belongs to the name: %s', (name) => {
    expect(findTwin(name, ['Atelier Rochat.ecf', DATED])).toBe(DATED);
  });

  it.each([
    'Atelier Rochat (01-01-2027 ~ 31-12-2027).ecf',
    'Atelier Rochat.ecf',
    'Atelier Rochat (01-01-2027 ~ 31-12-2027) (1).ecf',
  ])('T6a: another period is another file: %s', (name) => {
    expect(findTwin(name, [DATED])).toBeNull();
  });

  it.each([
    ['the name of a listed file', 'X.ecf'],
    ['that name in other letters', 'x.ECF'],
    ['another extension', 'X (1).ecs'],
    ['no listed original', 'Y (1).ecf'],
    ['a branch', 'X-Bern.ecf'],
    ['a year', 'X-2025.ecf'],
    ['a year in brackets', 'X (2025).ecf'],
    ['a canton', 'X-VD.ecf'],
    ['another word in brackets', 'X (Filiale).ecf'],
    ['nothing but a mark', ' (1).ecf'],
  ])('T6: no twin: %s', (_, name) => {
    expect(findTwin(name, [X])).toBeNull();
  });

  it('T6: a listed file is never a twin', () => {
    expect(findTwin('X (1).ecf', [X, 'X (1).ecf'])).toBeNull();
    expect(findTwin('x (1).ecf', [X, 'X (1).ecf'])).toBeNull();
  });

  it('T6: the nearest original counts', () => {
    expect(findTwin('X (1) - Copie.ecf', [X, 'X (1).ecf'])).toBe('X (1).ecf');
  });

  it('T6: composed and decomposed letters are the same, and the name is told as listed', () => {
    const listed = 'Salaires é.ecs'.normalize('NFD');
    expect(findTwin('Salaires é (1).ecs'.normalize('NFC'), [listed])).toBe(listed);
  });
});
