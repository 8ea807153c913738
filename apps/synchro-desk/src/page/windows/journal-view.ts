import { byId, element } from '../element.js';
import { formatAmount, formatDate } from '../format.js';
import type { JournalRow } from '../journal-rows.js';
import type { Messages } from '../messages/messages.js';
import type { PostedBlock } from '../read-journal.js';

/** The journal in the accounting's window: one block of the table for each posting. */
export interface JournalView {
  readonly show: (blocks: readonly PostedBlock[]) => void;
  /** `null`: what is shown is up to date; otherwise the time it dates from. */
  setStale(since: string | null): void;
  setMessages(messages: Messages): void;
}

export function createJournalView(first: Messages): JournalView {
  const [region, table, status] = [byId('journal'), byId('entries'), byId('journal-status')];
  let messages = first;
  let shown: readonly PostedBlock[] | null = null;
  let news = '';
  let staleSince: string | null = null;

  // The newest entries stay in sight, also when the banner or the window takes some of the height.
  let isAtEnd = true;
  const showEnd = () => void (region.scrollTop = region.scrollHeight);
  region.addEventListener('scroll', () => {
    isAtEnd = region.scrollHeight - region.scrollTop - region.clientHeight < 4;
  });
  new ResizeObserver(() => {
    if (isAtEnd) showEnd();
  }).observe(region);

  const sayStatus = () => {
    const entries = (shown ?? []).reduce((sum, block) => sum + block.entries, 0);
    const total = entries === 0 ? messages.journalEmpty : messages.entriesInJournal(entries);
    const stale = staleSince === null ? '' : messages.journalStale(staleSince);
    const text = [total, news, stale].filter((part) => part !== '').join(' · ');
    if (shown !== null && status.textContent !== text) status.textContent = text;
  };

  const show = (blocks: readonly PostedBlock[]) => {
    const before = shown;
    const added = blocks.filter(({ id }) => before?.every((block) => block.id !== id) ?? true);
    const removed = (before ?? []).filter(({ id }) => blocks.every((block) => block.id !== id));
    shown = blocks;
    for (const { id } of removed) table.querySelector(`[data-posting="${CSS.escape(id)}"]`)?.remove();
    if (added.length > 0) for (const old of table.querySelectorAll('.fresh')) old.classList.remove('fresh');
    for (const block of added) table.append(blockElement(block, messages, before !== null));
    if (before !== null) news = newsOf(added, removed, messages) ?? news;
    if (added.length > 0) showEnd();
    sayStatus();
  };

  return {
    show,
    setStale: (since) => {
      staleSince = since;
      sayStatus();
    },
    setMessages: (next) => {
      messages = next;
      news = '';
      const blocks = shown ?? [];
      table.querySelectorAll('tbody').forEach((block) => block.remove());
      for (const block of blocks) table.append(blockElement(block, messages, false));
      showEnd();
      sayStatus();
    },
  };
}

function newsOf(
  added: readonly PostedBlock[],
  removed: readonly PostedBlock[],
  messages: Messages,
): string | null {
  const count = (blocks: readonly PostedBlock[]) => blocks.reduce((sum, block) => sum + block.entries, 0);
  if (added.length > 0) return messages.justPosted(count(added));
  if (removed.length > 0) return messages.justUnposted(count(removed));
  return null;
}

/** The roles are said again because the narrow layout lays the cells out as a grid. */
function blockElement({ id, rows }: PostedBlock, messages: Messages, isFresh: boolean): HTMLElement {
  return element(
    'tbody',
    { role: 'rowgroup', 'data-posting': id, class: isFresh ? 'fresh' : undefined },
    ...rows.map((row) => rowElement(row, messages)),
  );
}

function rowElement(row: JournalRow, messages: Messages): HTMLElement {
  const cell = (name: string, text: string) => element('td', { role: 'cell', class: name }, text);
  return element(
    'tr',
    { role: 'row', class: row.isFirst ? 'first' : 'more' },
    cell('date', formatDate(row.date)),
    cell('voucher', row.voucher),
    cell('label', row.isReversal ? `${messages.reversal} – ${row.label}` : row.label),
    cell('debit', row.debit),
    cell('credit', row.credit),
    cell('amount', formatAmount(row.amountInCentimes)),
  );
}
