import type { EntryItem, EntryLineMessage } from '../contract-types.js';

/** One row of the list of entries. */
export type ListRow =
  | {
      readonly kind: 'source';
      readonly key: string;
      readonly name: string;
      /** Its entries that are shown. */
      readonly items: readonly EntryItem[];
    }
  | { readonly kind: 'entry'; readonly key: string; readonly item: EntryItem; readonly isOpen: boolean }
  | {
      readonly kind: 'line';
      readonly key: string;
      readonly line: EntryLineMessage;
      /** Of a changed entry: whether the line is how it was, or how it is. */
      readonly version: 'before' | 'after' | null;
    };

/** The entries grouped by source file, in the order of the list; open ones are followed by their lines. */
export function listRows(items: readonly EntryItem[], open: ReadonlySet<string>): readonly ListRow[] {
  const sources = new Map<string, EntryItem[]>();
  for (const item of items) {
    const of = sources.get(item.source.fileId);
    if (of === undefined) sources.set(item.source.fileId, [item]);
    else of.push(item);
  }
  const rows: ListRow[] = [];
  for (const [fileId, of] of sources) {
    rows.push({ kind: 'source', key: fileId, name: of[0]?.source.name ?? '', items: of });
    for (const item of of) {
      const isOpen = open.has(item.id) && canOpen(item);
      rows.push({ kind: 'entry', key: item.id, item, isOpen });
      if (isOpen) rows.push(...lineRows(item));
    }
  }
  return rows;
}

/** A compound entry has lines to show, now or before its change. */
export function canOpen({ lines, before }: EntryItem): boolean {
  return lines.length > 1 || (before !== undefined && before.lines.length > 1);
}

function lineRows({ id, lines, before }: EntryItem): ListRow[] {
  const rows = (some: readonly EntryLineMessage[], version: 'before' | 'after' | null): ListRow[] =>
    some.map((line, i) => ({ kind: 'line', key: `${id} ${version ?? ''} ${i}`, line, version }));
  return before === undefined
    ? rows(lines, null)
    : [...rows(before.lines, 'before'), ...rows(lines, 'after')];
}
