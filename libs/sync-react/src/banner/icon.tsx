import type { ReactElement } from 'react';
import type { Severity } from '../contract-types.js';

/** Shapes that differ also without colour: circle, triangle, octagon, and a circle with a tick. */
const shapes: Readonly<Record<Severity, string>> = {
  information: 'M9 1.5a7.5 7.5 0 1 1 0 15 7.5 7.5 0 0 1 0-15ZM9 8v5M9 5v.6',
  warning: 'M9 2 17 16H1L9 2ZM9 7v4.5M9 13.4v.6',
  error: 'M6 1.5h6L16.5 6v6L12 16.5H6L1.5 12V6L6 1.5ZM9 5v5M9 12.2v.6',
  success: 'M9 1.5a7.5 7.5 0 1 1 0 15 7.5 7.5 0 0 1 0-15ZM5.5 9.2l2.5 2.5 4.5-5',
};

/** Says nothing to a screen reader: the word for the severity stands beside it. */
export function Icon({ severity }: { readonly severity: Severity }): ReactElement {
  return <Drawing path={shapes[severity]} />;
}

export function Drawing({ path }: { readonly path: string }): ReactElement {
  return (
    <svg className="icon" viewBox="0 0 18 18" aria-hidden="true" focusable="false">
      <path
        d={path}
        fill="none"
        stroke="currentColor"
        strokeWidth="1.6"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}
