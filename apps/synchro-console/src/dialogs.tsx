import type { Overview, OverviewNotification, StatusSnapshot } from './contract-types.js';
import { useState } from 'react';
import type { ReactElement } from 'react';

/**
 * ── The one place where the console's commands meet their dialogs ──────────────────────────────────────────────
 *
 * A dialog comes over the wire when it is first opened. `null`: there is none yet, so whatever would open it has no
 * button (`hasDialog`). To plug one in, give its loader, as for `details`:
 *
 *     'sign-in': async () => {
 *       const { SignInDialog } = await import('@synchro/sync-react/sign-in-dialog');
 *       return ({ onClose }) => <SignInDialog onClose={onClose} />;
 *     },
 */
const loaders: { readonly [K in DialogKind]: DialogLoader<K> | null } = {
  details: async () => {
    const { DetailsDialog } = await import('@synchro/sync-react/details-dialog');
    return ({ request: { row }, overview, onClose }) => (
      <DetailsDialog snapshot={snapshotOf(row, overview)} itemId={row.notification.id} onClose={onClose} />
    );
  },
  'sign-in': null,
  'restore-link': null,
  migration: null,
};

export type DialogRequest =
  | { readonly kind: 'details'; readonly row: OverviewNotification }
  | { readonly kind: 'sign-in' }
  | { readonly kind: 'restore-link'; readonly mandateId: string; readonly fileId: string }
  | { readonly kind: 'migration'; readonly mandateId: string };

export type DialogKind = DialogRequest['kind'];
type RequestOf<K extends DialogKind> = Extract<DialogRequest, { kind: K }>;

interface OpenDialogProps<K extends DialogKind> {
  readonly request: RequestOf<K>;
  /** The newest, as the stream brings it. */
  readonly overview: Overview;
  readonly onClose: () => void;
}
type Renderer<K extends DialogKind> = (props: OpenDialogProps<K>) => ReactElement;
type DialogLoader<K extends DialogKind> = () => Promise<Renderer<K>>;

export const hasDialog = (kind: DialogKind): boolean => loaders[kind] !== null;

export interface Dialogs {
  /** Settles when the dialog is there. @throws when its code cannot be had, because the service has gone */
  readonly open: (request: DialogRequest) => Promise<void>;
  readonly element: ReactElement | null;
}

/** The dialog that is open above the page, at most one. */
export function useDialogs(overview: Overview | null): Dialogs {
  const [dialog, setDialog] = useState<((overview: Overview) => ReactElement) | null>(null);
  const onClose = () => setDialog(null);

  const load = async <K extends DialogKind>(kind: K, request: RequestOf<K>) => {
    const render = await loaders[kind]?.();
    if (render !== undefined)
      setDialog(() => (newest: Overview) => render({ request, overview: newest, onClose }));
  };
  const open = (request: DialogRequest): Promise<void> => {
    switch (request.kind) {
      case 'details':
        return load(request.kind, request);
      case 'sign-in':
        return load(request.kind, request);
      case 'restore-link':
        return load(request.kind, request);
      case 'migration':
        return load(request.kind, request);
    }
  };
  return { open, element: overview === null ? null : (dialog?.(overview) ?? null) };
}

/** What dialogs that were made for one document's banner look at, for a row of the overview. */
function snapshotOf(row: OverviewNotification, overview: Overview): StatusSnapshot {
  const [named] = row.mandates;
  const mandate = overview.mandates.find(({ id }) => id === named?.id);
  return {
    revision: overview.revision,
    mandate: named === undefined ? null : { ...named, kind: mandate?.kind ?? 'local' },
    file: null,
    pending: mandate?.pending ?? { new: 0, changed: 0, deleted: 0 },
    notifications: overview.notifications
      .filter(({ mandates }) => mandates.some(({ id }) => id === named?.id))
      .map(({ notification }) => notification),
    account: overview.account,
    capabilities: overview.capabilities,
    service: overview.service,
  };
}
