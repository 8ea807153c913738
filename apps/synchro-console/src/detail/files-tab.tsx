import type { ReactElement } from 'react';
import type { Capability, MandateMessage } from '../contract-types.js';
import type { Dialogs } from '../dialogs.js';
import { useTexts } from '../messages/console-texts.js';
import { accountingFiles } from './choose-period.js';
import { FileRow } from './file-row.js';

export interface FilesTabProps {
  readonly mandate: MandateMessage;
  readonly capabilities: readonly Capability[];
  readonly dialogs: Dialogs;
}

/** The files of a mandate by what they are to it: accounting, entry files, documents of the programs. */
export function FilesTab({ mandate, capabilities, dialogs }: FilesTabProps): ReactElement {
  const { t } = useTexts();
  const { files } = mandate;
  const ofRole = (role: 'entries' | 'document') =>
    files.filter((file) => file.role === role).toSorted((a, b) => a.name.localeCompare(b.name));
  const groups = [
    { role: 'accounting', files: accountingFiles(files) },
    { role: 'entries', files: ofRole('entries') },
    { role: 'document', files: ofRole('document') },
  ] as const;
  const columns = ['file', 'period', 'state', 'taken-in', 'commands'] as const;

  return (
    <table className="files">
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column} scope="col">
              <span className={column === 'commands' ? 'unseen' : undefined}>{t(`column.${column}`)}</span>
            </th>
          ))}
        </tr>
      </thead>
      {groups.map((group) =>
        group.files.length === 0 ? null : (
          <tbody key={group.role}>
            <tr className="files-group">
              <th colSpan={columns.length} scope="rowgroup">
                {t(`role.${group.role}`)}
              </th>
            </tr>
            {group.files.map((file) => (
              <FileRow
                key={file.id}
                mandateId={mandate.id}
                file={file}
                capabilities={capabilities}
                dialogs={dialogs}
              />
            ))}
          </tbody>
        ),
      )}
    </table>
  );
}
