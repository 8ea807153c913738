import { useState } from 'react';
import type { ReactElement } from 'react';
import { ActionButton } from '../banner/action-button.js';
import { refusalOf } from '../banner/refusal-of.js';
import type { NotificationMessage, StatusSnapshot } from '../contract-types.js';
import { useDialogTexts } from '../dialogs/dialog-texts.js';
import { errorText } from '../dialogs/error-text.js';
import { formatMoment } from '../messages/formats.js';
import type { DialogKey } from '../messages/dialog-messages.js';
import { reasonTexts } from './reason-texts.js';
import { useWaysOut } from './use-ways-out.js';

export interface DetailsContentProps {
  readonly item: NotificationMessage;
  readonly mandateId: string;
  readonly capabilities: StatusSnapshot['capabilities'];
  readonly onClose: () => void;
}

/** More problems are told as a number: whoever mends the first ones saves the file anew. */
const SHOWN = 20;

export function DetailsContent({
  item,
  mandateId,
  capabilities,
  onClose,
}: DetailsContentProps): ReactElement {
  const { t, tb } = useDialogTexts();
  const [failure, setFailure] = useState<string | null>(null);
  const waysOut = useWaysOut(item, mandateId, capabilities);
  const reasons = reasonTexts(item, t, tb);
  const todo = todoKey(item);

  return (
    <>
      <dl className="modal-body facts">
        <Subject item={item} />
        <dt>{t('details.since')}</dt>
        <dd>{t('details.moment', { ...formatMoment(item.since) })}</dd>
        {reasons.length === 0 ? null : (
          <>
            <dt>{t('details.reason')}</dt>
            <dd>
              <ul>
                {reasons.slice(0, SHOWN).map((reason, i) => (
                  <li key={i}>{reason}</li>
                ))}
                {reasons.length > SHOWN ? <li>{t('result.more', { n: reasons.length - SHOWN })}</li> : null}
              </ul>
            </dd>
          </>
        )}
        {todo === null ? null : (
          <>
            <dt>{t('details.todo')}</dt>
            <dd>{t(todo)}</dd>
          </>
        )}
      </dl>
      <footer className="modal-foot">
        {failure === null ? null : (
          <span role="alert" className="failure">
            {failure}
          </span>
        )}
        {waysOut.map(({ label, run, closes, isMain }) => (
          <ActionButton
            key={label}
            className={isMain ? 'primary' : ''}
            onPress={async () => {
              setFailure(null);
              await run();
              if (closes) onClose();
            }}
            onFailure={(error) => setFailure(errorText(error, t, tb))}
          >
            {t(label)}
          </ActionButton>
        ))}
        <button type="button" className="button" onClick={onClose}>
          {tb('close')}
        </button>
      </footer>
    </>
  );
}

/** What it is about: a file, a copy beside its original, or another machine. */
function Subject({ item }: { readonly item: NotificationMessage }): ReactElement | null {
  const { t } = useDialogTexts();
  const modified = (moment: string) => t('details.modified', { ...formatMoment(moment) });
  switch (item.kind) {
    case 'source-trouble':
    case 'index-trouble':
    case 'claim-unverified':
      return (
        <>
          <dt>{t('details.file')}</dt>
          <dd>{item.name}</dd>
        </>
      );
    case 'source-twin':
      return (
        <>
          <dt>{t('details.file')}</dt>
          <dd>
            {item.name}
            <br />
            {modified(item.modifiedAt)}
          </dd>
          <dt>{t('details.original')}</dt>
          <dd>
            {item.original}
            <br />
            {item.originalModifiedAt === null ? t('details.missing') : modified(item.originalModifiedAt)}
          </dd>
        </>
      );
    case 'held-elsewhere':
      return (
        <>
          <dt>{t('details.machine')}</dt>
          <dd>{item.machine}</dd>
        </>
      );
    case 'entries-pending':
    case 'chart-missing':
    case 'accounting-missing':
    case 'watching-degraded':
    case 'check-failed':
    case 'signed-out':
    case 'file-detached':
    case 'sync-error':
    case 'file-moved':
    case 'link-restored':
    case 'entries-waiting':
    case 'entries-problems':
    case 'entries-locked':
      return null;
  }
}

function todoKey(item: NotificationMessage): DialogKey | null {
  switch (item.kind) {
    case 'source-trouble':
      return refusalOf(item.trouble) === null ? `todo.${item.trouble.kind}` : 'todo.refused';
    case 'source-twin':
      return 'todo.twin';
    case 'index-trouble':
      return `todo.index.${item.reason}`;
    case 'held-elsewhere':
      return 'todo.held';
    case 'claim-unverified':
      return 'todo.claim';
    case 'entries-pending':
    case 'chart-missing':
    case 'accounting-missing':
    case 'watching-degraded':
    case 'check-failed':
    case 'signed-out':
    case 'file-detached':
    case 'sync-error':
    case 'file-moved':
    case 'link-restored':
    case 'entries-waiting':
    case 'entries-problems':
    case 'entries-locked':
      return null;
  }
}
