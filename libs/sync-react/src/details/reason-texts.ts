import { claimProblemText } from '../banner/describe-item.js';
import type { NotificationMessage, NotificationOf } from '../contract-types.js';
import { refusalOf } from '../banner/refusal-of.js';
import type { TranslateDialog } from '../dialogs/dialog-texts.js';
import { formatCount } from '../messages/formats.js';
import type { TranslateBanner } from '../messages/banner-messages.js';
import type { DialogKey } from '../messages/dialog-messages.js';

type Trouble = NotificationOf<'source-trouble'>['trouble'];
type Suspect = Extract<Trouble, { kind: 'suspect' }>['reasons'][number];
type ReadProblem = Extract<Trouble, { kind: 'unreadable' }>['problems'][number];

/** Why, in sentences; none where the title says it all. */
export function reasonTexts(
  item: NotificationMessage,
  t: TranslateDialog,
  tb: TranslateBanner,
): readonly string[] {
  switch (item.kind) {
    case 'source-trouble':
      return troubleTexts(item.trouble, t, tb);
    case 'index-trouble':
      return item.detail === '' ? [] : [indexText(item.detail, t)];
    case 'claim-unverified':
      return [claimProblemText(item.reason, tb)];
    case 'source-twin':
    case 'held-elsewhere':
    case 'entries-pending':
    case 'chart-missing':
    case 'accounting-missing':
    case 'watching-degraded':
    case 'check-failed':
    case 'signed-out':
    case 'file-detached':
    case 'sync-error':
    case 'file-moved':
    case 'link-restored':
    case 'entries-waiting':
    case 'entries-problems':
    case 'entries-locked':
      return [];
  }
}

function troubleTexts(trouble: Trouble, t: TranslateDialog, tb: TranslateBanner): readonly string[] {
  const refusal = refusalOf(trouble);
  if (refusal !== null) return [tb(`check.${refusal}`)];
  switch (trouble.kind) {
    case 'missing':
      return [];
    case 'unreadable':
      return trouble.problems.map((problem) => readProblemText(problem, t));
    case 'suspect':
      return trouble.reasons.map((reason) => suspectText(reason, t));
  }
}

function suspectText(reason: Suspect, t: TranslateDialog): string {
  switch (reason.code) {
    case 'lot-went-back':
      return t('suspect.lot-went-back', { known: reason.known, found: reason.found });
    case 'time-went-back':
      return t('suspect.time-went-back', { known: localTime(reason.known), found: localTime(reason.found) });
    case 'other-uid':
      return t('suspect.other-uid', { expected: String(reason.expected), found: String(reason.found) });
    case 'mass-deletion':
      return t('suspect.mass-deletion', { gone: reason.gone, posted: formatCount(reason.posted) });
  }
}

/** `2026-06-10T11:06:53`, a file's own time without zone → `10.06.2026, 11:06:53`. */
function localTime(text: string): string {
  const [day = '', time = ''] = text.split('T');
  return `${day.split('-').reverse().join('.')}, ${time}`;
}

/** The place in the file, what is wrong there, and what stands there. */
export function readProblemText({ code, line, column, found }: ReadProblem, t: TranslateDialog): string {
  const text = t(readKeys[code] ?? 'read.other');
  const place = t('details.place', { line, column, text });
  return found === undefined ? place : t('details.found', { text: place, found });
}

/** The index tells its first bad place as `bad-line 3:1`, and a file held elsewhere as `name – mandate`. */
function indexText(detail: string, t: TranslateDialog): string {
  const [, code, line, column] = /^([a-z-]+) (\d+):(\d+)$/.exec(detail) ?? [];
  if (code === undefined) return detail;
  return readProblemText({ code, line: Number(line), column: Number(column) }, t);
}

/** The codes of `cresus-files`; a newer service may know more. */
const readKeys: Readonly<Record<string, DialogKey | undefined>> = {
  'empty-file': 'read.empty-file',
  'no-header': 'read.no-header',
  'wrong-file-type': 'read.wrong-file-type',
  'too-few-fields': 'read.too-few-fields',
  'bad-date': 'read.bad-date',
  'bad-amount': 'read.bad-amount',
  'bad-number': 'read.bad-number',
  'bad-flag': 'read.bad-flag',
  'bad-name': 'read.bad-name',
  'bad-line': 'read.bad-line',
  'duplicate-uid': 'read.duplicate-uid',
  'unclosed-block': 'read.unclosed-block',
  'no-end': 'read.no-end',
  unwritable: 'read.unwritable',
  unencodable: 'read.unencodable',
};
