import type { EntryLineMessage, FileEntryItem } from '../contract-types.js';

/** One row of the list of a file's entries. */
export type FileRow =
  | { readonly kind: 'entry'; readonly key: string; readonly item: FileEntryItem; readonly isOpen: boolean }
  | { readonly kind: 'line'; readonly key: string; readonly line: EntryLineMessage };

/** The entries in the order of the list; open ones are followed by their lines. */
export function fileRows(items: readonly FileEntryItem[], open: ReadonlySet<string>): readonly FileRow[] {
  return items.flatMap((item): readonly FileRow[] => {
    const isOpen = open.has(item.id) && isCompound(item);
    const entry = { kind: 'entry', key: item.id, item, isOpen } as const;
    if (!isOpen) return [entry];
    const lines = item.lines.map((line, i) => ({ kind: 'line', key: `${item.id} ${i}`, line }) as const);
    return [entry, ...lines];
  });
}

export const isCompound = ({ lines }: FileEntryItem): boolean => lines.length > 1;
