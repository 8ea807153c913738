import { QueryClientContext, QueryClientProvider } from '@tanstack/react-query';
import { createContext, useContext, useMemo, useState } from 'react';
import type { ReactElement, ReactNode } from 'react';
import type { BannerKey } from '../messages/banner-messages.js';
import type { Translate } from '../messages/create-translate.js';
import { loadDialogMessages } from '../messages/dialog-messages.js';
import type { DialogKey } from '../messages/dialog-messages.js';
import { useCatalogue } from '../messages/use-catalogue.js';
import { useSynchro } from '../root/synchro-context.js';
import { createQueryClient } from './create-query-client.js';

export type TranslateDialog = Translate<DialogKey>;

const DialogTextsContext = createContext<TranslateDialog | null>(null);

/**
 * Gives the dialog below its texts, in the banner's language, and a query cache where there is none around; until the
 * texts have come there is no dialog.
 */
export function DialogTexts({ children }: { readonly children: ReactNode }): ReactElement | null {
  const { locale } = useSynchro();
  const around = useContext(QueryClientContext);
  const [own] = useState(createQueryClient);
  const loaded = useCatalogue(locale, loadDialogMessages);
  if (loaded === null) return null;
  return (
    <QueryClientProvider client={around ?? own}>
      <DialogTextsContext value={loaded.t}>{children}</DialogTextsContext>
    </QueryClientProvider>
  );
}

/** Says what dialogs say, and what the banner says too. */
export function useDialogTexts(): { readonly t: TranslateDialog; readonly tb: Translate<BannerKey> } {
  const t = useContext(DialogTextsContext);
  const { t: tb } = useSynchro();
  if (t === null) throw new Error('A dialog belongs below DialogTexts.');
  return useMemo(() => ({ t, tb }), [t, tb]);
}
