import { CallError } from '@synchro/sync-core/client';
import { useCallback, useId, useState } from 'react';
import type { ReactElement } from 'react';
import { ActionButton } from '../banner/action-button.js';
import type { RestoredLinks } from '../contract-types.js';
import { useDialogTexts } from '../dialogs/dialog-texts.js';
import { errorText } from '../dialogs/error-text.js';
import { useMigrate, useMigration } from '../hooks/use-migration.js';
import { movesOf, rowsOf } from './choices.js';
import type { Choice, Choices } from './choices.js';
import { groupRows } from './group-rows.js';
import { MigrationGroup } from './migration-group.js';
import { MigrationResult } from './migration-result.js';

export interface MigrationContentProps {
  readonly mandateId: string;
  readonly onClose: () => void;
}

export function MigrationContent({ mandateId, onClose }: MigrationContentProps): ReactElement {
  const { t, tb } = useDialogTexts();
  const { data: links, error, refetch } = useMigration(mandateId);
  const migrate = useMigrate(mandateId);
  const [choices, setChoices] = useState<Choices>(new Map());
  const [notice, setNotice] = useState<string | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const [result, setResult] = useState<RestoredLinks['restored'] | null>(null);
  const hintId = useId();

  const onChoose = useCallback(
    (fileId: string, choice: Choice) => setChoices((before) => new Map(before).set(fileId, choice)),
    [],
  );
  const rows = rowsOf(links ?? [], choices);
  const moves = movesOf(rows);
  const left = rows.length - moves.length;
  if (result !== null) return <MigrationResult restored={result} left={left} onClose={onClose} />;

  const press = async () => {
    setNotice(null);
    setFailure(null);
    try {
      const { restored } = await migrate.mutateAsync(moves);
      setResult(restored);
    } catch (refusal) {
      if (!(refusal instanceof CallError) || refusal.code !== 'link-outdated') throw refusal;
      await refetch();
      setNotice(t('migration.outdated'));
    }
  };
  const lookAgain = async () => {
    setNotice(null);
    await refetch();
  };
  return (
    <>
      <div className="modal-body">
        {notice === null ? null : (
          <p role="alert" className="notice">
            {notice}
          </p>
        )}
        {links === undefined ? (
          <p role={error === null ? 'status' : 'alert'} className={error === null ? 'hint' : 'failure'}>
            {error === null ? t('loading') : errorText(error, t, tb)}
          </p>
        ) : (
          <p className="lead">
            {rows.length === 0 ? t('migration.empty') : t('migration.intro', { n: rows.length })}
          </p>
        )}
        {groupRows(rows).map((group) => (
          <MigrationGroup key={group.folder} group={group} onChoose={onChoose} />
        ))}
      </div>
      <footer className="modal-foot">
        {failure === null ? null : (
          <span role="alert" className="foot-text failure">
            {failure}
          </span>
        )}
        {rows.length === 0 || left === 0 ? null : (
          <span id={hintId} className="foot-text hint">
            {moves.length === 0 ? t('migration.none-selected') : t('migration.left', { n: left })}
          </span>
        )}
        {links === undefined ? (
          <ActionButton onPress={lookAgain}>{t('link.look-again')}</ActionButton>
        ) : rows.length === 0 ? null : (
          <ActionButton
            className="primary"
            disabled={moves.length === 0}
            describedBy={left === 0 ? undefined : hintId}
            onPress={press}
            onFailure={(refusal) => setFailure(errorText(refusal, t, tb))}
          >
            {t('migration.confirm', { n: moves.length })}
          </ActionButton>
        )}
        <button type="button" className="button" onClick={onClose}>
          {rows.length === 0 ? tb('close') : t('cancel')}
        </button>
      </footer>
    </>
  );
}
