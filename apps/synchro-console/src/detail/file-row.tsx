import { formatCount, formatDay, formatWhen, Icon } from '@synchro/sync-react/page-parts';
import { useState } from 'react';
import type { ReactElement } from 'react';
import type { Capability, MandateFileMessage } from '../contract-types.js';
import type { Dialogs } from '../dialogs.js';
import { isSilent, SILENT_AFTER_DAYS } from '../list/silence.js';
import { useTexts } from '../messages/console-texts.js';
import { EntryFileOfDocument } from './entry-file-of-document.js';
import { FileCommands } from './file-commands.js';
import { fileState } from './file-state.js';
import { ProgramOfFile } from './program-of-file.js';

export interface FileRowProps {
  readonly mandateId: string;
  readonly file: MandateFileMessage;
  /** All of the mandate. */
  readonly files: readonly MandateFileMessage[];
  readonly capabilities: readonly Capability[];
  readonly dialogs: Dialogs;
}

/** One file: program and name, where it lies, its period, what waits, how it stands, and when it was last taken in. */
export function FileRow({ mandateId, file, files, capabilities, dialogs }: FileRowProps): ReactElement {
  const texts = useTexts();
  const { t, explain } = texts;
  const [failure, setFailure] = useState<string | null>(null);
  const { name, path, period, pending } = file;
  const state = fileState(file, texts);
  const onFailure = (error: unknown) => setFailure(error === null ? null : explain(error));
  const correction = { mandateId, file, canCorrect: capabilities.includes('manage-mandates'), onFailure };

  return (
    <tr>
      <th scope="row">
        <span className="file-name">{name}</span>
        <span className="file-path">
          <ProgramOfFile {...correction} />
          {' · '}
          <bdi title={path}>{folderOf(path, name)}</bdi>
        </span>
        {file.role === 'document' ? <EntryFileOfDocument {...correction} files={files} /> : null}
        {failure === null ? null : (
          <span role="alert" className="failure">
            {failure}
          </span>
        )}
      </th>
      <td data-name={t('column.period')} data-empty={period === null}>
        {/* Two lines at most: the dash stays with the first day. */}
        {period === null ? '–' : `${formatDay(period.begin)}\u00a0– ${formatDay(period.end)}`}
      </td>
      <td data-name={t('column.pending')} data-column="pending" data-empty={pending === 0}>
        {pending === 0 ? '–' : formatCount(pending)}
      </td>
      <td data-name={t('column.state')} data-state={state.severity}>
        <span className="file-state" data-severity={state.severity}>
          <Icon severity={state.severity} />
          {state.text}
        </span>
      </td>
      <td data-name={t('column.taken-in')} data-empty={file.role !== 'entries'}>
        <TakenIn file={file} />
      </td>
      <td className="file-commands">
        <FileCommands
          mandateId={mandateId}
          file={file}
          files={files}
          capabilities={capabilities}
          dialogs={dialogs}
          onFailure={onFailure}
        />
      </td>
    </tr>
  );
}

/** When a source was last heard from; only success counts, so a long silence is marked, quietly. */
function TakenIn({ file }: Pick<FileRowProps, 'file'>): ReactElement {
  const { t, now } = useTexts();
  const { role, lastTakenInAt, attachedAt } = file;
  if (role !== 'entries') return <>–</>;
  return (
    <>
      {lastTakenInAt === null ? t('taken-in.never') : formatWhen(lastTakenInAt, now())}
      {isSilent(lastTakenInAt ?? attachedAt, now()) ? (
        <span className="silent-mark">{t('taken-in.silent', { n: SILENT_AFTER_DAYS })}</span>
      ) : null}
    </>
  );
}

/** The name stands above it already; a path that does not end with it is shown whole. */
const folderOf = (path: string, name: string): string =>
  path.endsWith(name) ? path.slice(0, -name.length).replace(/(?<=.)[\\/]$/, '') : path;
