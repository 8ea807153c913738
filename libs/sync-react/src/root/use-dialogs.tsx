import { useCallback, useState } from 'react';
import type { ComponentType, ReactElement } from 'react';
import type { BannerItem } from '../banner/banner-item.js';
import type { FileEntryState, Scope, StatusSnapshot } from '../contract-types.js';
import { loadDialogMessages } from '../messages/dialog-messages.js';
import type { BannerApp, DialogName, DialogPropsByName } from './banner-app.js';
import { useSynchro } from './synchro-context.js';

/** A dialog whose code has come, and the notification that it was opened from. */
type OpenDialog = {
  readonly [Name in DialogName]: {
    readonly name: Name;
    readonly item: BannerItem;
    readonly Dialog: ComponentType<DialogPropsByName[Name]>;
  };
}[DialogName];

export interface Dialogs {
  /** Settles when the dialog is there. @throws when its code cannot be had, because the service has gone */
  readonly open: (name: DialogName, item: BannerItem) => Promise<void>;
  readonly element: ReactElement | null;
}

/** The app's dialogs; their code and their texts come over the wire when one is first opened. */
export function useDialogs(app: BannerApp, snapshot: StatusSnapshot | null, scope: Scope): Dialogs {
  const { locale } = useSynchro();
  const [dialog, setDialog] = useState<OpenDialog | null>(null);
  const close = useCallback(() => setDialog(null), []);

  const open = async (name: DialogName, item: BannerItem) => {
    const [opened] = await Promise.all([loadDialog(app, name, item), loadDialogMessages(locale)]);
    setDialog(opened);
  };
  const element = dialog === null || snapshot === null ? null : elementOf(dialog, snapshot, scope, close);
  return { open, element };
}

async function loadDialog(
  { dialogs }: BannerApp,
  name: DialogName,
  item: BannerItem,
): Promise<OpenDialog | null> {
  const Dialog = await dialogs[name]?.();
  // The name and its dialog belong together, which an indexed access forgets.
  return Dialog === undefined ? null : ({ name, item, Dialog } as OpenDialog);
}

function elementOf(
  dialog: OpenDialog,
  snapshot: StatusSnapshot,
  scope: Scope,
  onClose: () => void,
): ReactElement | null {
  const { mandate, account, capabilities } = snapshot;
  switch (dialog.name) {
    case 'posting':
      return <dialog.Dialog snapshot={snapshot} onClose={onClose} />;
    case 'details':
      return <dialog.Dialog snapshot={snapshot} itemId={dialog.item.id} onClose={onClose} />;
    case 'sign-in': {
      const heldBack = dialog.item.kind === 'signed-out' ? dialog.item.heldBack : 0;
      return <dialog.Dialog account={account} heldBack={heldBack} onClose={onClose} />;
    }
    case 'restore-link':
      if (mandate === null || dialog.item.kind !== 'file-detached') return null;
      return (
        <dialog.Dialog
          mandateId={mandate.id}
          fileId={dialog.item.fileId}
          document={scope}
          capabilities={capabilities}
          onClose={onClose}
        />
      );
    case 'migration':
      if (mandate === null) return null;
      return (
        <dialog.Dialog
          mandateId={mandate.id}
          mandateName={mandate.name}
          capabilities={capabilities}
          onClose={onClose}
        />
      );
    case 'file-entries':
      return <dialog.Dialog snapshot={snapshot} first={stateOf(dialog.item)} onClose={onClose} />;
  }
}

/** The entries that a notification is about. */
function stateOf({ kind }: BannerItem): FileEntryState {
  if (kind === 'entries-problems') return 'problems';
  return kind === 'entries-locked' ? 'posted' : 'waiting';
}
