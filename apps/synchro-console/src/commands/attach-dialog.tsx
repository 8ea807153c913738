import { attachableTypes } from '@synchro/sync-core/domain';
import { ActionButton, Modal, readPathText } from '@synchro/sync-react/page-parts';
import { useRef, useState } from 'react';
import type { ReactElement } from 'react';
import { AttachFields } from '../attach/attach-fields.js';
import { attachProposal, attachRequest } from '../attach/attach-request.js';
import type { ProgramName } from '../attach/kind-of-file.js';
import type { Overview } from '../contract-types.js';
import { signatureOf, useMandate } from '../detail/use-mandate.js';
import { FileField } from '../file-field/file-field.js';
import { folderPathOf, nameOf } from '../file-field/path-parts.js';
import { pathProblem } from '../file-field/path-problem.js';
import { useTexts } from '../messages/console-texts.js';
import { useAttachFile } from '../use-mandate-commands.js';
import type { CommandDialogProps } from './command-dialog-props.js';

export interface AttachDialogProps extends CommandDialogProps {
  readonly mandateId: string;
  readonly overview: Overview;
}

interface Problems {
  readonly path?: string;
  readonly product?: string;
  readonly whole?: string;
}

/** The dialog behind *Attacher un fichier…*: which file, of which program, and which entry file that writes. */
export function AttachDialog({ mandateId, overview, onClose, say }: AttachDialogProps): ReactElement {
  const texts = useTexts();
  const { t, explain } = texts;
  const mandate = overview.mandates.find(({ id }) => id === mandateId);
  const { data } = useMandate(mandateId, mandate === undefined ? '' : signatureOf(overview, mandate));
  const attach = useAttachFile(mandateId);
  const [typed, setTyped] = useState('');
  const [product, setProduct] = useState<ProgramName | null>(null);
  const [entryFile, setEntryFile] = useState<string | null>(null);
  const [problems, setProblems] = useState<Problems>({});
  const form = useRef<HTMLFormElement>(null);

  const path = readPathText(typed);
  const files = data?.files ?? null;
  const proposal = attachProposal({ path, product, entryFile }, files ?? []);

  const show = (found: Problems) => {
    setProblems(found);
    const first = (['path', 'product'] as const).find((field) => found[field] !== undefined);
    if (first !== undefined) form.current?.querySelector<HTMLElement>(`[name="${first}"]`)?.focus();
  };
  const submit = async () => {
    const request = attachRequest(path, proposal);
    if (path === '' || request === null) {
      show(path === '' ? { path: t('attach.path.missing') } : { product: t('attach.product.missing') });
      return;
    }
    show({});
    try {
      const file = await attach.mutateAsync(request);
      say(t('attach.done', { name: file.name }));
      onClose();
    } catch (error) {
      const problem = pathProblem(error, texts);
      show(problem === null ? { whole: explain(error) } : { path: problem });
    }
  };
  return (
    <Modal title={t('attach.title')} subtitle={mandate?.name} size="small" onClose={onClose}>
      <form
        ref={form}
        className="modal-body command-body"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (!attach.isPending) void submit();
        }}
      >
        <FileField
          name="path"
          label={t('attach.path')}
          hint={t('attach.path.hint')}
          value={typed}
          extensions={attachableTypes}
          start={folderPathOf(data?.files[0]?.path ?? '')}
          canBrowse={overview.capabilities.includes('browse-folders')}
          problem={problems.path ?? null}
          onChange={(text) => {
            setTyped(text);
            // Another file is another question.
            if (nameOf(readPathText(text)) !== nameOf(path)) {
              setProduct(null);
              setEntryFile(null);
            }
          }}
        />
        {path === '' ? null : (
          <AttachFields
            {...proposal}
            files={files}
            onProduct={setProduct}
            onEntryFile={setEntryFile}
            productProblem={proposal.product === null ? (problems.product ?? null) : null}
          />
        )}
        {problems.whole === undefined ? null : (
          <p role="alert" className="failure">
            {problems.whole}
          </p>
        )}
      </form>
      <footer className="modal-foot">
        <ActionButton className="primary" onPress={submit}>
          {t('attach.submit')}
        </ActionButton>
        <button type="button" className="button" onClick={onClose}>
          {t('cancel')}
        </button>
      </footer>
    </Modal>
  );
}
