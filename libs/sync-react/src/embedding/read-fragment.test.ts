import { describe, expect, it } from 'vitest';
import { readFragment, withoutSecrets } from './read-fragment.js';

describe('readFragment', () => {
  it('reads what a host hands over', () => {
    const hash =
      '#path=C%3A%5CCompta%202026.cre&code=abc&locale=de&theme=dark&height=auto&documentId=d1&product=salaires&host-origin=http%3A%2F%2F127.0.0.1%3A5173';
    expect(readFragment(hash)).toEqual({
      product: 'salaires',
      path: 'C:\\Compta 2026.cre',
      documentId: 'd1',
      code: 'abc',
      locale: 'de',
      theme: 'dark',
      height: 'auto',
      hostOrigin: 'http://127.0.0.1:5173',
    });
  });

  it.each([
    ['#path=A+B%26Co.cre', 'A+B&Co.cre'],
    ['#path=100%.cre', '100%.cre'],
    ['#path=a=b.cre', 'a=b.cre'],
    ['#', null],
  ])('reads the path of %s', (hash, path) => expect(readFragment(hash).path).toBe(path));
});

describe('withoutSecrets', () => {
  it.each([
    ['#path=a&token=x&locale=de', '#path=a&locale=de'],
    ['#code=x&path=a', '#path=a'],
    ['#token=x', ''],
    ['', ''],
  ])('G8: leaves of %j %j', (hash, kept) => expect(withoutSecrets(hash)).toBe(kept));
});
