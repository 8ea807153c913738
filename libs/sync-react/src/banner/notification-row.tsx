import { useState } from 'react';
import type { ReactElement, ReactNode } from 'react';
import { useSynchro } from '../root/synchro-context.js';
import { ActionButton } from './action-button.js';
import type { BannerItem } from './banner-item.js';
import { describeItem } from './describe-item.js';
import { Drawing, Icon } from './icon.js';

export interface NotificationRowProps {
  readonly item: BannerItem;
  /** Does what the item's button says; busy until it settles. */
  readonly onAction: (item: BannerItem) => Promise<void> | void;
  /** Why a press has failed, in the user's words. */
  readonly explainFailure: (error: unknown) => string;
  /** What it is about, where that is not said by the place where the row stands. */
  readonly subject?: ReactNode;
  /** Said beside the text, such as that what is shown may be old. */
  readonly note?: string | null;
  readonly onFold?: (() => void) | undefined;
  /** Further controls at the end of the row. */
  readonly children?: ReactNode;
}

/** One notification: icon and word for its severity, what it says, and the one button that puts it right [B2, B4]. */
export function NotificationRow(props: NotificationRowProps): ReactElement {
  const { item, onAction, explainFailure, subject = null, note = null, onFold, children } = props;
  const { t, now, product = null } = useSynchro();
  const [failure, setFailure] = useState<string | null>(null);
  const { text, detail } = describeItem(item, t, { product, now: now() });
  const { severity, action } = item;

  const press = () => {
    setFailure(null);
    return onAction(item);
  };
  return (
    <li className="row" data-severity={severity}>
      <Icon severity={severity} />
      <div className="message">
        <span className="unseen">{t(`severity.${severity}`)} </span>
        {subject}
        <span className="text">{text}</span>
        {detail === null ? null : <span className="detail"> {detail}</span>}
        {note === null ? null : <span className="detail"> {note}</span>}
        {failure === null ? null : (
          <span className="failure" role="alert">
            {failure}
          </span>
        )}
      </div>
      <div className="controls">
        {action === null ? null : (
          <ActionButton
            className="primary"
            onPress={press}
            onFailure={(error) => setFailure(explainFailure(error))}
          >
            {t(`action.${action}`)}
          </ActionButton>
        )}
        {onFold === undefined ? null : (
          <button
            type="button"
            className="button plain small"
            aria-label={t('fold')}
            title={t('fold')}
            onClick={onFold}
          >
            <Drawing path="M4 11l5-5 5 5" />
          </button>
        )}
        {children}
      </div>
    </li>
  );
}
