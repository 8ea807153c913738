import { useSynchro } from '@synchro/sync-react';
import type { Locale } from '@synchro/sync-react';
import { errorText, useCatalogue, useDialogTexts } from '@synchro/sync-react/page-parts';
import type { TranslateBanner } from '@synchro/sync-react/page-parts';
import { createContext, useCallback, useContext, useMemo } from 'react';
import type { ReactElement, ReactNode } from 'react';
import { loadConsoleMessages } from './console-messages.js';
import type { TranslateConsole } from './console-messages.js';

const ConsoleTextsContext = createContext<TranslateConsole | null>(null);

/** Gives the page below its texts; until they have come there is no page. */
export function ConsoleTexts({
  locale,
  children,
}: {
  readonly locale: Locale;
  readonly children: ReactNode;
}): ReactElement | null {
  const loaded = useCatalogue(locale, loadConsoleMessages);
  if (loaded === null) return null;
  return <ConsoleTextsContext value={loaded.t}>{children}</ConsoleTextsContext>;
}

export interface Texts {
  /** What only the console says. */
  readonly t: TranslateConsole;
  /** What the banners say too. */
  readonly tb: TranslateBanner;
  /** What has failed, and what to do next. */
  readonly explain: (error: unknown) => string;
  readonly now: () => number;
}

export function useTexts(): Texts {
  const t = useContext(ConsoleTextsContext);
  const { t: td, tb } = useDialogTexts();
  const { now } = useSynchro();
  if (t === null) throw new Error('The console’s parts belong below ConsoleTexts.');
  const explain = useCallback((error: unknown) => errorText(error, td, tb), [td, tb]);
  return useMemo(() => ({ t, tb, explain, now }), [t, tb, explain, now]);
}
