import type { ReactElement } from 'react';
import { programs } from '../attach/kind-of-file.js';
import type { MandateFileMessage } from '../contract-types.js';
import { useTexts } from '../messages/console-texts.js';
import { useCorrectFile } from '../use-mandate-commands.js';

export interface CorrectionProps {
  readonly mandateId: string;
  readonly file: MandateFileMessage;
  readonly canCorrect: boolean;
  /** Why a correction has come to nothing, `null` when a new one begins. */
  readonly onFailure: (error: unknown) => void;
}

/** The program of a file; of an entry file it is guessed from the name, and can be put right where it stands. */
export function ProgramOfFile({ mandateId, file, canCorrect, onFailure }: CorrectionProps): ReactElement {
  const { t } = useTexts();
  const correct = useCorrectFile(mandateId, file.id);
  const { name, product, role } = file;
  if (role !== 'entries' || !canCorrect) return <>{t(`product.${product}`)}</>;
  return (
    <select
      className="correction"
      aria-label={t('correct.product', { name })}
      aria-busy={correct.isPending}
      // What was chosen, until the mandate says it too.
      value={(correct.isPending ? correct.variables.product : undefined) ?? product}
      onChange={(event) => {
        const chosen = programs.find((known) => known === event.currentTarget.value);
        if (chosen === undefined) return;
        onFailure(null);
        correct.mutate({ product: chosen }, { onError: onFailure });
      }}
    >
      {programs.map((program) => (
        <option key={program} value={program}>
          {t(`product.${program}`)}
        </option>
      ))}
    </select>
  );
}
