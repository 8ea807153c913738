import { Icon, sinceText } from '@synchro/sync-react/page-parts';
import { useState } from 'react';
import type { ReactElement, RefObject } from 'react';
import type { Capability, MandateMessage, OverviewMandate } from '../contract-types.js';
import type { Dialogs } from '../dialogs.js';
import { Failure } from '../failure.js';
import { KindIcon } from '../icons.js';
import { useTexts } from '../messages/console-texts.js';
import { syncCauseText } from '../sync-cause-text.js';
import { MandateCommands } from './mandate-commands.js';

export interface MandateHeadProps {
  readonly mandate: OverviewMandate;
  /** `null` until it has been read. */
  readonly known: MandateMessage | null;
  readonly capabilities: readonly Capability[];
  readonly dialogs: Dialogs;
  /** Leads to the pending entries; `null` where there are none, or where they are shown already. */
  readonly onPost: (() => void) | null;
  readonly heading: RefObject<HTMLHeadingElement | null>;
}

/** The mandate's name, kind and state of synchronisation, with what can be done with it as a whole. */
export function MandateHead({
  mandate,
  known,
  capabilities,
  dialogs,
  onPost,
  heading,
}: MandateHeadProps): ReactElement {
  const texts = useTexts();
  const { t, tb, explain, now } = texts;
  const [failure, setFailure] = useState<string | null>(null);
  const { name, kind, files, sync } = mandate;
  const held = known?.heldBy ?? null;

  return (
    <header className="detail-head">
      <div className="detail-title">
        <h2 ref={heading} tabIndex={-1}>
          {name}
        </h2>
        <p className="facts">
          <span className="fact">
            <KindIcon kind={kind} />
            {t(`kind.${kind}`)}
          </span>
          <span className="fact">{t('mandate.files', { n: files })}</span>
          {sync?.causes.length === 0 ? (
            <span className="fact" data-severity="success">
              <Icon severity="success" />
              {t('sync.fine')}
            </span>
          ) : null}
          {sync?.causes.map((cause) => (
            <span key={cause.code} className="fact" data-severity="error">
              <Icon severity="error" />
              {syncCauseText([cause], texts)}
            </span>
          ))}
          {held === null ? null : (
            <span className="fact" data-severity="information">
              <Icon severity="information" />
              {tb('held-elsewhere', {
                machine: held.machine,
                since: sinceText(held.since, tb, now()),
              })}
            </span>
          )}
        </p>
        {failure === null ? null : <Failure text={failure} />}
      </div>
      <MandateCommands
        mandate={mandate}
        capabilities={capabilities}
        dialogs={dialogs}
        onPost={onPost}
        onFailure={(error) => setFailure(error === null ? null : explain(error))}
      />
    </header>
  );
}
