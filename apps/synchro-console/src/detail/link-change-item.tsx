import { ActionButton, formatMoment } from '@synchro/sync-react/page-parts';
import { useId, useState } from 'react';
import type { ReactElement } from 'react';
import type { LinkChange } from '../contract-types.js';
import { useTexts } from '../messages/console-texts.js';
import { useUndoLinkChange } from '../use-mandate-commands.js';
import { describeMoves } from './describe-moves.js';

export interface LinkChangeItemProps {
  readonly mandateId: string;
  readonly change: LinkChange;
}

/** One correction of links: when, how many files, from where to where, and the way back while there is one. */
export function LinkChangeItem({ mandateId, change }: LinkChangeItemProps): ReactElement {
  const { t, explain } = useTexts();
  const undo = useUndoLinkChange(mandateId);
  const [failure, setFailure] = useState<string | null>(null);
  const titleId = useId();
  const { id, at, kind, moves, undoneAt, undoPossible } = change;

  return (
    <li className="link-change" aria-labelledby={titleId} data-undone={undoneAt !== null}>
      <h4 id={titleId}>{t(`link-change.${kind}`, { ...formatMoment(at), n: moves.length })}</h4>
      <Moves moves={moves} />
      {undoneAt === null ? null : (
        <p className="quiet">{t('link-change.undone', { ...formatMoment(undoneAt) })}</p>
      )}
      {undoPossible ? (
        <ActionButton
          describedBy={titleId}
          onPress={async () => {
            setFailure(null);
            await undo.mutateAsync(id);
          }}
          onFailure={(error) => setFailure(explain(error))}
        >
          {t('link-change.undo')}
        </ActionButton>
      ) : null}
      {failure === null ? null : (
        <p role="alert" className="failure">
          {failure}
        </p>
      )}
    </li>
  );
}

/** From where to where; more than one file can be unfolded. */
function Moves({ moves }: Pick<LinkChange, 'moves'>): ReactElement {
  const { t } = useTexts();
  const described = describeMoves(moves);
  const [first] = moves;
  const names = (
    <ul className="link-change-files">
      {moves.map(({ fileId, name, from, to }) => (
        <li key={fileId}>
          <span className="file-name">{name}</span>
          <span className="file-path">{t('link-change.from-to', { from, to })}</span>
        </li>
      ))}
    </ul>
  );
  return (
    <>
      {moves.length === 1 && first !== undefined && described.kind !== 'renamed' ? (
        <p className="file-name">{first.name}</p>
      ) : null}
      {described.kind === 'several' ? null : (
        <p className="quiet">{t('link-change.from-to', { from: described.from, to: described.to })}</p>
      )}
      {moves.length === 1 ? null : (
        <details>
          <summary>{t('link-change.files', { n: moves.length })}</summary>
          {names}
        </details>
      )}
    </>
  );
}
