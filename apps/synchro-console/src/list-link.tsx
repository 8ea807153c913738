import type { ReactElement, ReactNode } from 'react';
import { useLinkTo } from './address/use-address.js';

export interface ListLinkProps {
  readonly className?: string;
  readonly children: ReactNode;
}

/** The way to the list as it was left. A component, so that what it stands in does not render with every letter of a search. */
export function ListLink({ className, children }: ListLinkProps): ReactElement {
  const linkTo = useLinkTo();
  return (
    <a className={className} href={linkTo({ view: 'list' })}>
      {children}
    </a>
  );
}
