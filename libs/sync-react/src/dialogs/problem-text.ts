import type { EntryProblemMessage } from '../contract-types.js';
import { formatDay } from '../messages/formats.js';
import type { DialogKey } from '../messages/dialog-messages.js';
import type { TranslateDialog } from './dialog-texts.js';

/**
 * Why an entry cannot be posted, and what would put it right. In a compound entry its line is named, counted from 1.
 * A service that is newer than this banner may know problems that it has no words for.
 */
export function problemText(problem: EntryProblemMessage, lineCount: number, t: TranslateDialog): string {
  const {
    code,
    line,
    account = '',
    vatCode = '',
    date = '',
    trouble = '',
    field = '',
    character = '',
  } = problem;
  const text = t(knownKey(code) ?? 'problem.other', {
    account,
    vatCode,
    trouble,
    field,
    character,
    date: formatDay(date),
  });
  return line === undefined || lineCount < 2 ? text : t('problem.at-line', { n: line + 1, text });
}

const problemKeys: Readonly<Record<EntryProblemMessage['code'], DialogKey>> = {
  'unknown-account': 'problem.unknown-account',
  'title-account': 'problem.title-account',
  'group-account': 'problem.group-account',
  'unknown-vat-code': 'problem.unknown-vat-code',
  'outside-periods': 'problem.outside-periods',
  'missing-amount': 'problem.missing-amount',
  'zero-amount': 'problem.zero-amount',
  'unwritable-character': 'problem.unwritable-character',
  unbalanced: 'problem.unbalanced',
  'one-sided': 'problem.one-sided',
  'source-blocked': 'problem.source-blocked',
};

const knownKey = (code: string): DialogKey | undefined =>
  (problemKeys as Readonly<Record<string, DialogKey | undefined>>)[code];
