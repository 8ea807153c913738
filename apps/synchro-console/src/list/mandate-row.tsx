import { formatCount, formatMoment, Icon, pendingText, sinceText } from '@synchro/sync-react/page-parts';
import { memo } from 'react';
import { formatAddress } from '../address/console-address.js';
import type { OverviewMandate } from '../contract-types.js';
import { KindIcon } from '../icons.js';
import { useTexts } from '../messages/console-texts.js';
import type { Texts } from '../messages/console-texts.js';
import { hasCause, syncCauseText } from '../sync-cause-text.js';
import { isBlocked, pendingTotal } from './order-mandates.js';

export interface MandateRowProps {
  readonly mandate: OverviewMandate;
  /** What else there is to settle, of which the banner has a row each. */
  readonly matters: number;
  /** Nothing else is wrong, but nothing has come for long. */
  readonly isSilent: boolean;
  readonly isSelected: boolean;
  /** Whether the Tab key reaches it: one row of the list does. */
  readonly isReachable: boolean;
}

/**
 * One mandate of the list: kind, name, what waits, and the red icon where it cannot be synchronised. There may be
 * hundreds: one that is told the same is not rendered again.
 */
export const MandateRow = memo(function MandateRow(props: MandateRowProps) {
  const { mandate, matters, isSelected, isReachable } = props;
  const texts = useTexts();
  const { t } = texts;
  const { id, name, kind } = mandate;
  const total = pendingTotal(mandate);
  return (
    <li>
      <a
        className="mandate"
        href={formatAddress({ view: 'mandate', mandateId: id, tab: 'files', accountingFile: null })}
        aria-current={isSelected ? 'page' : undefined}
        tabIndex={isReachable ? 0 : -1}
      >
        <span className="kind" title={t(`kind.${kind}`)}>
          <KindIcon kind={kind} />
          <span className="unseen">{t(`kind.${kind}`)} </span>
        </span>
        <span className="name" title={name}>
          {name}
        </span>
        <span className="marks">
          {isBlocked(mandate) ? (
            <span className="mark" data-severity="error" title={t('row.blocked')}>
              <Icon severity="error" />
              <span className="unseen"> {t('row.blocked')}</span>
            </span>
          ) : null}
          {!isBlocked(mandate) && matters + mandate.moved + mandate.missing > 0 ? (
            <span className="mark" data-severity="warning">
              <Icon severity="warning" />
            </span>
          ) : null}
          {total > 0 ? (
            <span className="count" aria-hidden="true">
              {formatCount(total)}
            </span>
          ) : null}
        </span>
        <span className="says">{saying(props, texts).join(' · ')}</span>
      </a>
    </li>
  );
});

/** What the row says in words, the most important first; a cause of not synchronising is never left out. */
function saying({ mandate, matters, isSilent }: MandateRowProps, texts: Texts): readonly string[] {
  const { t, tb, now } = texts;
  const { sync, moved, missing, withProblems, pending, pendingSince, heardAt, heldBy } = mandate;
  const causes = sync?.causes ?? [];
  const parts = hasCause(causes) ? [syncCauseText(causes, texts)] : [];
  if (moved > 0) parts.push(t('row.moved', { n: moved }));
  if (missing > 0) parts.push(t('row.missing', { n: missing }));
  if (matters > 0) parts.push(t('row.matters', { n: matters }));
  if (pendingTotal(mandate) > 0) {
    const since = pendingSince === null ? '' : ` ${sinceText(pendingSince, tb, now())}`;
    parts.push(`${pendingText(pending, tb)}${since}`);
  }
  if (withProblems > 0) parts.push(t('row.problems', { n: withProblems }));
  if (isSilent && heardAt !== null) parts.push(t('row.silent', { day: formatMoment(heardAt).day }));
  if (heldBy !== null) parts.push(t('row.held', { machine: heldBy }));
  return parts.length === 0 ? [t('row.quiet')] : parts;
}
