import type { ReactElement } from 'react';
import type { ConsoleAddress } from './address/console-address.js';
import type { Overview } from './contract-types.js';
import { CreateMandate } from './create/create-mandate.js';
import { MandateDetail } from './detail/mandate-detail.js';
import type { Dialogs } from './dialogs.js';
import { EmptyState } from './empty-state.js';
import { BackIcon } from './icons.js';
import { ListLink } from './list-link.js';
import { useTexts } from './messages/console-texts.js';
import { MandateGone } from './detail/mandate-gone.js';
import { Skeleton } from './skeleton.js';

export interface ConsoleContentProps {
  readonly overview: Overview | null;
  readonly isUnreachable: boolean;
  readonly address: ConsoleAddress;
  readonly dialogs: Dialogs;
}

/** The right side: what the address names, or why there is nothing of the kind. */
export function ConsoleContent({
  overview,
  isUnreachable,
  address,
  dialogs,
}: ConsoleContentProps): ReactElement {
  const { t } = useTexts();
  if (overview === null)
    return isUnreachable ? (
      <EmptyState title={t('unknown.title')} explain={t('unknown.explain')} />
    ) : (
      <Skeleton rows={5} />
    );
  const isEmpty = overview.mandates.length === 0;
  const back = (
    <ListLink className="back">
      <BackIcon />
      {t('back')}
    </ListLink>
  );
  if (isEmpty || address.view === 'create')
    return (
      <>
        {isEmpty ? null : back}
        <EmptyState title={t(isEmpty ? 'empty.title' : 'create')} explain={t('empty.explain')}>
          <CreateMandate capabilities={overview.capabilities} />
        </EmptyState>
      </>
    );
  if (address.view === 'list') return <EmptyState title={t('choose.title')} explain={t('choose.explain')} />;
  const mandate = overview.mandates.find(({ id }) => id === address.mandateId);
  return (
    <>
      {back}
      {mandate === undefined ? (
        <MandateGone key={address.mandateId} />
      ) : (
        <MandateDetail
          key={mandate.id}
          overview={overview}
          mandate={mandate}
          address={address}
          dialogs={dialogs}
        />
      )}
    </>
  );
}
