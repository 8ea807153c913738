import { formatCount } from '@synchro/sync-react/page-parts';
import { useDeferredValue, useId, useMemo, useRef } from 'react';
import type { KeyboardEvent, MouseEvent, ReactElement } from 'react';
import { parseAddress } from '../address/console-address.js';
import { chooseList, clearList, goTo, useLinkTo, useListChoice } from '../address/use-address.js';
import type { Overview } from '../contract-types.js';
import { AddIcon } from '../icons.js';
import { useTexts } from '../messages/console-texts.js';
import { countByFilter, filterMandates, searchMandates } from './filter-mandates.js';
import { ListFilters } from './list-filters.js';
import { MandateRow } from './mandate-row.js';
import { orderMandates } from './order-mandates.js';

export interface MandateListProps {
  readonly overview: Overview;
  readonly selectedId: string | null;
}

/** A few mandates are found by looking. */
const WORTH_A_FILTER = 8;

/** The mandates, first those that need a person; one stop of the Tab key, arrows go from row to row. */
export function MandateList({ overview, selectedId }: MandateListProps): ReactElement {
  const { t, now } = useTexts();
  const choice = useListChoice();
  const wanted = useDeferredValue(choice);
  const linkTo = useLinkTo();
  const listed = useMemo(() => orderMandates(overview, now()), [overview, now]);
  const named = useMemo(() => searchMandates(listed, wanted.search), [listed, wanted.search]);
  const counts = useMemo(() => countByFilter(named), [named]);
  const found = useMemo(() => filterMandates(named, wanted.filter), [named, wanted.filter]);
  const list = useRef<HTMLUListElement>(null);
  const headingId = useId();
  const reachable = found.find(({ mandate }) => mandate.id === selectedId) ?? found[0];
  const isWhole = choice.search === '' && choice.filter === 'all';

  const focusRow = (index: number) => {
    const rows = list.current?.querySelectorAll<HTMLElement>('a') ?? [];
    rows[Math.max(0, Math.min(rows.length - 1, index))]?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const rows = [...(list.current?.querySelectorAll('a') ?? [])];
    const at = rows.findIndex((row) => row === document.activeElement);
    const target = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: rows.length - 1 }[event.key];
    if (target === undefined || at < 0 || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    focusRow(target);
  };
  /** The links are the mandates' own, so that not every one changes with each letter of a search; it goes along here. */
  const onClick = (event: MouseEvent) => {
    const row = event.target instanceof Element ? event.target.closest('a') : null;
    if (row === null || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    goTo(parseAddress(row.hash));
  };
  return (
    <nav className="mandates" aria-labelledby={headingId}>
      <header className="mandates-head">
        <h2 id={headingId}>
          {t('mandates')} <span className="total">{formatCount(overview.mandates.length)}</span>
        </h2>
        <a className="button" href={linkTo({ view: 'create' })}>
          <AddIcon />
          {t('create')}
        </a>
        {overview.mandates.length < WORTH_A_FILTER && isWhole ? null : (
          <>
            <input
              type="search"
              className="field"
              aria-label={t('filter')}
              placeholder={t('filter')}
              value={choice.search}
              onChange={(event) => chooseList({ search: event.currentTarget.value }, 'replace')}
              onKeyDown={(event) => {
                if (event.key !== 'ArrowDown') return;
                event.preventDefault();
                focusRow(0);
              }}
            />
            <ListFilters
              chosen={choice.filter}
              counts={counts}
              onChoose={(filter) => chooseList({ filter }, 'push')}
            />
          </>
        )}
        <span role="status" className="unseen">
          {isWhole ? '' : t('filter.found', { n: found.length })}
        </span>
      </header>
      {found.length === 0 ? (
        <div className="nothing-found">
          <p>{t(wanted.filter === 'all' ? 'filter.none' : 'filters.none')}</p>
          <button type="button" className="button" onClick={clearList}>
            {t('filter.clear')}
          </button>
        </div>
      ) : (
        <ul ref={list} className="mandates-list" onKeyDown={onKeyDown} onClick={onClick}>
          {found.map(({ mandate, matters, urgency }) => (
            <MandateRow
              key={mandate.id}
              mandate={mandate}
              matters={matters}
              isSilent={urgency === 'silent'}
              isSelected={mandate.id === selectedId}
              isReachable={mandate === reachable?.mandate}
            />
          ))}
        </ul>
      )}
    </nav>
  );
}
