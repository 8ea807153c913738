import { useState } from 'react';
import type { ReactElement } from 'react';
import { ActionButton } from '../banner/action-button.js';
import { useDialogTexts } from '../dialogs/dialog-texts.js';
import { errorText } from '../dialogs/error-text.js';
import { useConfirmArrival } from '../hooks/use-confirm-arrival.js';
import { useExport } from '../hooks/use-export.js';
import { formatMoment } from '../messages/formats.js';
import { useSynchro } from '../root/synchro-context.js';
import type { PostingContext } from './posting-context.js';

export interface HandoverProps extends PostingContext {
  readonly postingId: string;
  /** `arrived`: nothing is left to confirm; `undone`: its reversal is what has to be imported. */
  readonly state: 'waiting' | 'arrived' | 'undone';
  /** Explains each step; in the history, which has many of them, the buttons are enough. */
  readonly isExplained: boolean;
}

/** Posted is not yet arrived: the text that the accounting imports, and the word that it has been imported. */
export function Handover(props: HandoverProps): ReactElement {
  const { mandateId, accountingFile, snapshot, postingId, state, isExplained } = props;
  const { t, tb } = useDialogTexts();
  const { now } = useSynchro();
  const [failure, setFailure] = useState<string | null>(null);
  const [savedAs, setSavedAs] = useState<string | null>(null);
  const exported = useExport(mandateId);
  const arrival = useConfirmArrival(mandateId, accountingFile);
  const arrivedAt = arrival.data?.arrivedAt ?? null;
  const canExport = snapshot.capabilities.includes('export');
  const canConfirm = snapshot.capabilities.includes('arrival') && state === 'waiting' && arrivedAt === null;
  const reversal = state === 'undone';
  const fail = (error: unknown) => setFailure(errorText(error, t, tb));

  const save = async () => {
    setFailure(null);
    const { day } = formatMoment(now());
    const name = t(reversal ? 'reversal.name' : 'export.name');
    const fileName = `${name}-${day.split('.').reverse().join('-')}.txt`;
    setSavedAs(await exported.mutateAsync({ postingId, reversal, fileName }));
  };
  const confirm = async () => {
    setFailure(null);
    await arrival.mutateAsync(postingId);
  };
  return (
    <div className="handover">
      {canExport ? (
        <div className="step">
          {isExplained ? <p>{t(reversal ? 'reversal.explain' : 'export.explain')}</p> : null}
          <ActionButton className={isExplained ? 'primary' : ''} onPress={save} onFailure={fail}>
            {t(reversal ? 'reversal' : 'export')}
          </ActionButton>
          <span role="status">{savedAs === null ? '' : t('export.done', { name: savedAs })}</span>
        </div>
      ) : null}
      {canConfirm ? (
        <div className="step">
          {isExplained ? <p>{t('arrival.explain')}</p> : null}
          <ActionButton onPress={confirm} onFailure={fail}>
            {t('arrival')}
          </ActionButton>
        </div>
      ) : null}
      {arrivedAt === null || !isExplained ? null : (
        <p role="status">{t('arrival.done', { when: t('when', { ...formatMoment(arrivedAt) }) })}</p>
      )}
      {failure === null ? null : (
        <p role="alert" className="failure">
          {failure}
        </p>
      )}
    </div>
  );
}
