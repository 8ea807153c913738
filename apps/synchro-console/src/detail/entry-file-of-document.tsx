import type { ReactElement } from 'react';
import { entryFilesOf } from '../attach/propose-entry-file.js';
import type { MandateFileMessage } from '../contract-types.js';
import { useTexts } from '../messages/console-texts.js';
import { useCorrectFile } from '../use-mandate-commands.js';
import type { CorrectionProps } from './program-of-file.js';

export interface EntryFileOfDocumentProps extends CorrectionProps {
  /** All of the mandate. */
  readonly files: readonly MandateFileMessage[];
}

/** The entry file that a document's program writes, which can be put right where it stands. */
export function EntryFileOfDocument(props: EntryFileOfDocumentProps): ReactElement | null {
  const { mandateId, file, files, canCorrect, onFailure } = props;
  const { t } = useTexts();
  const correct = useCorrectFile(mandateId, file.id);
  const known = files.find(({ id }) => id === file.entryFile) ?? null;
  if (!canCorrect)
    return known === null ? null : (
      <span className="file-path">{t('entry-file.writes', { name: known.name })}</span>
    );

  /** What was chosen, until the mandate says it too. */
  const asked = correct.isPending ? correct.variables.entryFile : undefined;
  return (
    <span className="file-path entry-file">
      <span aria-hidden="true">{t('entry-file')}</span>
      <select
        className="correction"
        aria-label={t('correct.entry-file', { name: file.name })}
        aria-busy={correct.isPending}
        value={(asked === undefined ? known?.id : asked) ?? ''}
        onChange={(event) => {
          onFailure(null);
          correct.mutate({ entryFile: event.currentTarget.value || null }, { onError: onFailure });
        }}
      >
        <option value="">{t('entry-file.none')}</option>
        {entryFilesOf(files).map((one) => (
          <option key={one.id} value={one.id}>
            {one.name}
          </option>
        ))}
      </select>
    </span>
  );
}
