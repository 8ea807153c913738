import { expect, it } from 'vitest';
import { attachableTypes } from './file-types.js';

it('D4: each type of file that a program of the family writes is named once, in lower case and without its point', () => {
  expect([...attachableTypes].toSorted()).toEqual([
    ...['cre', 'crassets', 'crbank', 'eca', 'ecf', 'ecs', 'fac', 'facx', 'sal', 'salx'].toSorted(),
  ]);
});
