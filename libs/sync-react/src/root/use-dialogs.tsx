import { useCallback, useState } from 'react';
import type { ReactElement } from 'react';
import type { Scope, StatusSnapshot } from '../contract-types.js';
import type { DetailsDialog } from '../details-dialog.js';
import { loadDialogMessages } from '../messages/dialog-messages.js';
import type { MigrationDialog } from '../migration-dialog.js';
import type { PostingDialog } from '../posting-dialog.js';
import type { RestoreLinkDialog } from '../restore-link-dialog.js';
import type { SignInDialog } from '../sign-in-dialog.js';
import { useSynchro } from './synchro-context.js';

export type DialogRequest =
  | { readonly kind: 'posting' }
  | { readonly kind: 'details'; readonly itemId: string }
  | { readonly kind: 'sign-in'; readonly heldBack: number }
  | { readonly kind: 'restore-link'; readonly fileId: string }
  | { readonly kind: 'migration' };

/** A dialog whose code has come. */
type OpenDialog =
  | { readonly kind: 'posting'; readonly Dialog: typeof PostingDialog }
  | { readonly kind: 'details'; readonly itemId: string; readonly Dialog: typeof DetailsDialog }
  | { readonly kind: 'sign-in'; readonly heldBack: number; readonly Dialog: typeof SignInDialog }
  | { readonly kind: 'restore-link'; readonly fileId: string; readonly Dialog: typeof RestoreLinkDialog }
  | { readonly kind: 'migration'; readonly Dialog: typeof MigrationDialog };

export interface Dialogs {
  /** Settles when the dialog is there. @throws when its code cannot be had, because the service has gone */
  readonly open: (request: DialogRequest) => Promise<void>;
  readonly element: ReactElement | null;
}

/** The built-in dialogs; their code and their texts come over the wire when one is first opened. */
export function useDialogs(snapshot: StatusSnapshot | null, scope: Scope): Dialogs {
  const { locale } = useSynchro();
  const [dialog, setDialog] = useState<OpenDialog | null>(null);
  const close = useCallback(() => setDialog(null), []);

  const open = async (request: DialogRequest) => {
    const [opened] = await Promise.all([loadDialog(request), loadDialogMessages(locale)]);
    setDialog(opened);
  };
  const element = dialog === null || snapshot === null ? null : elementOf(dialog, snapshot, scope, close);
  return { open, element };
}

async function loadDialog(request: DialogRequest): Promise<OpenDialog> {
  switch (request.kind) {
    case 'posting':
      return { ...request, Dialog: (await import('../posting-dialog.js')).PostingDialog };
    case 'details':
      return { ...request, Dialog: (await import('../details-dialog.js')).DetailsDialog };
    case 'sign-in':
      return { ...request, Dialog: (await import('../sign-in-dialog.js')).SignInDialog };
    case 'restore-link':
      return { ...request, Dialog: (await import('../restore-link-dialog.js')).RestoreLinkDialog };
    case 'migration':
      return { ...request, Dialog: (await import('../migration-dialog.js')).MigrationDialog };
  }
}

function elementOf(
  dialog: OpenDialog,
  snapshot: StatusSnapshot,
  scope: Scope,
  close: () => void,
): ReactElement | null {
  const mandate = snapshot.mandate;
  switch (dialog.kind) {
    case 'posting':
      return <dialog.Dialog snapshot={snapshot} onClose={close} />;
    case 'details':
      return <dialog.Dialog snapshot={snapshot} itemId={dialog.itemId} onClose={close} />;
    case 'sign-in':
      return <dialog.Dialog account={snapshot.account} heldBack={dialog.heldBack} onClose={close} />;
    case 'restore-link':
      if (mandate === null) return null;
      return <dialog.Dialog mandateId={mandate.id} fileId={dialog.fileId} document={scope} onClose={close} />;
    case 'migration':
      if (mandate === null) return null;
      return <dialog.Dialog mandateId={mandate.id} mandateName={mandate.name} onClose={close} />;
  }
}
