import type { ReactElement } from 'react';
import type { FileEntryItem } from '../contract-types.js';
import { useDialogTexts } from '../dialogs/dialog-texts.js';
import { decimalText, entryCentimes } from '../entries/amounts.js';
import { ChangeMark } from '../entries/change-mark.js';
import { EntryProblems, LinesButton } from '../entries/entry-notes.js';
import { LineCells } from '../entries/line-cells.js';
import { formatMoment } from '../messages/formats.js';
import { isCompound } from './file-rows.js';

export interface FileEntryRowProps {
  readonly item: FileEntryItem;
  readonly isOpen: boolean;
  readonly onToggle: () => void;
}

/** The cells of one entry: what has become of it first, then what it says. */
export function FileEntryRow({ item, isOpen, onToggle }: FileEntryRowProps): ReactElement {
  const { change, lines, problems, posting } = item;
  const { t } = useDialogTexts();
  const [line] = lines;
  if (line === undefined) return <></>;
  return (
    <>
      {change === null ? (
        <span role="gridcell" className="cell change posted-at" data-name={t('column.posted')}>
          {posting === null ? null : formatMoment(posting.postedAt).day}
        </span>
      ) : (
        <ChangeMark change={change} />
      )}
      <LineCells line={line} before={undefined} amount={decimalText(entryCentimes(lines))}>
        {isCompound(item) ? (
          <LinesButton
            entry={[item.voucher, item.label].filter(Boolean).join(', ')}
            count={lines.length}
            isOpen={isOpen}
            onToggle={onToggle}
          />
        ) : null}
        <EntryProblems problems={problems} lineCount={lines.length} />
      </LineCells>
    </>
  );
}
