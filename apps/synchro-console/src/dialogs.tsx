import { useState } from 'react';
import type { ReactElement } from 'react';
import type { Say } from './commands/command-dialog-props.js';
import type { MandateFileMessage, Overview, OverviewNotification, StatusSnapshot } from './contract-types.js';
import { pendingTotal } from './list/order-mandates.js';

/**
 * ── The one place where the console's commands meet their dialogs ──────────────────────────────────────────────
 *
 * A dialog comes over the wire when it is first opened.
 */
const loaders: { readonly [K in DialogKind]: DialogLoader<K> } = {
  details: async () => {
    const { DetailsDialog } = await import('@synchro/sync-react/details-dialog');
    return ({ request: { row }, overview, onClose }) => (
      <DetailsDialog snapshot={snapshotOf(row, overview)} itemId={row.notification.id} onClose={onClose} />
    );
  },
  'sign-in': async () => {
    const { SignInDialog } = await import('@synchro/sync-react/sign-in-dialog');
    return ({ overview, onClose }) => (
      <SignInDialog account={overview.account} heldBack={heldBack(overview)} onClose={onClose} />
    );
  },
  'restore-link': async () => {
    const { RestoreLinkDialog } = await import('@synchro/sync-react/restore-link-dialog');
    return ({ request: { mandateId, fileId }, overview: { capabilities }, onClose }) => (
      <RestoreLinkDialog
        mandateId={mandateId}
        fileId={fileId}
        capabilities={capabilities}
        onClose={onClose}
      />
    );
  },
  migration: async () => {
    const { MigrationDialog } = await import('@synchro/sync-react/migration-dialog');
    return ({ request: { mandateId }, overview, onClose }) => (
      <MigrationDialog
        mandateId={mandateId}
        mandateName={nameIn(overview, mandateId)}
        capabilities={overview.capabilities}
        onClose={onClose}
      />
    );
  },
  attach: async () => {
    const { AttachDialog } = await import('./commands/attach-dialog.js');
    return ({ request: { mandateId }, overview, onClose, say }) => (
      <AttachDialog mandateId={mandateId} overview={overview} onClose={onClose} say={say} />
    );
  },
  rename: async () => {
    const { RenameDialog } = await import('./commands/rename-dialog.js');
    return ({ request: { mandateId, name }, onClose }) => (
      <RenameDialog mandateId={mandateId} name={name} onClose={onClose} />
    );
  },
  remove: async () => {
    const { RemoveDialog } = await import('./commands/remove-dialog.js');
    return ({ request: { mandateId, name, pending }, onClose, say }) => (
      <RemoveDialog mandateId={mandateId} name={name} pending={pending} onClose={onClose} say={say} />
    );
  },
  detach: async () => {
    const { DetachDialog } = await import('./commands/detach-dialog.js');
    return ({ request: { mandateId, ...file }, overview, open, onClose, say }) => (
      <DetachDialog
        {...file}
        mandateId={mandateId}
        onRemoveMandate={removal(overview, mandateId, open)}
        onClose={onClose}
        say={say}
      />
    );
  },
};

export type DialogRequest =
  | { readonly kind: 'details'; readonly row: OverviewNotification }
  | { readonly kind: 'sign-in' }
  | { readonly kind: 'restore-link'; readonly mandateId: string; readonly fileId: string }
  | { readonly kind: 'migration'; readonly mandateId: string }
  | { readonly kind: 'attach'; readonly mandateId: string }
  | { readonly kind: 'rename'; readonly mandateId: string; readonly name: string }
  | {
      readonly kind: 'remove';
      readonly mandateId: string;
      readonly name: string;
      /** What waits, as it is shown when the question is asked. */
      readonly pending: number;
    }
  | {
      readonly kind: 'detach';
      readonly mandateId: string;
      readonly file: MandateFileMessage;
      readonly entryFileName: string | null;
      readonly isLastAccounting: boolean;
    };

export type DialogKind = DialogRequest['kind'];
type RequestOf<K extends DialogKind> = Extract<DialogRequest, { kind: K }>;

interface OpenDialogProps<K extends DialogKind> {
  readonly request: RequestOf<K>;
  /** The newest, as the stream brings it. */
  readonly overview: Overview;
  readonly onClose: () => void;
  /** Another one in its place. */
  readonly open: (request: DialogRequest) => void;
  readonly say: Say;
}
type Renderer<K extends DialogKind> = (props: OpenDialogProps<K>) => ReactElement;
type DialogLoader<K extends DialogKind> = () => Promise<Renderer<K>>;

export interface Dialogs {
  /** Settles when the dialog is there. @throws when its code cannot be had, because the service has gone */
  readonly open: (request: DialogRequest) => Promise<void>;
  readonly element: ReactElement | null;
}

/** The dialog that is open above the page, at most one. */
export function useDialogs(overview: Overview | null, say: Say): Dialogs {
  const [dialog, setDialog] = useState<((overview: Overview) => ReactElement) | null>(null);
  const onClose = () => setDialog(null);

  const openNext = (request: DialogRequest) => void open(request).catch(onClose);

  const load = async <K extends DialogKind>(kind: K, request: RequestOf<K>) => {
    const render = await loaders[kind]();
    setDialog(
      () => (newest: Overview) => render({ request, overview: newest, onClose, open: openNext, say }),
    );
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
      case 'attach':
        return load(request.kind, request);
      case 'rename':
        return load(request.kind, request);
      case 'remove':
        return load(request.kind, request);
      case 'detach':
        return load(request.kind, request);
    }
  };
  return { open, element: overview === null ? null : (dialog?.(overview) ?? null) };
}

/** The entries that wait for somebody to sign in. */
const heldBack = ({ mandates }: Overview): number =>
  mandates
    .filter(({ sync }) => sync?.causes.some(({ code }) => code === 'signed-out') === true)
    .reduce((sum, { pending }) => sum + pending.new + pending.changed + pending.deleted, 0);

const nameIn = ({ mandates }: Overview, mandateId: string): string =>
  mandates.find(({ id }) => id === mandateId)?.name ?? '';

/** The way from one file to the whole mandate, where the service can let go of one. */
function removal(
  { mandates, capabilities }: Overview,
  mandateId: string,
  open: (request: DialogRequest) => void,
): (() => void) | null {
  const mandate = mandates.find(({ id }) => id === mandateId);
  if (mandate === undefined || !capabilities.includes('manage-mandates')) return null;
  return () => open({ kind: 'remove', mandateId, name: mandate.name, pending: pendingTotal(mandate) });
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
    entries: null,
    notifications: overview.notifications
      .filter(({ mandates }) => mandates.some(({ id }) => id === named?.id))
      .map(({ notification }) => notification),
    account: overview.account,
    capabilities: overview.capabilities,
    service: overview.service,
  };
}
