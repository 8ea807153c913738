import { useState } from 'react';
import type { ReactElement } from 'react';
import type { StatusSnapshot } from '../contract-types.js';
import type { DetailsDialog } from '../details-dialog.js';
import { loadDialogMessages } from '../messages/dialog-messages.js';
import type { PostingDialog } from '../posting-dialog.js';
import { useSynchro } from './synchro-context.js';

export type DialogRequest =
  { readonly kind: 'posting' } | { readonly kind: 'details'; readonly itemId: string };

/** A dialog whose code has come. */
type OpenDialog =
  | {
      readonly kind: 'posting';
      readonly Dialog: typeof PostingDialog;
    }
  | {
      readonly kind: 'details';
      readonly itemId: string;
      readonly Dialog: typeof DetailsDialog;
    };

export interface Dialogs {
  /** Settles when the dialog is there. @throws when its code cannot be had, because the service has gone */
  readonly open: (request: DialogRequest) => Promise<void>;
  readonly element: ReactElement | null;
}

/** The built-in dialogs; their code and their texts come over the wire when one is first opened. */
export function useDialogs(snapshot: StatusSnapshot | null): Dialogs {
  const { locale } = useSynchro();
  const [dialog, setDialog] = useState<OpenDialog | null>(null);
  const close = () => setDialog(null);

  const open = async (request: DialogRequest) => {
    switch (request.kind) {
      case 'posting': {
        const [module] = await Promise.all([import('../posting-dialog.js'), loadDialogMessages(locale)]);
        setDialog({ ...request, Dialog: module.PostingDialog });
        return;
      }
      case 'details': {
        const [module] = await Promise.all([import('../details-dialog.js'), loadDialogMessages(locale)]);
        setDialog({ ...request, Dialog: module.DetailsDialog });
        return;
      }
    }
  };
  if (snapshot === null || dialog === null) return { open, element: null };
  return {
    open,
    element:
      dialog.kind === 'posting' ? (
        <dialog.Dialog snapshot={snapshot} onClose={close} />
      ) : (
        <dialog.Dialog snapshot={snapshot} itemId={dialog.itemId} onClose={close} />
      ),
  };
}
