import { describe, expect, it } from 'vitest';
import { formatAddress, parseAddress } from './console-address.js';
import type { ConsoleAddress } from './console-address.js';

const addresses: readonly [string, ConsoleAddress][] = [
  ['#/', { view: 'list' }],
  ['#/new', { view: 'create' }],
  ['#/mandates/m1/files', { view: 'mandate', mandateId: 'm1', tab: 'files', accountingFile: null }],
  [
    '#/mandates/m%201/entries?period=f2',
    { view: 'mandate', mandateId: 'm 1', tab: 'entries', accountingFile: 'f2' },
  ],
];

describe('the address of the page', () => {
  it.each(addresses)('%s is read, and written the same', (hash, address) => {
    expect(parseAddress(hash)).toEqual(address);
    expect(formatAddress(address)).toBe(hash);
  });

  it.each(['', '#', '#/mandates', '#/mandates/', '#/elsewhere'])('%j is the list', (hash) => {
    expect(parseAddress(hash)).toEqual({ view: 'list' });
  });

  it('is the files where the tab is not known, and survives a lone %', () => {
    expect(parseAddress('#/mandates/100%/x')).toMatchObject({ mandateId: '100%', tab: 'files' });
  });
});
