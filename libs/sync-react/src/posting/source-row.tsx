import { parsePeriodFromName } from '@synchro/sync-core/domain';
import type { ReactElement } from 'react';
import type { EntryItem } from '../contract-types.js';
import { CheckBox } from '../dialogs/check-box.js';
import { useDialogTexts } from '../dialogs/dialog-texts.js';
import { pendingParts } from '../banner/pending-text.js';
import { formatDay } from '../messages/formats.js';

export interface SourceRowProps {
  readonly name: string;
  readonly items: readonly EntryItem[];
  readonly state: 'all' | 'some' | 'none';
  readonly canSelect: boolean;
  readonly onSelect: (value: boolean) => void;
}

/** The head of a source file's entries: its name, its period and how many there are. */
export function SourceRow({ name, items, state, canSelect, onSelect }: SourceRowProps): ReactElement {
  const { t, tb } = useDialogTexts();
  const period = parsePeriodFromName(name);
  const counts = { new: 0, changed: 0, deleted: 0 };
  for (const { change } of items) counts[change] += 1;
  return (
    <>
      <span role="gridcell" className="cell select">
        <CheckBox
          label={t('posting.select-source', { name })}
          state={state}
          disabled={!canSelect}
          onChange={onSelect}
          tabIndex={-1}
        />
      </span>
      <span role="gridcell" className="cell source" aria-colspan={8}>
        <strong>{name}</strong>
        <span className="quiet">
          {period === null
            ? null
            : `${t('period', { begin: formatDay(period.begin), end: formatDay(period.end) })} · `}
          {pendingParts(counts, tb)}
        </span>
      </span>
    </>
  );
}
