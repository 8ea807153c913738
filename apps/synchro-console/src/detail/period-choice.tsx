import { formatDay } from '@synchro/sync-react/page-parts';
import { useId } from 'react';
import type { ReactElement } from 'react';
import { useTexts } from '../messages/console-texts.js';
import { pendingIn } from './choose-period.js';
import type { AccountingStatus } from './use-accounting-statuses.js';

export interface PeriodChoiceProps {
  readonly statuses: readonly AccountingStatus[];
  readonly chosen: string;
  readonly onChoose: (fileId: string) => void;
}

/** Which fiscal period, each with what waits in it. */
export function PeriodChoice({ statuses, chosen, onChoose }: PeriodChoiceProps): ReactElement {
  const { t } = useTexts();
  const id = useId();
  const option = ({ file, snapshot }: AccountingStatus): string => {
    const { period: range, name } = file;
    const period =
      range === null
        ? t('period.none')
        : t('period.range', { begin: formatDay(range.begin), end: formatDay(range.end) });
    const n = pendingIn(snapshot);
    return n === 0 ? t('period.option', { period, name }) : t('period.option-pending', { period, name, n });
  };
  return (
    <p className="period-choice">
      <label htmlFor={id}>{t('period.choice')}</label>
      <select
        id={id}
        className="field"
        value={chosen}
        onChange={(event) => onChoose(event.currentTarget.value)}
      >
        {statuses.map((status) => (
          <option key={status.file.id} value={status.file.id}>
            {option(status)}
          </option>
        ))}
      </select>
    </p>
  );
}
