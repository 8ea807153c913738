import { useState } from 'react';
import type { ComponentType, ReactElement } from 'react';
import type { StatusSnapshot } from '../contract-types.js';
import { loadDialogMessages } from '../messages/dialog-messages.js';
import type { DialogName, DialogProps } from './banner-app.js';
import { useSynchro } from './synchro-context.js';

export interface Dialogs {
  /** Settles when the dialog is there. @throws when its code cannot be had, because the service has gone */
  readonly open: (name: DialogName, itemId: string) => Promise<void>;
  readonly element: ReactElement | null;
}

/** The app's dialogs; their code and their texts come over the wire when one is first opened. */
export function useDialogs(snapshot: StatusSnapshot | null): Dialogs {
  const { app, locale } = useSynchro();
  const [dialog, setDialog] = useState<{
    readonly Dialog: ComponentType<DialogProps>;
    readonly itemId: string;
  } | null>(null);

  const open = async (name: DialogName, itemId: string) => {
    const load = app.dialogs[name];
    if (load === undefined) return;
    const [Dialog] = await Promise.all([load(), loadDialogMessages(locale)]);
    setDialog({ Dialog, itemId });
  };
  if (snapshot === null || dialog === null) return { open, element: null };
  const { Dialog, itemId } = dialog;
  return { open, element: <Dialog snapshot={snapshot} itemId={itemId} onClose={() => setDialog(null)} /> };
}
