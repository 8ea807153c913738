import type { SynchroClient } from '@synchro/sync-core/client';
import { createQueryClient, SynchroContext } from '@synchro/sync-react';
import type { HostBridge, Locale, SynchroContextValue, Theme } from '@synchro/sync-react';
import { DialogTexts, loadBannerMessages, useCatalogue } from '@synchro/sync-react/page-parts';
import { QueryClientProvider } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import type { ReactElement } from 'react';
import { ConsolePage } from './console-page.js';
import { FileChooserContext } from './file-field/file-chooser-context.js';
import type { LoadFileChooser } from './file-field/file-chooser-context.js';
import { ConsoleTexts } from './messages/console-texts.js';

export interface ConsoleRootProps {
  readonly client: SynchroClient;
  readonly locale: Locale;
  readonly theme: Theme;
  /** Milliseconds since 1970; the same function at every rendering. */
  readonly now?: () => number;
  /** Brings the dialog in which a file is chosen; `null`: paths are typed. */
  readonly loadFileChooser?: LoadFileChooser | null;
}

/** The page stands alone: there is no program around it that would take a command over. */
const noHost: HostBridge = {
  command: () => Promise.resolve(false),
  resize: () => undefined,
  reserve: () => () => undefined,
};

const loadDialog: LoadFileChooser = async () =>
  (await import('@synchro/sync-react/file-chooser')).FileChooserDialog;

/** The whole console: cache, texts in one language, and the page over them. */
export function ConsoleRoot({
  client,
  locale,
  theme,
  now = Date.now,
  loadFileChooser = loadDialog,
}: ConsoleRootProps): ReactElement | null {
  const [queries] = useState(createQueryClient);
  const texts = useCatalogue(locale, loadBannerMessages);
  const context = useMemo<SynchroContextValue | null>(
    () => (texts === null ? null : { client, host: noHost, now, ...texts }),
    [client, now, texts],
  );
  if (context === null) return null;
  return (
    <QueryClientProvider client={queries}>
      <SynchroContext value={context}>
        <DialogTexts>
          <ConsoleTexts locale={locale}>
            <FileChooserContext value={loadFileChooser}>
              <ConsolePage theme={theme} />
            </FileChooserContext>
          </ConsoleTexts>
        </DialogTexts>
      </SynchroContext>
    </QueryClientProvider>
  );
}
