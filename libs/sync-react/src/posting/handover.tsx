import { CallError } from '@synchro/sync-core/client';
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
  /** Whether somebody confirmed that it had arrived, before it was `undone`; else it was only exported. */
  readonly isArrived?: boolean;
}

/** Posted is not yet arrived: the text that the accounting imports, and the word that it has been imported. */
export function Handover(props: HandoverProps): ReactElement {
  const { mandateId, accountingFile, snapshot, postingId, state, isExplained, isArrived = true } = props;
  const { t, tb } = useDialogTexts();
  const { now } = useSynchro();
  const [failure, setFailure] = useState<string | null>(null);
  const [savedAs, setSavedAs] = useState<string | null>(null);
  const exported = useExport(mandateId, accountingFile);
  const [earlier, setEarlier] = useState<string | null>(null);
  const arrival = useConfirmArrival(mandateId, accountingFile);
  const arrivedAt = arrival.data?.arrivedAt ?? null;
  const canExport = snapshot.capabilities.includes('export');
  const canConfirm = snapshot.capabilities.includes('arrival') && state === 'waiting' && arrivedAt === null;
  const reversal = state === 'undone';
  const fail = (error: unknown) => {
    const first = firstHandover(error);
    if (first === null) setFailure(errorText(error, t, tb));
    else setEarlier(first);
  };

  const save = async (again: boolean) => {
    setFailure(null);
    const { day } = formatMoment(now());
    const name = t(reversal ? 'reversal.name' : 'export.name');
    const fileName = `${name}-${day.split('.').reverse().join('-')}.txt`;
    setSavedAs(await exported.mutateAsync({ postingId, reversal, again, fileName }));
    setEarlier(null);
  };
  const confirm = async () => {
    setFailure(null);
    await arrival.mutateAsync(postingId);
  };
  const explanation = !reversal
    ? 'export.explain'
    : isArrived
      ? 'reversal.explain'
      : 'reversal.explain.exported';
  return (
    <div className="handover">
      {canExport ? (
        <div className="step">
          {isExplained ? <p>{t(explanation)}</p> : null}
          <ActionButton className={isExplained ? 'primary' : ''} onPress={() => save(false)} onFailure={fail}>
            {t(reversal ? 'reversal' : 'export')}
          </ActionButton>
          <span role="status">{savedAs === null ? '' : t('export.done', { name: savedAs })}</span>
        </div>
      ) : null}
      {earlier === null ? null : (
        <div className="asking" role="group" aria-label={t('export.again')}>
          <p>{t('export.again.ask', { when: t('when', { ...formatMoment(earlier) }) })}</p>
          <ActionButton onPress={() => save(true)} onFailure={fail}>
            {t('export.again')}
          </ActionButton>
          <button type="button" className="button" onClick={() => setEarlier(null)}>
            {t('cancel')}
          </button>
        </div>
      )}
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

/** When lines were handed over first, where the service refuses to export them again; `null` for any other failure. */
function firstHandover(error: unknown): string | null {
  if (!(error instanceof CallError) || error.code !== 'already-exported') return null;
  const { earlier } = error.details as { readonly earlier?: readonly { readonly at: string }[] };
  return earlier?.[0]?.at ?? null;
}
