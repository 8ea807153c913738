import { describe, expect, it } from 'vitest';
import { formatAddress, parseAddress } from './console-address.js';
import type { ConsoleAddress } from './console-address.js';
import { parseListChoice } from './list-choice.js';
import type { ListChoice } from './list-choice.js';

const mandate: ConsoleAddress = { view: 'mandate', mandateId: 'm1', tab: 'entries', accountingFile: 'f2' };

describe('what is chosen of the list', () => {
  it.each<[string, ConsoleAddress, ListChoice]>([
    ['#/?show=settle', { view: 'list' }, { filter: 'settle', search: '' }],
    ['#/?q=aux+trois+%C3%A9pis', { view: 'list' }, { filter: 'all', search: 'aux trois épis' }],
    ['#/new?show=shared&q=a%26b%3Fc', { view: 'create' }, { filter: 'shared', search: 'a&b?c' }],
    ['#/mandates/m1/entries?period=f2&show=waiting', mandate, { filter: 'waiting', search: '' }],
  ])('%s is read, and written the same', (hash, address, choice) => {
    expect(parseListChoice(hash)).toEqual(choice);
    expect(parseAddress(hash)).toEqual(address);
    expect(formatAddress(address, choice)).toBe(hash);
  });

  it.each(['#/', '#/?show=nothing-known', ''])('%j is the whole list', (hash) => {
    expect(parseListChoice(hash)).toEqual({ filter: 'all', search: '' });
  });
});
