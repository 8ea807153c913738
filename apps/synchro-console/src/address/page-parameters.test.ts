import { describe, expect, it } from 'vitest';
import { readParameters } from './page-parameters.js';

const reading = (search: string, hash: string) => readParameters({ pathname: '/console/', search, hash });

describe('readParameters', () => {
  it('G8: reads code, language and theme, and leaves no secret in the address', () => {
    expect(reading('', '#code=a%2Bb+c&locale=de&theme=dark')).toEqual({
      code: 'a+b+c',
      locale: 'de',
      theme: 'dark',
      address: '/console/?locale=de&theme=dark#/',
    });
    expect(reading('', '#token=t')).toMatchObject({ code: null, address: '/console/#/' });
  });

  it('can be told where to begin', () => {
    expect(reading('', '#code=x&at=/mandates/m1/entries').address).toBe('/console/#/mandates/m1/entries');
  });

  it('reads a bookmark as it is', () => {
    expect(reading('?locale=it', '#/mandates/m1/history?period=f2')).toEqual({
      code: null,
      locale: 'it',
      theme: null,
      address: '/console/?locale=it#/mandates/m1/history?period=f2',
    });
  });
});
