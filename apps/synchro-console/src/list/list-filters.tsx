import { formatCount } from '@synchro/sync-react/page-parts';
import { useId } from 'react';
import type { ReactElement } from 'react';
import { listFilters } from '../address/list-choice.js';
import type { ListFilter } from '../address/list-choice.js';
import { useTexts } from '../messages/console-texts.js';

export interface ListFiltersProps {
  readonly chosen: ListFilter;
  readonly counts: ReadonlyMap<ListFilter, number>;
  readonly onChoose: (filter: ListFilter) => void;
}

/** Which mandates are shown, one choice of several, each with how many there are: one stop of the Tab key. */
export function ListFilters({ chosen, counts, onChoose }: ListFiltersProps): ReactElement {
  const { t } = useTexts();
  const name = useId();
  return (
    <fieldset className="filters">
      <legend className="unseen">{t('filters')}</legend>
      {listFilters.map((filter) => (
        <label key={filter} className="chip" data-empty={(counts.get(filter) ?? 0) === 0}>
          <input
            type="radio"
            className="unseen"
            name={name}
            checked={filter === chosen}
            onChange={() => onChoose(filter)}
          />
          {t(`filters.${filter}`)} <span className="chip-count">{formatCount(counts.get(filter) ?? 0)}</span>
        </label>
      ))}
    </fieldset>
  );
}
