import { useId } from 'react';
import type { ReactElement } from 'react';
import type { MandateFileMessage } from '../contract-types.js';
import { SelectField } from '../file-field/select-field.js';
import { useTexts } from '../messages/console-texts.js';
import { programs } from './kind-of-file.js';
import type { FileKind, ProgramName } from './kind-of-file.js';
import { entryFilesOf } from './propose-entry-file.js';

export interface AttachFieldsProps {
  /** What the file would be, as its name tells. */
  readonly kind: FileKind;
  /** The mandate's files, `null` until they are known. */
  readonly files: readonly MandateFileMessage[] | null;
  /** `null`: not known yet. */
  readonly product: ProgramName | null;
  readonly onProduct: (product: ProgramName | null) => void;
  readonly entryFile: string | null;
  readonly proposed: MandateFileMessage | null;
  readonly onEntryFile: (fileId: string | null) => void;
  readonly productProblem: string | null;
}

/**
 * What is asked of a document beside its place: the program, and what that writes. What becomes of an accounting or
 * entry file is said; the program of the latter is as it was, and can be corrected in the list of files.
 */
export function AttachFields(props: AttachFieldsProps): ReactElement {
  const { kind, files, product, onProduct, entryFile, proposed, onEntryFile, productProblem } = props;
  const { t } = useTexts();
  const id = useId();
  if (kind.role === 'accounting') return <p className="quiet">{t('attach.period')}</p>;
  if (kind.role === 'entries') return <p className="quiet">{t('attach.entries')}</p>;

  const entryFiles = entryFilesOf(files ?? []);
  return (
    <>
      <SelectField
        id={`${id}-product`}
        name="product"
        label={t('attach.product')}
        hint={t('attach.product.hint')}
        value={product ?? ''}
        options={[
          ...(product === null ? [{ value: '', title: t('attach.product.choose') }] : []),
          ...programs.map((value) => ({ value, title: t(`product.${value}`) })),
        ]}
        problem={productProblem}
        onChange={(value) => onProduct(programs.find((known) => known === value) ?? null)}
      />
      {entryFiles.length > 0 ? (
        <SelectField
          id={`${id}-entry-file`}
          name="entryFile"
          label={t('attach.entry-file')}
          hint={t(proposed === null ? 'attach.entry-file.hint' : 'attach.entry-file.proposed')}
          value={entryFile ?? ''}
          options={[
            // Where the names fit the service would propose the same one; it can be taken away in the list of files.
            ...(proposed === null ? [{ value: '', title: t('attach.entry-file.none') }] : []),
            ...entryFiles.map((file) => ({ value: file.id, title: file.name })),
          ]}
          problem={null}
          onChange={(value) => onEntryFile(value === '' ? null : value)}
        />
      ) : null}
    </>
  );
}
