import { NotConnectedError } from '@synchro/sync-core/client';
import type { FileEntryItem, FileEntryState, StatusSnapshot } from '../contract-types.js';
import type { DialogExample, ExampleAnswer } from './dialog-examples.js';
import { aFileEntry, anEntry, entryExamples, manyEntries } from './example-entries.js';
import { aDocumentSnapshot, counts } from './example-parts.js';

export interface FileEntriesExample extends DialogExample {
  readonly snapshot: StatusSnapshot;
  readonly first: FileEntryState;
}

const POSTED_AT = '2026-06-04T14:30:00.000Z';

const page = (items: readonly FileEntryItem[]): Readonly<Record<string, ExampleAnswer>> => ({
  listFileEntries: { value: { items, nextCursor: null } },
});
const invoicing = (
  first: FileEntryState,
  answers: DialogExample['answers'],
  entries: Partial<NonNullable<StatusSnapshot['entries']>> = {},
): FileEntriesExample => ({ snapshot: aDocumentSnapshot('facturation', [], entries), first, answers });
const payroll = (
  first: FileEntryState,
  answers: DialogExample['answers'],
  entries: Partial<NonNullable<StatusSnapshot['entries']>> = {},
): FileEntriesExample => ({ snapshot: aDocumentSnapshot('salaires', [], entries), first, answers });

const sound = entryExamples.filter(({ problems }) => problems.length === 0).slice(0, 3);
const withProblems = entryExamples.filter(({ problems }) => problems.length > 0);
const long = anEntry('long', {
  lines: anEntry('any').lines.map((line) => ({
    ...line,
    voucher: '2026-0000000041-b',
    label:
      'Fakturierung Liegenschaftsverwaltungsgenossenschaft Obergerlafingen-Bätterkinden, definitive Fassung nach Rücksprache mit der Revisionsstelle',
    debit: '1100000001',
    amount: '123456789.55',
  })),
});
const unbalanced = anEntry('unbalanced', {
  lines: entryExamples[1]?.lines ?? [],
  problems: [
    { code: 'unbalanced' },
    { code: 'unknown-account', line: 1, account: '3200' },
    { code: 'outside-periods', line: 2, date: '2025-12-31' },
  ],
});
const blocked = anEntry('blocked', { problems: [{ code: 'source-blocked', trouble: 'unreadable' }] });

/** Every state of the dialog that lists what has become of a document's own entries. */
export const fileEntriesExamples = {
  'none-waiting': invoicing('waiting', page([])),
  'none-to-correct': invoicing('problems', page([])),
  'none-posted': payroll('posted', page([])),
  waiting: invoicing('waiting', page(sound.map((item) => aFileEntry(item))), {
    waiting: counts(3, 1, 0),
    withProblems: 1,
  }),
  problems: invoicing(
    'problems',
    page([...withProblems, unbalanced, blocked].map((item) => aFileEntry(item))),
    { waiting: counts(6, 0, 0), withProblems: 3 },
  ),
  posted: invoicing('posted', page(sound.map((item) => aFileEntry(item, POSTED_AT))), { posted: 3 }),
  locked: payroll('posted', page(sound.map((item) => aFileEntry(item, POSTED_AT))), { posted: 3 }),
  'long-labels': invoicing('waiting', page([long, ...sound].map((item) => aFileEntry(item))), {
    waiting: counts(4, 0, 0),
  }),
  thousands: payroll('posted', page(manyEntries(5_000).map((item) => aFileEntry(item, POSTED_AT))), {
    posted: 5_000,
  }),
  loading: invoicing('waiting', { listFileEntries: { waits: true } }, { waiting: counts(3, 0, 0) }),
  'not-reachable': invoicing(
    'waiting',
    { listFileEntries: { error: new NotConnectedError('no-answer') } },
    { waiting: counts(3, 0, 0) },
  ),
} as const satisfies Record<string, FileEntriesExample>;
