import type { ReactElement } from 'react';
import { useTexts } from './messages/console-texts.js';

/** The place of what is still on its way, in its own shape; nothing turns. */
export function Skeleton({ rows }: { readonly rows: number }): ReactElement {
  const { t } = useTexts();
  return (
    <div className="skeleton" role="status">
      <span className="unseen">{t('loading')}</span>
      {Array.from({ length: rows }, (_, i) => (
        <div key={i} className="skeleton-row" aria-hidden="true">
          <i />
          <i />
        </div>
      ))}
    </div>
  );
}
