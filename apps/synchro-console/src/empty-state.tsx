import type { ReactElement, ReactNode } from 'react';

export interface EmptyStateProps {
  readonly title: string;
  readonly explain: string;
  readonly children?: ReactNode;
}

/** Nothing to show: says so, and what brings it. */
export function EmptyState({ title, explain, children }: EmptyStateProps): ReactElement {
  return (
    <div className="empty-state">
      <h2 tabIndex={-1}>{title}</h2>
      <p>{explain}</p>
      {children}
    </div>
  );
}
