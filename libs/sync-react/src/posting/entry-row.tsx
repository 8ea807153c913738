import type { ReactElement } from 'react';
import { Icon } from '../banner/icon.js';
import type { EntryItem } from '../contract-types.js';
import { CheckBox } from '../dialogs/check-box.js';
import { useDialogTexts } from '../dialogs/dialog-texts.js';
import { decimalText, entryCentimes } from '../entries/amounts.js';
import { ChangeMark } from '../entries/change-mark.js';
import { ChangedValue } from '../entries/changed-value.js';
import { EntryProblems, LinesButton } from '../entries/entry-notes.js';
import { LineCells } from '../entries/line-cells.js';
import { canOpen } from './list-rows.js';
import { otherChanges } from './other-changes.js';
import { isSound } from './selection.js';

export interface EntryRowProps {
  readonly item: EntryItem;
  readonly isSelected: boolean;
  readonly isOpen: boolean;
  readonly onSelect: (value: boolean) => void;
  readonly onToggle: () => void;
}

/** The cells of one entry. The row around them has the focus, so nothing within is a stop of its own. */
export function EntryRow({ item, isSelected, isOpen, onSelect, onToggle }: EntryRowProps): ReactElement {
  const { t } = useDialogTexts();
  const { change, lines, before, problems } = item;
  const entry = [item.voucher, item.label].filter(Boolean).join(', ');
  const [line] = lines;
  const lineBefore = before?.lines[0];
  if (line === undefined) return <></>;
  return (
    <>
      <span role="gridcell" className="cell select">
        {isSound(item) ? (
          <CheckBox
            label={t('posting.select', { entry })}
            state={isSelected ? 'all' : 'none'}
            onChange={onSelect}
            tabIndex={-1}
          />
        ) : (
          <span data-severity="error" title={t('posting.blocked', { entry })}>
            <Icon severity="error" />
            <span className="unseen">{t('posting.blocked', { entry })}</span>
          </span>
        )}
      </span>
      <ChangeMark change={change} />
      <LineCells
        line={line}
        before={lineBefore}
        amount={decimalText(entryCentimes(lines))}
        amountBefore={before && decimalText(entryCentimes(before.lines))}
      >
        {canOpen(item) ? (
          <LinesButton entry={entry} count={lines.length} isOpen={isOpen} onToggle={onToggle} />
        ) : null}
        {lineBefore === undefined ? null : <OtherChanges before={lineBefore} after={line} />}
        <EntryProblems problems={problems} lineCount={lines.length} />
      </LineCells>
    </>
  );
}

function OtherChanges(
  props: Readonly<Record<'before' | 'after', EntryItem['lines'][number]>>,
): ReactElement[] {
  const { t } = useDialogTexts();
  const shown = (value: string | boolean) => (typeof value === 'boolean' ? t(value ? 'yes' : 'no') : value);
  return otherChanges(props.before, props.after).map(({ field, before, after }) => (
    <span key={field} className="other-change">
      {t(field)} – <ChangedValue before={shown(before)} after={shown(after)} />
    </span>
  ));
}
