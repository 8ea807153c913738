import type { MandatesOverview } from '@synchro/sync-react';
import {
  describeItem,
  durationText,
  NotificationRow,
  sinceText,
  useAnnouncements,
  useStyles,
} from '@synchro/sync-react/page-parts';
import css from '@synchro/sync-react/banner.css?inline';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { useTexts } from '../messages/console-texts.js';
import { useNarrow } from '../use-narrow.js';
import { bannerRows } from './banner-rows.js';
import type { BannerLine } from './banner-rows.js';
import { LineSubject } from './line-subject.js';
import { useConnectionLine } from './use-connection-line.js';

export interface ConsoleBannerProps {
  readonly status: MandatesOverview;
  readonly onAction: (line: BannerLine) => Promise<void> | void;
}

/** Lines that are shown before the others are asked for. */
const LINES = { narrow: 1, wide: 3 };

/**
 * The banner above the page: every row of the overview with what (which mandates), why, since when and its one
 * button; red exactly when a row is an error [B2, B5]. The connection's own row comes first: what is below may be old.
 */
export function ConsoleBanner({ status, onAction }: ConsoleBannerProps): ReactElement {
  const { t, tb, explain, now } = useTexts();
  const styles = useStyles(css);
  const [isOpen, setOpen] = useState(false);
  const atOnce = LINES[useNarrow() ? 'narrow' : 'wide'];
  const told = bannerRows(status.overview);
  const { line, note } = useConnectionLine(status, told.length > 0);
  const lines = line === null ? told : [line, ...told];
  const shown = isOpen ? lines : lines.slice(0, atOnce);
  const hiddenCount = lines.length - shown.length;
  const { status: polite, alert } = useAnnouncements(
    lines.slice(0, atOnce).map(({ key, item }) => ({
      id: key,
      severity: item.severity,
      text: `${tb(`severity.${item.severity}`)} ${describeItem(item, tb, { product: null, now: now() }).text}`,
    })),
  );

  /** Since when, where the sentence does not say it. */
  const sinceNote = ({ item }: BannerLine): string | null => {
    if (item.kind === 'connection') return null;
    const { text, detail } = describeItem(item, tb, { product: null, now: now() });
    const said = [sinceText(item.since, tb, now()), durationText(item.since, tb, now())];
    return said.some((since) => `${text} ${detail ?? ''}`.includes(since)) ? null : (said[0] ?? null);
  };
  const noteOf = (each: BannerLine, i: number): string | null =>
    [sinceNote(each), i === 0 ? note : null].filter((part) => part !== null).join(' · ') || null;

  return (
    <section className="banner console-banner" aria-label={tb('list.title')}>
      <span ref={styles} role="status" className="unseen">
        {polite}
      </span>
      <span role="alert" className="unseen">
        {alert}
      </span>
      <ul className="rows" data-open={isOpen}>
        {shown.map((each, i) => (
          <NotificationRow
            key={each.key}
            item={each.item}
            subject={each.row === null ? null : <LineSubject mandates={each.row.mandates} />}
            note={noteOf(each, i)}
            onAction={() => onAction(each)}
            explainFailure={explain}
          />
        ))}
      </ul>
      {lines.length > atOnce ? (
        <button type="button" className="more" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {isOpen ? t('notices.less') : t('notices.more', { n: hiddenCount })}
        </button>
      ) : null}
    </section>
  );
}
