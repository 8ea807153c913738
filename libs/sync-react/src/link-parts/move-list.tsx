import type { ReactElement } from 'react';
import { useDialogTexts } from '../dialogs/dialog-texts.js';
import { FolderChange } from './folder-change.js';
import { groupMoves, namesOf } from './group-moves.js';
import type { FileMove, MoveGroup } from './group-moves.js';

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
  const names = moves.map((move) => {
    const { old, name } = namesOf(move);
    return { fileId: move.fileId, text: old === name ? name : t('migration.renamed', { old, name }) };
  });
  const [only] = names;
  const list = (
    <ul>
      {names.map(({ fileId, text }) => (
        <li key={fileId}>{text}</li>
      ))}
    </ul>
  );
  const folded = (
    <details>
      <summary>{t('migration.names', { n: names.length })}</summary>
      {list}
    </details>
  );
  return (
    <>
      <span className="place-name">
        {names.length === 1 ? only?.text : t('chooser.files', { n: names.length })}
      </span>{' '}
      <FolderChange folder={from} newFolder={from === to ? null : to} />
      {names.length === 1 ? null : names.length <= FEW ? list : folded}
    </>
  );
}
