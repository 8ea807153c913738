import type { EntryItem } from '../contract-types.js';

/**
 * The entries in which every word of the query occurs: in a label, voucher, account, amount, VAT code, date or the
 * file's name, with or without accents, amounts with or without apostrophes.
 */
export function searchEntries(items: readonly EntryItem[], query: string): readonly EntryItem[] {
  const words = plain(query).split(/\s+/).filter(Boolean);
  if (words.length === 0) return items;
  return items.filter((item) => {
    const text = searchText(item);
    return words.every((word) => text.includes(word));
  });
}

function searchText({ source, lines, before }: EntryItem): string {
  const all = before === undefined ? lines : [...lines, ...before.lines];
  const words = all.flatMap(({ date, voucher, label, debit, credit, amount, vatCode }) => {
    const [year, month, day] = date.split('-');
    return [`${day}.${month}.${year}`, voucher, label, debit, credit, amount ?? '', vatCode];
  });
  return plain([source.name, ...words].join('\n'));
}

/** Without accents, case and the apostrophes that group digits. */
function plain(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .replace(/(\d)['’](?=\d)/g, '$1')
    .toLowerCase();
}
