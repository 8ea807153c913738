import { useMemo } from 'react';
import type { ReactElement } from 'react';
import { connectionItem, QUIET_MS } from '../banner/banner-item.js';
import type { BannerItem } from '../banner/banner-item.js';
import { NotificationBanner } from '../banner/notification-banner.js';
import type { HeightMode, Theme } from '../banner/notification-banner.js';
import { withOfferedAction } from '../banner/offered-action.js';
import { sortItems } from '../banner/sort-items.js';
import type { Scope } from '../contract-types.js';
import { useElapsed } from '../hooks/use-elapsed.js';
import { useStatus } from '../hooks/use-status.js';
import type { ScopeStatus } from '../hooks/use-status.js';
import { formatWhen } from '../messages/formats.js';
import { ExplainedError } from './explained-error.js';
import { useSynchro } from './synchro-context.js';
import { useDialogs } from './use-dialogs.js';

const MARKS = [QUIET_MS.connecting, QUIET_MS.reconnecting, QUIET_MS.reason];

export interface ScopeBannerProps {
  readonly scope: Scope;
  readonly theme: Theme;
  readonly height: HeightMode;
}

/** The banner of one scope: what the service tells of it, and of the connection what only the client knows. */
export function ScopeBanner({ scope, theme, height }: ScopeBannerProps): ReactElement {
  const { t, host, client, locale } = useSynchro();
  const status = useStatus(scope);
  const { snapshot, retry } = status;
  const { items, note } = useItems(status);
  const dialogs = useDialogs(snapshot, scope);

  const onAction = async (item: BannerItem) => {
    const mandateId = snapshot?.mandate?.id;
    if (item.kind === 'connection') {
      retry();
      return;
    }
    if (mandateId === undefined) return;
    switch (item.action) {
      case 'post': {
        const { file } = snapshot ?? {};
        if (file == null) return;
        if (host.command({ command: 'post', mandateId, accountingFileId: file.id })) return;
        return dialogs.open({ kind: 'posting' });
      }
      case 'details':
      case 'take-over':
        return dialogs.open({ kind: 'details', itemId: item.id });
      case 'sign-in':
        if (host.command({ command: 'sign-in', mandateId })) return;
        return dialogs.open({
          kind: 'sign-in',
          heldBack: item.kind === 'signed-out' ? item.heldBack : 0,
        });
      case 'restore-link': {
        if (item.kind !== 'file-detached') return;
        const { fileId } = item;
        if (host.command({ command: 'restore-link', mandateId, fileId })) return;
        return dialogs.open({ kind: 'restore-link', fileId });
      }
      case 'migrate':
        return dialogs.open({ kind: 'migration' });
      case 'retry': {
        const { retrySync } = await import('./retry-sync.js');
        return retrySync(client, mandateId, { locale, t });
      }
      case null:
        return;
    }
  };
  /** What has no words of its own is that a dialog's code does not come. */
  const explainFailure = (error: unknown) => {
    if (error instanceof ExplainedError) return error.message;
    const { connection } = status;
    return t(connection.status === 'reconnecting' ? `not-connected.${connection.reason}` : 'failed.window');
  };
  return (
    <NotificationBanner
      items={items}
      note={note}
      theme={theme}
      height={height}
      onAction={onAction}
      explainFailure={explainFailure}
    >
      {dialogs.element}
    </NotificationBanner>
  );
}

/** What is known comes first; what is said of the connection is beside it, and last in the list [B6]. */
function useItems(status: ScopeStatus): {
  readonly items: readonly BannerItem[];
  readonly note: string | null;
} {
  const { t, now } = useSynchro();
  const { snapshot, connection, staleSince, tryingSince } = status;
  const forMs = useElapsed(tryingSince, MARKS, now);
  const notifications = useMemo(() => {
    const { notifications: told = [], capabilities = [] } = snapshot ?? {};
    return sortItems(told.map((each) => withOfferedAction(each, capabilities)));
  }, [snapshot]);
  const item = connectionItem({ connection, hasSnapshot: snapshot !== null, staleSince, forMs });
  if (item === null) return { items: notifications, note: null };
  const { state } = item;
  const isBeside = state.status === 'stale' && notifications.length > 0;
  return {
    // While it is only a matter of a moment, the note beside the first notification says all there is to say.
    items: isBeside && state.reason === null ? notifications : [...notifications, item],
    note: isBeside ? t('reconnecting', { time: formatWhen(state.since, now()) }) : null,
  };
}
