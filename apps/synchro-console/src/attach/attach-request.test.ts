import { describe, expect, it } from 'vitest';
import { aFile } from '../examples/example-parts.js';
import { attachProposal, attachRequest } from './attach-request.js';

const beside = aFile({ id: 'e1', role: 'entries', name: 'Atelier (01-01-2026 ~ 31-12-2026).ecf' });
const elsewhere = aFile({
  id: 'e2',
  role: 'entries',
  name: 'Atelier (01-01-2025 ~ 31-12-2025).ecf',
  path: 'S:\\Archives\\Atelier (01-01-2025 ~ 31-12-2025).ecf',
});
const other = aFile({ id: 'e3', role: 'entries', name: 'Atelier2.ecf' });
const files = [other, elsewhere, beside, aFile()];

const asked = (path: string, given: { product?: 'banking'; entryFile?: string } = {}) =>
  attachRequest(
    path,
    attachProposal({ path, product: given.product ?? null, entryFile: given.entryFile ?? null }, files),
  );

describe('what is asked for a file', () => {
  it.each([
    ['S:\\x\\A.fac', 'facturation'],
    ['S:\\x\\A.SAL', 'salaires'],
    ['S:\\x\\A.salx', 'salaires'],
    ['S:\\x\\A.facx', 'facturation'],
    ['S:\\x\\A.crbank', 'banking'],
    ['S:\\x\\A.crassets', 'assets'],
    ['S:\\x\\A.cre', 'compta'],
    ['S:\\x\\A.ecf', 'facturation'],
    ['S:\\x\\A.ecs', 'salaires'],
    ['S:\\x\\A.eca', 'assets'],
  ])('%s is of %s', (path, product) => expect(asked(path)).toEqual({ path, product }));

  it('needs the program where the name does not tell it', () => {
    expect(asked('S:\\x\\A.dat')).toBeNull();
    expect(asked('S:\\x\\A.dat', { product: 'banking' })).toMatchObject({ product: 'banking' });
  });

  it('proposes the entry file that is called as the document, the one beside it first', () => {
    expect(asked('S:\\Mandats\\Rochat\\Atelier.fac')).toMatchObject({ entryFile: 'e1' });
    expect(asked('S:\\Archives\\Atelier.fac')).toMatchObject({ entryFile: 'e2' });
    expect(asked('S:\\Mandats\\Rochat\\Atelier2.fac')).toMatchObject({ entryFile: 'e3' });
    expect(asked('S:\\Mandats\\Rochat\\Autre.fac')).not.toHaveProperty('entryFile');
  });

  it('takes what a person has chosen instead', () => {
    const path = 'S:\\Mandats\\Rochat\\Atelier.fac';
    expect(asked(path, { product: 'banking', entryFile: 'e3' })).toEqual({
      path,
      product: 'banking',
      entryFile: 'e3',
    });
  });
});
