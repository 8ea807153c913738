import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useId, useImperativeHandle, useRef } from 'react';
import type { ReactElement, Ref } from 'react';
import type { FolderEntry } from './chooser-entries.js';
import { FolderRow } from './folder-row.js';
import { useListKeys } from './use-list-keys.js';

export interface FolderListProps {
  readonly ref?: Ref<{ focus: () => void }>;
  readonly label: string;
  readonly describedBy: string;
  readonly entries: readonly FolderEntry[];
  readonly isLoading: boolean;
  /** Whether they are where one can begin, and lie in no folder. */
  readonly isRoots: boolean;
  /** The path of the entry that is chosen. */
  readonly chosen: string | null;
  readonly sought: FolderEntry | undefined;
  readonly isHeld: (entry: FolderEntry) => boolean;
  readonly onChoose: (entry: FolderEntry) => void;
  readonly onAct: (entry: FolderEntry) => void;
  readonly onUp: () => void;
}

const ROW_HEIGHT = 36;
const SKELETON = ['62%', '44%', '71%', '38%', '55%'];

/**
 * What lies in a folder: a list box that keeps the focus itself and names its active entry, so that the focus is not
 * lost when another folder is shown or an entry is scrolled out of what is rendered.
 */
export function FolderList(props: FolderListProps): ReactElement {
  const { ref, label, describedBy, entries, isLoading, isRoots, chosen, sought, isHeld } = props;
  const { onChoose, onAct, onUp } = props;
  const list = useRef<HTMLDivElement>(null);
  const id = useId();
  const at = entries.findIndex(({ path }) => path === chosen);
  const active = Math.max(0, at);
  useImperativeHandle(ref, () => ({ focus: () => list.current?.focus() }), []);

  // eslint-disable-next-line react-hooks/incompatible-library -- concerns the React Compiler, which is not used
  const virtual = useVirtualizer({
    count: entries.length,
    getScrollElement: () => list.current,
    estimateSize: () => ROW_HEIGHT,
    getItemKey: (index) => entries[index]?.path ?? index,
    overscan: 12,
    // The active entry is always there to be named.
    rangeExtractor: (range) => [...new Set([...defaultRangeExtractor(range), active])].sort((a, b) => a - b),
  });
  // Also when another folder is shown: what is meant there is brought into sight.
  useEffect(() => {
    if (at >= 0) virtual.scrollToIndex(at);
    else if (list.current !== null) list.current.scrollTop = 0;
  }, [virtual, at, entries]);

  const act = (index: number) => {
    const entry = entries[index];
    if (entry !== undefined) onAct(entry);
  };
  const choose = (index: number) => {
    const entry = entries[index];
    if (entry !== undefined) onChoose(entry);
  };
  const onKeyDown = useListKeys({
    names: entries.map(({ name }) => name),
    active,
    isChosen: at >= 0,
    pageSize: () => Math.max(1, Math.floor((list.current?.clientHeight ?? 0) / ROW_HEIGHT) - 1),
    onChoose: choose,
    onAct: act,
    onUp,
  });
  return (
    <div
      ref={list}
      role="listbox"
      className="folder-list"
      tabIndex={0}
      aria-label={label}
      aria-describedby={describedBy}
      aria-busy={isLoading}
      aria-activedescendant={isLoading || entries.length === 0 ? undefined : `${id}-${active}`}
      onKeyDown={onKeyDown}
    >
      {isLoading ? (
        <div className="skeleton" aria-hidden="true">
          {SKELETON.map((width) => (
            <span key={width} style={{ inlineSize: width }} />
          ))}
        </div>
      ) : (
        <div role="presentation" className="folder-rows" style={{ height: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map(({ key, index, start }) => {
            const entry = entries[index];
            return entry === undefined ? null : (
              <div
                key={key}
                ref={virtual.measureElement}
                role="option"
                id={`${id}-${index}`}
                className="folder-entry"
                data-index={index}
                data-active={index === active}
                aria-selected={index === at}
                aria-disabled={isHeld(entry)}
                aria-setsize={entries.length}
                aria-posinset={index + 1}
                style={{ transform: `translateY(${start}px)` }}
                onClick={() => onChoose(entry)}
                onDoubleClick={() => onAct(entry)}
              >
                <FolderRow entry={entry} isSought={entry === sought} isRoot={isRoots} />
              </div>
            );
          })}
        </div>
      )}
    </div>
  );
}
