import { errorTable } from '@synchro/sync-core/contract';
import { CallError, NotConnectedError } from '@synchro/sync-core/client';
import { describe, expect, it } from 'vitest';
import type { EntryProblemMessage, ErrorCode } from '../contract-types.js';
import { errorText } from '../dialogs/error-text.js';
import { problemText } from '../dialogs/problem-text.js';
import { readProblemText } from '../details/reason-texts.js';
import { allCatalogues } from '../testing/all-catalogues.js';
import { loadBannerMessages } from './banner-messages.js';
import { createTranslate } from './create-translate.js';
import { loadDialogMessages } from './dialog-messages.js';
import { locales } from './locale.js';
import type { Locale } from './locale.js';
import { parseMessage } from './message-format.js';
import type { Message } from './message-format.js';

const argumentsOf = (text: string): string[] => [...new Set(namesIn(parseMessage(text)))].sort();

const namesIn = (message: Message): string[] =>
  message.flatMap((part) => {
    if (typeof part === 'string' || part.kind === 'count') return [];
    return part.kind === 'argument' ? [part.name] : [part.name, ...[...part.cases.values()].flatMap(namesIn)];
  });

async function speaking(locale: Locale) {
  return {
    t: createTranslate(locale, await loadDialogMessages(locale)),
    tb: createTranslate(locale, await loadBannerMessages(locale)),
  };
}

describe.each(allCatalogues)('the $name texts in $locale', ({ name, locale, messages }) => {
  const reference = allCatalogues.find((one) => one.name === name && one.locale === 'fr')?.messages ?? {};

  it('has the keys of the French ones, and no text is empty', () => {
    expect(Object.keys(messages).sort()).toEqual(Object.keys(reference).sort());
    expect(Object.values(messages).filter((text) => text.trim() === '')).toEqual([]);
  });

  it('is told nothing that the French one is not told', () => {
    // Whether a part comes first or last matters in some languages only.
    const ofPlace = ['first', 'last'];
    for (const [key, text] of Object.entries(messages)) {
      const own = argumentsOf(text).filter((one) => !ofPlace.includes(one));
      expect(
        argumentsOf(reference[key] ?? '').filter((one) => !ofPlace.includes(one)),
        key,
      ).toEqual(own);
    }
  });

  it('uses real apostrophes, and in French a no-break space before : ; ? ! and in « »', () => {
    for (const [key, text] of Object.entries(messages)) {
      expect(text, key).not.toContain("'");
      if (locale === 'fr') expect(text, key).not.toMatch(/(?<!\u00a0)[;?!»]| :|«(?!\u00a0)/);
      else expect(text, key).not.toMatch(/[\u00a0 ][:;?!]/);
    }
  });
});

describe.each(locales)('in %s', (locale) => {
  it('every error of the table has its words', async () => {
    const { t, tb } = await speaking(locale);
    const texts = (Object.keys(errorTable) as ErrorCode[]).map((code) => {
      const text = errorText(new CallError(code, errorTable[code].status, '', { machine: 'PC-ANNA' }), t, tb);
      expect(text, code).toMatch(/.{20,}\.$/);
      return text;
    });
    const unknown = errorText(new CallError(null, 418, '', {}), t, tb);
    expect(texts).not.toContain(unknown);
  });

  it('every reason for not being connected has its words', async () => {
    const { t, tb } = await speaking(locale);
    const reasons = [
      'no-answer',
      'access-denied',
      'too-old',
      'overloaded',
      'service-error',
      'silent',
    ] as const;
    const texts = reasons.map((reason) => errorText(new NotConnectedError(reason), t, tb));
    expect(new Set(texts).size).toBe(reasons.length);
  });

  it('every problem of an entry has its words, and says which account, code or date', async () => {
    const { t } = await speaking(locale);
    const problems: Record<EntryProblemMessage['code'], [EntryProblemMessage, RegExp]> = {
      'unknown-account': [{ code: 'unknown-account', line: 0, account: '3299' }, /3299/],
      'title-account': [{ code: 'title-account', line: 0, account: '1' }, /1/],
      'group-account': [{ code: 'group-account', line: 0, account: '10' }, /10/],
      'unknown-vat-code': [{ code: 'unknown-vat-code', line: 0, vatCode: 'XYZ' }, /XYZ/],
      'outside-periods': [{ code: 'outside-periods', line: 0, date: '2025-12-31' }, /31\.12\.2025/],
      'missing-amount': [{ code: 'missing-amount', line: 0 }, /./],
      'zero-amount': [{ code: 'zero-amount', line: 0 }, /./],
      'unwritable-character': [
        { code: 'unwritable-character', line: 0, field: 'voucher', character: 'U+000D' },
        /U\+000D/,
      ],
      unbalanced: [{ code: 'unbalanced' }, /./],
      'one-sided': [{ code: 'one-sided' }, /./],
      'source-blocked': [{ code: 'source-blocked', trouble: 'suspect' }, /./],
    };
    const texts = Object.values(problems).map(([problem, pattern]) => {
      const text = problemText(problem, 1, t);
      expect(text).toMatch(pattern);
      return text;
    });
    expect(new Set(texts).size).toBe(texts.length);
    expect(problemText({ code: 'missing-amount', line: 1 }, 3, t)).toContain('2');
    expect(texts).not.toContain(t('problem.other'));
  });

  it('every problem of a file has its words, with line and column', async () => {
    const { t } = await speaking(locale);
    const codes = [
      'empty-file',
      'no-header',
      'wrong-file-type',
      'too-few-fields',
      'bad-date',
      'bad-amount',
      'bad-number',
      'bad-flag',
      'bad-name',
      'bad-line',
      'duplicate-uid',
      'unclosed-block',
      'no-end',
      'unwritable',
      'unencodable',
    ];
    const texts = codes.map((code) => readProblemText({ code, line: 12, column: 7 }, t));
    expect(new Set(texts).size).toBe(codes.length);
    for (const text of texts) expect(text).toMatch(/12\D+7/);
    expect(texts).not.toContain(readProblemText({ code: 'something-new', line: 12, column: 7 }, t));
  });
});
