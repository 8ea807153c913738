import { useShowFile } from '@synchro/sync-react';
import { ActionButton } from '@synchro/sync-react/page-parts';
import type { ReactElement } from 'react';
import { offeredAction } from '../banner/offered-action.js';
import { FolderIcon } from '../icons.js';
import { useTexts } from '../messages/console-texts.js';
import type { FileRowProps } from './file-row.js';

export interface FileCommandsProps extends FileRowProps {
  /** Why a command has come to nothing, `null` when a new one begins. */
  readonly onFailure: (error: unknown) => void;
}

/** What can be done with one file, as far as the service can. */
export function FileCommands(props: FileCommandsProps): ReactElement {
  const { mandateId, file, files, capabilities, dialogs, onFailure } = props;
  const { t, tb } = useTexts();
  const show = useShowFile(mandateId);
  const { id, name, link } = file;
  const isLinked = link === 'linked';
  const canRestore = !isLinked && offeredAction('restore-link', capabilities) !== null;
  const canShow = isLinked && file.trouble?.kind !== 'missing' && capabilities.includes('show-in-folder');

  const detach = () => {
    const accountings = files.filter(({ role }) => role === 'accounting');
    return dialogs.open({
      kind: 'detach',
      mandateId,
      file,
      entryFileName: files.find((other) => other.id === file.entryFile)?.name ?? null,
      isLastAccounting: file.role === 'accounting' && accountings.length === 1,
    });
  };
  return (
    <>
      {canRestore ? (
        <ActionButton
          className="primary"
          opensDialog
          onPress={() => dialogs.open({ kind: 'restore-link', mandateId, fileId: id })}
          onFailure={onFailure}
        >
          {tb('action.restore-link')}
        </ActionButton>
      ) : null}
      {canShow ? (
        <ActionButton
          className="plain icon-button"
          label={t('show-file.of', { name })}
          onPress={async () => {
            onFailure(null);
            await show.mutateAsync(id);
          }}
          onFailure={onFailure}
        >
          <FolderIcon />
        </ActionButton>
      ) : null}
      {capabilities.includes('manage-mandates') ? (
        <ActionButton
          className="plain"
          opensDialog
          label={t('detach.of', { name })}
          onPress={detach}
          onFailure={onFailure}
        >
          {t('detach')}
        </ActionButton>
      ) : null}
    </>
  );
}
