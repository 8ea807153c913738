import type { SynchroClient } from '@synchro/sync-core/client';
import { createDomHostBridge, SynchroContext } from '@synchro/sync-react';
import type { Locale } from '@synchro/sync-react';
import { createTranslate, loadBannerMessages } from '@synchro/sync-react/example-stage';
import { EXAMPLE_NOW } from '@synchro/sync-react/examples';
import { use, useMemo } from 'react';
import type { ReactElement, ReactNode } from 'react';
import '@synchro/sync-react/tokens.css';

export interface DialogStageProps {
  readonly client: SynchroClient;
  readonly locale: Locale;
  readonly theme: 'light' | 'dark';
  readonly children: ReactNode;
}

const loaded = new Map<Locale, ReturnType<typeof loadBannerMessages>>();
const messagesOf = (locale: Locale) => {
  const messages = loaded.get(locale) ?? loadBannerMessages(locale);
  loaded.set(locale, messages);
  return messages;
};

/** What a banner or the console would be around a dialog. */
export function DialogStage({ client, locale, theme, children }: DialogStageProps): ReactElement {
  const messages = use(messagesOf(locale));
  const context = useMemo(
    () => ({
      client,
      locale,
      t: createTranslate(locale, messages),
      host: createDomHostBridge(document.body),
      now: () => EXAMPLE_NOW,
    }),
    [client, locale, messages],
  );
  return (
    <SynchroContext value={context}>
      <section className="synchro" data-theme={theme}>
        {children}
      </section>
    </SynchroContext>
  );
}
