import { useMemo } from 'react';
import type { ReactElement } from 'react';
import { connectionItem, QUIET_MS } from '../banner/banner-item.js';
import type { BannerItem } from '../banner/banner-item.js';
import { NotificationBanner } from '../banner/notification-banner.js';
import type { HeightMode, Theme } from '../banner/notification-banner.js';
import { withOfferedAction } from '../banner/offered-action.js';
import { sortItems } from '../banner/sort-items.js';
import type { NotificationMessage, Scope } from '../contract-types.js';
import { useElapsed } from '../hooks/use-elapsed.js';
import { useStatus } from '../hooks/use-status.js';
import type { ScopeStatus } from '../hooks/use-status.js';
import { formatWhen } from '../messages/formats.js';
import type { BannerApp } from './banner-app.js';
import { ExplainedError } from './explained-error.js';
import { commandOf, dialogOf } from './item-actions.js';
import { useSynchro } from './synchro-context.js';
import { useDialogs } from './use-dialogs.js';

const MARKS = [QUIET_MS.connecting, QUIET_MS.reconnecting, QUIET_MS.reason];

export interface ScopeBannerProps {
  readonly app: BannerApp;
  readonly scope: Scope;
  readonly theme: Theme;
  readonly height: HeightMode;
}

/** The banner of one scope: what the service tells of it, and of the connection what only the client knows. */
export function ScopeBanner({ app, scope, theme, height }: ScopeBannerProps): ReactElement {
  const { t, host, client, locale } = useSynchro();
  const status = useStatus(scope);
  const { snapshot, retry } = status;
  const { items, note } = useItems(app, status);
  const dialogs = useDialogs(app, snapshot, scope);

  const onAction = async (item: BannerItem) => {
    if (item.kind === 'connection') {
      retry();
      return;
    }
    if (snapshot?.mandate == null || item.action === null) return;
    if (item.action === 'retry' || item.action === 'undo-link') {
      const { actInPlace } = await import('../dialogs/act-in-place.js');
      return actInPlace(client, snapshot.mandate.id, item, { locale, t });
    }
    const command = commandOf(item, snapshot);
    if (command !== null && (await host.command(command))) return;
    const name = dialogOf(item.action);
    if (name !== null) await dialogs.open(name, item);
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
function useItems(
  app: BannerApp,
  status: ScopeStatus,
): {
  readonly items: readonly BannerItem[];
  readonly note: string | null;
} {
  const { t, now } = useSynchro();
  const { snapshot, connection, staleSince, tryingSince } = status;
  const forMs = useElapsed(tryingSince, MARKS, now);
  const notifications = useMemo(() => {
    const { notifications: told = [], capabilities = [] } = snapshot ?? {};
    return sortItems(ownNotifications(app, told).map((each) => withOfferedAction(each, capabilities)));
  }, [app, snapshot]);
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

/** Those that the app shows; without a button where it has no dialog for it. */
function ownNotifications(
  { kinds, dialogs }: BannerApp,
  notifications: readonly NotificationMessage[],
): readonly NotificationMessage[] {
  return notifications
    .filter(({ kind }) => kinds.includes(kind))
    .map((item) => {
      const name = item.action === null ? null : dialogOf(item.action);
      return name === null || name in dialogs ? item : { ...item, action: null };
    });
}
