import { Fragment } from 'react';
import type { ReactElement } from 'react';
import type { Capability, MandateMessage } from '../contract-types.js';
import type { Dialogs } from '../dialogs.js';
import { useTexts } from '../messages/console-texts.js';
import { FileRow } from './file-row.js';
import { groupFiles } from './group-files.js';

export interface FilesTabProps {
  readonly mandate: MandateMessage;
  readonly capabilities: readonly Capability[];
  readonly dialogs: Dialogs;
}

const columns = ['file', 'period', 'pending', 'state', 'taken-in', 'commands'] as const;

/** The files of a mandate by machine, and there by what they are to it: accounting, entry files, documents. */
export function FilesTab({ mandate, capabilities, dialogs }: FilesTabProps): ReactElement {
  const { t } = useTexts();
  const { id: mandateId, files } = mandate;
  if (files.length === 0) return <p className="detail-text">{t('files.none')}</p>;
  return (
    <table className="files">
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column} scope="col" data-column={column}>
              <span className={column === 'commands' ? 'unseen' : undefined}>{t(`column.${column}`)}</span>
            </th>
          ))}
        </tr>
      </thead>
      {groupFiles(files).map(({ machine, groups }) => (
        <Fragment key={machine}>
          <tbody>
            <tr className="files-machine">
              <th colSpan={columns.length} scope="rowgroup">
                {t('files.machine', { machine })}
              </th>
            </tr>
          </tbody>
          {groups.map((group) => (
            <tbody key={group.role}>
              <tr className="files-group">
                <th colSpan={columns.length} scope="rowgroup">
                  {t(`role.${group.role}`)}
                </th>
              </tr>
              {group.files.map((file) => (
                <FileRow
                  key={file.id}
                  mandateId={mandateId}
                  file={file}
                  files={files}
                  capabilities={capabilities}
                  dialogs={dialogs}
                />
              ))}
            </tbody>
          ))}
        </Fragment>
      ))}
    </table>
  );
}
