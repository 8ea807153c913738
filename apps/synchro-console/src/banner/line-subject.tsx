import type { ReactElement } from 'react';
import { useLinkTo } from '../address/use-address.js';
import type { OverviewNotification } from '../contract-types.js';
import { useTexts } from '../messages/console-texts.js';

/** More are told as a number. */
const NAMED = 2;

/** The mandates that a row of the banner is about, each a way to it. */
export function LineSubject({ mandates }: Pick<OverviewNotification, 'mandates'>): ReactElement {
  const { t } = useTexts();
  const linkTo = useLinkTo();
  const more = mandates.length - NAMED;
  return (
    <span className="subject">
      {mandates.slice(0, NAMED).map(({ id, name }, i) => (
        <span key={id}>
          {i === 0 ? null : ', '}
          <a href={linkTo({ view: 'mandate', mandateId: id, tab: 'files', accountingFile: null })}>{name}</a>
        </span>
      ))}
      {more > 0 ? ` ${t('notices.mandates-more', { n: more })} ` : ' '}
    </span>
  );
}
