import type { NotificationMessage, NotificationOf, Product } from '../contract-types.js';
import type { TranslateBanner } from '../messages/banner-messages.js';
import { formatMoment, formatWhen } from '../messages/formats.js';
import type { BannerItem, ConnectionItem } from './banner-item.js';
import { durationText } from './duration-text.js';
import { pendingText } from './pending-text.js';
import { problemWords } from './problem-words.js';
import { refusalOf } from './refusal-of.js';

export interface ItemText {
  readonly text: string;
  /** Said beside it, quieter. */
  readonly detail: string | null;
}

/** Who is told, and when. */
export interface Listener {
  /** The program around; `null` in the console, which is told of all of them. */
  readonly product: Product | null;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** A notification in the user's words. */
export function describeItem(item: BannerItem, t: TranslateBanner, { product, now }: Listener): ItemText {
  return item.kind === 'connection'
    ? { text: connectionText(item, t, now), detail: null }
    : {
        text: sentence(item, t, { product, now }),
        detail: detail(item, t, now),
      };
}

/** `depuis 14:05` for today, `depuis le 03.06.2026` for another day. */
export function sinceText(moment: string | number, t: TranslateBanner, now: number): string {
  const { day, time } = formatMoment(moment);
  return day === formatMoment(now).day ? t('since.today', { time }) : t('since.day', { day });
}

function sentence(item: NotificationMessage, t: TranslateBanner, { product, now }: Listener): string {
  const since = sinceText(item.since, t, now);
  switch (item.kind) {
    case 'entries-pending':
      return pendingText(item.counts, t);
    case 'source-trouble': {
      const refusal = refusalOf(item.trouble);
      return refusal === null
        ? t(`trouble.${troubleWord(item.trouble)}`, { name: item.name, since })
        : t('check-failed', { name: item.name, reason: t(`check.${refusal}`), since });
    }
    case 'source-twin':
      return t('twin', { name: item.name, since });
    case 'chart-missing':
      return t(`chart.${item.reason}`);
    case 'index-trouble':
      return t(`index.${item.reason}`, { name: item.name, since });
    case 'held-elsewhere':
      return t('held-elsewhere', { machine: item.machine, since });
    case 'claim-unverified':
      return t('claim-unverified', { name: item.name, reason: claimProblemText(item.reason, t), since });
    case 'accounting-missing':
      return t('accounting-missing', { path: item.path, since });
    case 'watching-degraded':
      return t('watching-degraded', { folder: item.folder });
    case 'check-failed':
      return item.reason === 'storage-failed' || item.reason === 'disk-full'
        ? t(`check.${item.reason}`, { since })
        : t('check-failed', { name: item.name, reason: t(`check.${item.reason}`), since });
    case 'signed-out':
      return t(product === 'compta' ? 'signed-out.compta' : 'signed-out.other');
    case 'file-detached':
      return item.status === 'copy' ? t('detached.is-copy', { name: item.name }) : t('detached');
    case 'link-restored':
      return t('link-restored');
    case 'entries-waiting':
      return t('entries.waiting', { n: totalOf(item.counts) });
    case 'entries-problems':
      return t('entries.problems', { n: item.count, problem: problemWords(item.first, t) });
    case 'entries-locked':
      return t('entries.locked', { n: item.count });
    case 'sync-error':
      return t('sync-error', { cause: t(`cause.${causeWord(item.cause)}`) });
    case 'file-moved':
      return movedText(item, t);
  }
}

/** What is said more quietly: how many are concerned, and of a blocked state since when it is [B10]. */
function detail(item: NotificationMessage, t: TranslateBanner, now: number): string | null {
  switch (item.kind) {
    case 'entries-pending':
      return item.withProblems === 0 ? null : t('pending.problems', { n: item.withProblems });
    case 'signed-out': {
      const since = durationText(item.since, t, now);
      return item.heldBack === 0 ? since : t('held-back', { since, n: item.heldBack });
    }
    case 'file-detached':
      return t(`detached.${item.status}`);
    case 'sync-error':
      return durationText(item.cause.since, t, now);
    case 'entries-problems':
      return item.others === 0 ? null : t('entries.problems-more', { n: item.others });
    case 'link-restored':
    case 'entries-waiting':
    case 'entries-locked':
    case 'source-trouble':
    case 'source-twin':
    case 'chart-missing':
    case 'index-trouble':
    case 'held-elsewhere':
    case 'claim-unverified':
    case 'accounting-missing':
    case 'watching-degraded':
    case 'check-failed':
    case 'file-moved':
      return null;
  }
}

/** Why the claim does not show who keeps the mandate; of a full disk only what is said here, its own. */
export const claimProblemText = (
  reason: NotificationOf<'claim-unverified'>['reason'],
  t: TranslateBanner,
): string => (reason === 'disk-full' ? t('claim.disk-full') : t(`check.${reason}`, { since: '' }));

const totalOf = (counts: NotificationOf<'entries-waiting'>['counts']): number =>
  counts.new + counts.changed + counts.deleted;

const causeWord = (cause: NotificationOf<'sync-error'>['cause']) =>
  cause.code === 'refused' ? cause.reason : cause.code;

function movedText({ folder, files }: NotificationOf<'file-moved'>, t: TranslateBanner): string {
  const n = files.length;
  if (folder !== null) return t('moved.folder', { name: folder, n });
  return t('moved.files', { name: files[0]?.name ?? '', n });
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
