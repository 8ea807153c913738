import type { NotificationMessage, NotificationOf } from '../contract-types.js';
import type { TranslateBanner } from '../messages/banner-messages.js';
import { formatMoment, formatWhen } from '../messages/formats.js';
import type { BannerItem, ConnectionItem } from './banner-item.js';
import { pendingText } from './pending-text.js';

export interface ItemText {
  readonly text: string;
  /** Said beside it, quieter. */
  readonly detail: string | null;
}

/** A notification in the user's words. */
export function describeItem(item: BannerItem, t: TranslateBanner, now: number): ItemText {
  if (item.kind === 'entries-pending') return describePending(item, t);
  return {
    text: item.kind === 'connection' ? connectionText(item, t, now) : sentence(item, t, now),
    detail: null,
  };
}

/** `depuis 14:05` for today, `depuis le 03.06.2026` for another day. */
export function sinceText(moment: string | number, t: TranslateBanner, now: number): string {
  const { day, time } = formatMoment(moment);
  return day === formatMoment(now).day ? t('since.today', { time }) : t('since.day', { day });
}

function describePending(item: NotificationOf<'entries-pending'>, t: TranslateBanner): ItemText {
  const { counts, withProblems } = item;
  return {
    text: pendingText(counts, t),
    detail: withProblems === 0 ? null : t('pending.problems', { n: withProblems }),
  };
}

function sentence(
  item: Exclude<NotificationMessage, { kind: 'entries-pending' }>,
  t: TranslateBanner,
  now: number,
): string {
  const since = sinceText(item.since, t, now);
  switch (item.kind) {
    case 'source-trouble':
      return t(`trouble.${troubleWord(item.trouble)}`, { name: item.name, since });
    case 'source-twin':
      return t('twin', { name: item.name, since });
    case 'chart-missing':
      return t(`chart.${item.reason}`);
    case 'index-trouble':
      return t(`index.${item.reason}`, { name: item.name, since });
    case 'held-elsewhere':
      return t('held-elsewhere', { machine: item.machine, since });
    case 'accounting-missing':
      return t('accounting-missing', { path: item.path, since });
    case 'watching-degraded':
      return t('watching-degraded', { folder: item.folder });
  }
}

/** A version whose lot or time went back is older; one that is suspect for other reasons is only doubtful [T4]. */
function troubleWord(
  trouble: NotificationOf<'source-trouble'>['trouble'],
): 'unreadable' | 'missing' | 'older' | 'doubtful' {
  if (trouble.kind !== 'suspect') return trouble.kind;
  const isOlder = trouble.reasons.some(({ code }) => code === 'lot-went-back' || code === 'time-went-back');
  return isOlder ? 'older' : 'doubtful';
}

function connectionText({ state }: ConnectionItem, t: TranslateBanner, now: number): string {
  switch (state.status) {
    case 'connecting':
      return t('connecting');
    case 'unreachable':
      return t(`not-connected.${state.reason}`);
    case 'stale': {
      const time = formatWhen(state.since, now);
      if (state.reason === null) return t('reconnecting', { time });
      return t('stale', { reason: t(`not-connected.${state.reason}`), time });
    }
  }
}
