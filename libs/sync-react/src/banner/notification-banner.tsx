import { useEffect, useRef } from 'react';
import type { ReactElement, ReactNode } from 'react';
import { useSynchro } from '../root/synchro-context.js';
import { useStyles } from '../styles/use-styles.js';
import tokens from '../styles/tokens.css?inline';
import css from './banner.css?inline';
import { ActionButton } from './action-button.js';
import type { BannerItem } from './banner-item.js';
import { describeItem } from './describe-item.js';
import { FoldedChips } from './folded-chips.js';
import { NotificationRow } from './notification-row.js';
import { useAnnouncements } from './use-announcements.js';
import { isFoldable, useFolding } from './use-folding.js';
import { useListDialog } from './use-list-dialog.js';

export type Theme = 'light' | 'dark' | 'auto' | 'inherit';
export type HeightMode = 'fixed' | 'auto';

export interface NotificationBannerProps {
  /** In the order in which they are shown [B5]. */
  readonly items: readonly BannerItem[];
  /** Said beside the first one: that what is shown may be old [B6]. */
  readonly note: string | null;
  readonly height: HeightMode;
  readonly theme: Theme;
  readonly onAction: (item: BannerItem) => Promise<void> | void;
  readonly explainFailure: (error: unknown) => string;
  /** Dialogs that are open above it. */
  readonly children?: ReactNode;
}

/** Lines that are shown at once; the others wait behind "+ n". */
const LINES: Readonly<Record<HeightMode, number>> = { fixed: 1, auto: 3 };

const allStyles = `${tokens}\n${css}`;

/**
 * The banner in the place that the host keeps for it [B1–B10]: one line in a fixed slot, up to three with automatic
 * height, never over the host's content and never taking its focus.
 */
export function NotificationBanner(props: NotificationBannerProps): ReactElement {
  const { items, note, height, theme, onAction, explainFailure, children } = props;
  const { t, now, locale, host, product = null } = useSynchro();
  const styles = useStyles(allStyles);
  const section = useRef<HTMLElement>(null);
  const { List, ...list } = useListDialog(items.length > 0);
  const folding = useFolding();
  const { status, alert } = useAnnouncements(
    items.map((item) => ({
      id: item.id,
      severity: item.severity,
      text: `${t(`severity.${item.severity}`)} ${describeItem(item, t, { product, now: now() }).text}`,
    })),
  );

  useEffect(() => {
    const element = section.current;
    if (height !== 'auto' || element === null || typeof ResizeObserver === 'undefined') return;
    const observer = new ResizeObserver(() => host.resize(element.offsetHeight));
    observer.observe(element);
    return () => observer.disconnect();
  }, [height, host]);

  const folded = items.filter(folding.isFolded);
  const open = items.filter((item) => !folding.isFolded(item));
  const shown = open.slice(0, LINES[height]);
  const hiddenCount = open.length - shown.length;
  const last = shown.length - 1;
  const chips = folded.length === 0 ? null : <FoldedChips items={folded} onUnfold={folding.unfold} />;
  const more =
    hiddenCount === 0 ? null : (
      <ActionButton
        className="small"
        opensDialog
        label={t('more.label', { n: hiddenCount })}
        onPress={list.open}
      >
        {t('more', { n: hiddenCount })}
      </ActionButton>
    );

  return (
    <section
      ref={section}
      className="synchro banner"
      lang={locale}
      aria-label={t('product')}
      data-theme={theme}
      data-height={height}
    >
      <span ref={styles} role="status" className="unseen">
        {status}
      </span>
      <span role="alert" className="unseen">
        {alert}
      </span>
      <ul className="rows">
        {shown.map((item, i) => (
          <NotificationRow
            key={item.id}
            item={item}
            note={i === 0 ? note : null}
            onAction={onAction}
            explainFailure={explainFailure}
            onFold={isFoldable(item) ? () => folding.fold(item) : undefined}
          >
            {i === last ? chips : null}
            {i === last ? more : null}
          </NotificationRow>
        ))}
        {shown.length === 0 && chips !== null ? (
          <li className="row chips">
            <div className="message">{note}</div>
            <div className="controls">{chips}</div>
          </li>
        ) : null}
      </ul>
      {List === null || items.length === 0 ? null : (
        <List items={items} onAction={onAction} explainFailure={explainFailure} onClose={list.close} />
      )}
      {children}
    </section>
  );
}
