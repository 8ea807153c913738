import { Drawing } from '@synchro/sync-react/page-parts';
import type { ReactElement } from 'react';

/** One machine, or several with something between them. */
const kinds = {
  local: 'M2.5 3.5h13v9h-13zM6 15.5h6M9 12.5v3',
  shared:
    'M9 2.2a2.3 2.3 0 1 1 0 4.6 2.3 2.3 0 0 1 0-4.6ZM3.8 11.2a2.3 2.3 0 1 1 0 4.6 2.3 2.3 0 0 1 0-4.6ZM14.2 11.2a2.3 2.3 0 1 1 0 4.6 2.3 2.3 0 0 1 0-4.6ZM7.8 6.6l-2.6 4.8M10.2 6.6l2.6 4.8M6.2 13.5h5.6',
} as const;

/** Says nothing to a screen reader: the word stands beside it. */
export function KindIcon({ kind }: { readonly kind: keyof typeof kinds }): ReactElement {
  return <Drawing path={kinds[kind]} />;
}

export function BackIcon(): ReactElement {
  return <Drawing path="M11 3.5L5.5 9l5.5 5.5" />;
}

export function AddIcon(): ReactElement {
  return <Drawing path="M9 3.5v11M3.5 9h11" />;
}

export function FolderIcon(): ReactElement {
  return <Drawing path="M1.8 4.2h5l1.6 2h7.8v8.6H1.8z" />;
}

export function MoreIcon(): ReactElement {
  return <Drawing path="M3.6 8.6h.8v.8h-.8zM8.6 8.6h.8v.8h-.8zM13.6 8.6h.8v.8h-.8z" />;
}

export function CloseIcon(): ReactElement {
  return <Drawing path="M4 4l10 10M14 4L4 14" />;
}
