import type { ReactElement, ReactNode } from 'react';
import { useDialogTexts } from '../dialogs/dialog-texts.js';

export interface EntriesToolsProps {
  readonly query: string;
  readonly onQuery: (query: string) => void;
  /** How many entries the search has found; `null` without one. */
  readonly found: number | null;
  readonly children: ReactNode;
}

/** Above the list: the search with what it has found, and how far loading has come. */
export function EntriesTools({ query, onQuery, found, children }: EntriesToolsProps): ReactElement {
  const { t } = useDialogTexts();
  return (
    <div className="entries-tools">
      <input
        type="search"
        className="search"
        aria-label={t('posting.search')}
        placeholder={t('posting.search.hint')}
        value={query}
        onChange={(event) => onQuery(event.currentTarget.value)}
        onKeyDown={(event) => {
          // Escape first empties the search; only then does it close the dialog.
          if (event.key !== 'Escape' || query === '') return;
          event.preventDefault();
          onQuery('');
        }}
      />
      <span role="status" className="quiet">
        {found === null ? '' : t('posting.found', { n: found })}
      </span>
      {children}
    </div>
  );
}
