import { I18n } from '@lingui/core';
import { compileMessageOrThrow } from '@lingui/message-utils/compileMessage';
import { describe, expect, it } from 'vitest';
import { allCatalogues } from '../testing/all-catalogues.js';
import { formatMessage, parseMessage } from './message-format.js';
import type { MessageArguments } from './message-format.js';

const say = (text: string, given: MessageArguments = {}) => formatMessage(parseMessage(text), given, 'fr');

describe('message format', () => {
  it('puts arguments in', () => expect(say('{a} et {b}', { a: 'x', b: 'y' })).toBe('x et y'));

  it('chooses the plural of the language, exact numbers first', () => {
    const text = '{n, plural, =0 {rien} one {# ligne} other {# lignes}}';
    expect([0, 1, 2, 12345].map((n) => say(text, { n }))).toEqual([
      'rien',
      '1 ligne',
      '2 lignes',
      "12'345 lignes",
    ]);
  });

  it('nests, and # keeps to the plural around it', () => {
    const text = '{n, plural, other {{first, select, yes {# a} other {# b}}}}';
    expect(say(text, { n: 3, first: 'yes' })).toBe('3 a');
    expect(say(text, { n: 3, first: 'no' })).toBe('3 b');
  });

  it('leaves # alone outside of plurals', () => expect(say('# {a}', { a: '1' })).toBe('# 1'));

  it.each(['{', '{a', 'a}', '{a, date}', '{n, plural, one {x}}', '{n, plural}', '{}'])('refuses %s', (text) =>
    expect(() => parseMessage(text)).toThrow(SyntaxError),
  );

  // lingui is the measure for what ICU means; only numbers of four digits and more are written otherwise.
  it.each(allCatalogues)('says all messages of $name in $locale as lingui does', ({ locale, messages }) => {
    for (const [key, text] of Object.entries(messages)) {
      const i18n = new I18n({ locale, messages: { [locale]: { key: compileMessageOrThrow(text) } } });
      for (const n of [0, 1, 2, 5, 100])
        for (const yes of ['yes', 'no']) {
          const given = { ...sampleArguments(text), n, gone: n, first: yes, last: yes };
          expect(formatMessage(parseMessage(text), given, locale), key).toBe(i18n._('key', given));
        }
    }
  });
});

const sampleArguments = (text: string): Record<string, string> =>
  Object.fromEntries([...text.matchAll(/\{(\w+)[},]/g)].map(([, name = '']) => [name, `<${name}>`]));
