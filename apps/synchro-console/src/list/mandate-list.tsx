import { formatCount } from '@synchro/sync-react/page-parts';
import { useDeferredValue, useId, useMemo, useRef, useState } from 'react';
import type { KeyboardEvent, ReactElement } from 'react';
import { formatAddress } from '../address/console-address.js';
import type { Overview } from '../contract-types.js';
import { AddIcon } from '../icons.js';
import { useTexts } from '../messages/console-texts.js';
import { MandateRow } from './mandate-row.js';
import { filterMandates, orderMandates } from './order-mandates.js';

export interface MandateListProps {
  readonly overview: Overview;
  readonly selectedId: string | null;
}

/** A few mandates are found by looking. */
const WORTH_A_FILTER = 8;

/** The mandates, first those that need a person; one stop of the Tab key, arrows go from row to row. */
export function MandateList({ overview, selectedId }: MandateListProps): ReactElement {
  const { t } = useTexts();
  const [query, setQuery] = useState('');
  const wanted = useDeferredValue(query);
  const listed = useMemo(() => orderMandates(overview), [overview]);
  const found = useMemo(() => filterMandates(listed, wanted), [listed, wanted]);
  const list = useRef<HTMLUListElement>(null);
  const headingId = useId();
  const reachable = found.find(({ mandate }) => mandate.id === selectedId) ?? found[0];

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
  return (
    <nav className="mandates" aria-labelledby={headingId}>
      <header className="mandates-head">
        <h2 id={headingId}>
          {t('mandates')} <span className="total">{formatCount(overview.mandates.length)}</span>
        </h2>
        <a className="button" href={formatAddress({ view: 'create' })}>
          <AddIcon />
          {t('create')}
        </a>
        {overview.mandates.length < WORTH_A_FILTER ? null : (
          <input
            type="search"
            className="field"
            aria-label={t('filter')}
            placeholder={t('filter')}
            value={query}
            onChange={(event) => setQuery(event.currentTarget.value)}
            onKeyDown={(event) => {
              if (event.key !== 'ArrowDown') return;
              event.preventDefault();
              focusRow(0);
            }}
          />
        )}
        <span role="status" className="unseen">
          {wanted === '' ? '' : t('filter.found', { n: found.length })}
        </span>
      </header>
      {found.length === 0 ? (
        <div className="nothing-found">
          <p>{t('filter.none')}</p>
          <button type="button" className="button" onClick={() => setQuery('')}>
            {t('filter.clear')}
          </button>
        </div>
      ) : (
        <ul ref={list} className="mandates-list" onKeyDown={onKeyDown}>
          {found.map(({ mandate, matters }) => (
            <MandateRow
              key={mandate.id}
              mandate={mandate}
              matters={matters}
              isSelected={mandate.id === selectedId}
              isReachable={mandate === reachable?.mandate}
            />
          ))}
        </ul>
      )}
    </nav>
  );
}
