import { useEffect, useRef, useState } from 'react';
import type { ReactElement } from 'react';
import { ActionButton } from '../banner/action-button.js';
import { useDialogTexts } from '../dialogs/dialog-texts.js';
import { errorText } from '../dialogs/error-text.js';
import { ChooserFrame } from './chooser-frame.js';
import { hasExtension } from './chooser-entries.js';
import type { FileChooserProps } from './file-chooser.js';
import { PathField } from './path-field.js';
import { pathSteps } from './path-steps.js';
import { readPathText } from './read-path-text.js';
import { kindsText } from './summary-text.js';

/** What is there to go on from: a file's path begins with its folder. */
function beginOf(start: string | null, pick: FileChooserProps['pick']): string {
  if (start === null || pick === 'folder' || /[\\/]$/.test(start)) return start ?? '';
  return `${start}${start.includes('\\') ? '\\' : '/'}`;
}

/** The chooser where folders cannot be shown: the path alone. */
export function TypedChooser(props: FileChooserProps): ReactElement {
  const { title, sought = null, pick, extensions = [], start = null, onChoose, onCancel } = props;
  const { t, tb } = useDialogTexts();
  const [text, setText] = useState(() => beginOf(start, pick));
  const [problem, setProblem] = useState<string | null>(null);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);

  const take = async () => {
    const path = readPathText(text);
    if (pathSteps(path).length === 0 || !/^(?:[a-z]:|[\\/])/i.test(path)) {
      setProblem(t('chooser.path.incomplete'));
      return;
    }
    if (pick === 'file' && !hasExtension(path, extensions)) {
      setProblem(t('chooser.path.other-kind', { kinds: kindsText(extensions) }));
      return;
    }
    setProblem(null);
    await onChoose(path);
  };
  const onFailure = (error: unknown) => setProblem(errorText(error, t, tb));
  return (
    <ChooserFrame
      title={title}
      sought={sought}
      onCancel={onCancel}
      onDropped={(path) => {
        setProblem(path === null ? t('chooser.drop.no-path') : null);
        if (path !== null) setText(path);
        field.current?.focus();
      }}
      foot={
        <ActionButton className="primary" onPress={take} onFailure={onFailure}>
          {t(`chooser.take-${pick}`)}
        </ActionButton>
      }
    >
      <p className="hint">{t('chooser.not-supported')}</p>
      <PathField
        ref={field}
        label={t(`chooser.path.${pick}`)}
        value={text}
        onChange={setText}
        problem={problem}
        onGo={take}
        onFailure={onFailure}
      />
    </ChooserFrame>
  );
}
