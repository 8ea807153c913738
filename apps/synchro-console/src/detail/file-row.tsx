import { ActionButton, formatDay, formatWhen, Icon } from '@synchro/sync-react/page-parts';
import { useShowFile } from '@synchro/sync-react';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { offeredAction } from '../banner/offered-action.js';
import type { Capability, MandateFileMessage } from '../contract-types.js';
import type { Dialogs } from '../dialogs.js';
import { FolderIcon } from '../icons.js';
import { useTexts } from '../messages/console-texts.js';
import { fileState } from './file-state.js';

export interface FileRowProps {
  readonly mandateId: string;
  readonly file: MandateFileMessage;
  readonly capabilities: readonly Capability[];
  readonly dialogs: Dialogs;
}

/** One file: program and name, where it lies, its period, how it stands, and when it was last taken in. */
export function FileRow({ mandateId, file, capabilities, dialogs }: FileRowProps): ReactElement {
  const texts = useTexts();
  const { t, tb, explain, now } = texts;
  const [failure, setFailure] = useState<string | null>(null);
  const show = useShowFile(mandateId);
  const { id, name, path, product, period, role, lastTakenInAt, link } = file;
  const state = fileState(file, texts);
  const isLinked = link === 'linked';
  const canRestore = !isLinked && offeredAction('restore-link', capabilities) !== null;
  const canShow = isLinked && file.trouble?.kind !== 'missing' && capabilities.includes('show-in-folder');
  const fail = (error: unknown) => setFailure(explain(error));

  return (
    <tr>
      <th scope="row">
        <span className="file-name">{name}</span>
        <span className="file-path">
          {t(`product.${product}`)} · <bdi title={path}>{folderOf(path, name)}</bdi>
        </span>
        {failure === null ? null : (
          <span role="alert" className="failure">
            {failure}
          </span>
        )}
      </th>
      <td data-name={t('column.period')} data-empty={period === null}>
        {period === null
          ? '–'
          : t('period.range', { begin: formatDay(period.begin), end: formatDay(period.end) })}
      </td>
      <td data-name={t('column.state')} data-state={state.severity}>
        <span className="file-state" data-severity={state.severity}>
          <Icon severity={state.severity} />
          {state.text}
        </span>
      </td>
      <td data-name={t('column.taken-in')} data-empty={role !== 'entries'}>
        {role !== 'entries'
          ? '–'
          : lastTakenInAt === null
            ? t('taken-in.never')
            : formatWhen(lastTakenInAt, now())}
      </td>
      <td className="file-commands">
        {canRestore ? (
          <ActionButton
            className="primary"
            opensDialog
            onPress={() => dialogs.open({ kind: 'restore-link', mandateId, fileId: id })}
            onFailure={fail}
          >
            {tb('action.restore-link')}
          </ActionButton>
        ) : null}
        {canShow ? (
          <ActionButton
            className="plain icon-button"
            label={t('show-file.of', { name })}
            onPress={async () => {
              setFailure(null);
              await show.mutateAsync(id);
            }}
            onFailure={fail}
          >
            <FolderIcon />
          </ActionButton>
        ) : null}
      </td>
    </tr>
  );
}

/** The name stands above it already; a path that does not end with it is shown whole. */
const folderOf = (path: string, name: string): string =>
  path.endsWith(name) ? path.slice(0, -name.length).replace(/(?<=.)[\\/]$/, '') : path;
