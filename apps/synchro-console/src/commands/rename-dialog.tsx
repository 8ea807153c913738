import { ActionButton, Modal } from '@synchro/sync-react/page-parts';
import { useEffect, useId, useRef, useState } from 'react';
import type { ReactElement } from 'react';
import { TextField } from '../file-field/text-field.js';
import { useTexts } from '../messages/console-texts.js';
import { useRenameMandate } from '../use-mandate-commands.js';

export interface RenameDialogProps {
  readonly mandateId: string;
  readonly name: string;
  readonly onClose: () => void;
}

/** The dialog behind *Renommer…*. */
export function RenameDialog({ mandateId, name, onClose }: RenameDialogProps): ReactElement {
  const { t, explain } = useTexts();
  const rename = useRenameMandate(mandateId);
  const [wanted, setWanted] = useState(name);
  const [problem, setProblem] = useState<string | null>(null);
  const form = useRef<HTMLFormElement>(null);
  const id = useId();

  // There is nothing to read before the name itself.
  useEffect(() => {
    const input = form.current?.querySelector('input');
    input?.focus();
    input?.select();
  }, []);

  const fail = (text: string) => {
    setProblem(text);
    form.current?.querySelector('input')?.focus();
  };
  const submit = async () => {
    setProblem(null);
    const given = wanted.trim();
    if (given === '') {
      fail(t('create.name.missing'));
      return;
    }
    if (given !== name) await rename.mutateAsync(given);
    onClose();
  };
  return (
    <Modal title={t('rename.title')} subtitle={name} size="small" onClose={onClose}>
      <form
        ref={form}
        className="modal-body command-body"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          // Enter in the field is the button.
          if (!rename.isPending) submit().catch((error: unknown) => fail(explain(error)));
        }}
      >
        <TextField
          id={id}
          name="name"
          label={t('create.name')}
          hint={t('rename.hint')}
          value={wanted}
          maxLength={200}
          problem={problem}
          onChange={setWanted}
        />
      </form>
      <footer className="modal-foot">
        <ActionButton className="primary" onPress={submit} onFailure={(error) => fail(explain(error))}>
          {t('rename.submit')}
        </ActionButton>
        <button type="button" className="button" onClick={onClose}>
          {t('cancel')}
        </button>
      </footer>
    </Modal>
  );
}
