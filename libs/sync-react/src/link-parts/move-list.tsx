import type { ReactElement } from 'react';
import { useDialogTexts } from '../dialogs/dialog-texts.js';
import { FolderChange } from './folder-change.js';
import { groupMoves, namesOf } from './group-moves.js';
import type { FileMove, MoveGroup } from './group-moves.js';
import { PathText } from './path-text.js';

/** So many names are read at once; more are folded. */
const FEW = 3;

/** Files with their new places, a folder that moved told as one. */
export function MoveList({ moves }: { readonly moves: readonly FileMove[] }): ReactElement {
  return (
    <ul className="moves">
      {groupMoves(moves).map((group) => (
        <li key={`${group.from}|${group.to}`}>
          <Group {...group} />
        </li>
      ))}
    </ul>
  );
}

function Group({ from, to, moves }: MoveGroup): ReactElement {
  const { t } = useDialogTexts();
  const [only] = moves;
  if (moves.length === 1 && only !== undefined) return <PathText path={only.to} other={only.from} />;
  const names = (
    <ul>
      {moves.map((move) => {
        const { old, name } = namesOf(move);
        return <li key={move.fileId}>{old === name ? name : t('migration.renamed', { old, name })}</li>;
      })}
    </ul>
  );
  return (
    <>
      <span className="place-name">{t('chooser.files', { n: moves.length })}</span>{' '}
      <FolderChange folder={from} newFolder={from === to ? null : to} />
      {moves.length <= FEW ? (
        names
      ) : (
        <details>
          <summary>{t('migration.names', { n: moves.length })}</summary>
          {names}
        </details>
      )}
    </>
  );
}
