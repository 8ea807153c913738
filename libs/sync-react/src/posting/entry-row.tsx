import type { ReactElement } from 'react';
import { Drawing, Icon } from '../banner/icon.js';
import type { Change, EntryItem } from '../contract-types.js';
import { CheckBox } from '../dialogs/check-box.js';
import { useDialogTexts } from '../dialogs/dialog-texts.js';
import { problemText } from '../dialogs/problem-text.js';
import { decimalText, entryCentimes } from './amounts.js';
import { ChangedValue } from './changed-value.js';
import { LineCells } from './line-cells.js';
import { canOpen } from './list-rows.js';
import { otherChanges } from './other-changes.js';
import { isSound } from './selection.js';

/** Plus, pencil, minus: told apart by shape and word, not by colour. */
const changeShapes: Readonly<Record<Change, string>> = {
  new: 'M9 3v12M3 9h12',
  changed: 'M3 15l1-4 8-8 3 3-8 8ZM10.5 4.5l3 3',
  deleted: 'M3 9h12',
};

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
      <span role="gridcell" className="cell change" data-change={change}>
        <Drawing path={changeShapes[change]} />
        {t(`change.${change}`)}
      </span>
      <LineCells
        line={line}
        before={lineBefore}
        amount={decimalText(entryCentimes(lines))}
        amountBefore={before && decimalText(entryCentimes(before.lines))}
      >
        {canOpen(item) ? (
          <button
            type="button"
            className="lines-button"
            tabIndex={-1}
            aria-label={t(isOpen ? 'compound.hide' : 'compound.show', { entry })}
            onClick={onToggle}
          >
            <Drawing path={isOpen ? 'M4 7l5 5 5-5' : 'M7 4l5 5-5 5'} />
            {t('compound.lines', { n: lines.length })}
          </button>
        ) : null}
        {lineBefore === undefined ? null : <OtherChanges before={lineBefore} after={line} />}
        {problems.map((problem, i) => (
          <span key={i} className="problem" data-severity="error">
            <Icon severity="error" />
            {problemText(problem, lines.length, t)}
          </span>
        ))}
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
