import type { ReactElement } from 'react';
import { programs } from '../attach/kind-of-file.js';
import { entryFilesOf } from '../attach/propose-entry-file.js';
import type { CorrectFile, MandateFileMessage } from '../contract-types.js';
import { useTexts } from '../messages/console-texts.js';
import { useCorrectFile } from '../use-mandate-commands.js';

export interface FileCorrectionProps {
  readonly mandateId: string;
  readonly file: MandateFileMessage;
  readonly files: readonly MandateFileMessage[];
  readonly canCorrect: boolean;
  readonly onFailure: (error: unknown) => void;
}

/**
 * The program of a file, and the entry file that a document's program writes; what was guessed from names can be put
 * right where it stands.
 */
export function FileCorrection(props: FileCorrectionProps): ReactElement {
  const { mandateId, file, files, canCorrect, onFailure } = props;
  const { t } = useTexts();
  const correct = useCorrectFile(mandateId, file.id);
  const { name, product, role } = file;
  const entryFile = files.find(({ id }) => id === file.entryFile) ?? null;

  const change = (body: CorrectFile) => {
    onFailure(null);
    correct.mutate(body, { onError: onFailure });
  };
  /** What was chosen, until the mandate says it too. */
  const asked = correct.isPending ? correct.variables : {};

  switch (role) {
    case 'accounting':
      return <>{t(`product.${product}`)}</>;
    case 'entries':
      if (!canCorrect) return <>{t(`product.${product}`)}</>;
      return (
        <select
          className="correction"
          aria-label={t('correct.product', { name })}
          aria-busy={correct.isPending}
          value={asked.product ?? product}
          onChange={(event) => {
            const chosen = programs.find((known) => known === event.currentTarget.value);
            if (chosen !== undefined) change({ product: chosen });
          }}
        >
          {programs.map((program) => (
            <option key={program} value={program}>
              {t(`product.${program}`)}
            </option>
          ))}
        </select>
      );
    case 'document':
      if (!canCorrect)
        return (
          <>
            {t(`product.${product}`)}
            {entryFile === null ? null : ` · ${t('entry-file.writes', { name: entryFile.name })}`}
          </>
        );
      return (
        <>
          {t(`product.${product}`)}
          {' · '}
          <label>
            {t('entry-file')}{' '}
            <select
              className="correction"
              aria-label={t('correct.entry-file', { name })}
              aria-busy={correct.isPending}
              value={(asked.entryFile === undefined ? entryFile?.id : asked.entryFile) ?? ''}
              onChange={(event) => change({ entryFile: event.currentTarget.value || null })}
            >
              <option value="">{t('entry-file.none')}</option>
              {entryFilesOf(files).map((one) => (
                <option key={one.id} value={one.id}>
                  {one.name}
                </option>
              ))}
            </select>
          </label>
        </>
      );
  }
}
