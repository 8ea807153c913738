import type { EntryProblemMessage } from '../contract-types.js';
import type { BannerKey, TranslateBanner } from '../messages/banner-messages.js';
import { formatDay } from '../messages/formats.js';

/** Why an entry cannot be posted, in as few words as a banner has room for: `compte 3299 inconnu`. */
export function problemWords(problem: EntryProblemMessage, t: TranslateBanner): string {
  const { code, account = '', vatCode = '', date = '', character = '' } = problem;
  return t(keys[code], { account, vatCode, character, date: formatDay(date) });
}

const keys: Readonly<Record<EntryProblemMessage['code'], BannerKey>> = {
  'unknown-account': 'words.unknown-account',
  'title-account': 'words.title-account',
  'group-account': 'words.group-account',
  'unknown-vat-code': 'words.unknown-vat-code',
  'outside-periods': 'words.outside-periods',
  'missing-amount': 'words.missing-amount',
  'zero-amount': 'words.zero-amount',
  'unwritable-character': 'words.unwritable-character',
  unbalanced: 'words.unbalanced',
  'one-sided': 'words.one-sided',
  'source-blocked': 'words.source-blocked',
};
