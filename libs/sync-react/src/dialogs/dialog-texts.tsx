import { createContext, useContext, useMemo } from 'react';
import type { ReactElement, ReactNode } from 'react';
import type { BannerKey } from '../messages/banner-messages.js';
import type { Translate } from '../messages/create-translate.js';
import { loadDialogMessages } from '../messages/dialog-messages.js';
import type { DialogKey } from '../messages/dialog-messages.js';
import { useCatalogue } from '../messages/use-catalogue.js';
import { useSynchro } from '../root/synchro-context.js';

export type TranslateDialog = Translate<DialogKey>;

const DialogTextsContext = createContext<TranslateDialog | null>(null);

/** Gives the dialog below its texts, in the banner's language; until they have come there is no dialog. */
export function DialogTexts({ children }: { readonly children: ReactNode }): ReactElement | null {
  const { locale } = useSynchro();
  const loaded = useCatalogue(locale, loadDialogMessages);
  if (loaded === null) return null;
  return <DialogTextsContext value={loaded.t}>{children}</DialogTextsContext>;
}

/** Says what dialogs say, and what the banner says too. */
export function useDialogTexts(): { readonly t: TranslateDialog; readonly tb: Translate<BannerKey> } {
  const t = useContext(DialogTextsContext);
  const { t: tb } = useSynchro();
  if (t === null) throw new Error('A dialog belongs below DialogTexts.');
  return useMemo(() => ({ t, tb }), [t, tb]);
}
