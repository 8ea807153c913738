import { useCommand, useSynchro } from '@synchro/sync-react';
import { CallError } from '@synchro/sync-core/client';
import { useId, useRef, useState } from 'react';
import type { SyntheticEvent, ReactElement } from 'react';
import { goTo } from '../address/use-address.js';
import { Failure } from '../failure.js';
import { useTexts } from '../messages/console-texts.js';
import { TextField } from './text-field.js';

/** Refusals that are about the path; the others are about the whole. */
const OF_PATH: ReadonlySet<string | null> = new Set([
  'path-not-absolute',
  'path-not-found',
  'not-an-accounting-file',
  'already-in-mandate',
]);

interface Problems {
  readonly path?: string;
  readonly name?: string;
  readonly whole?: string;
}

/** A new local mandate from its accounting file; what is wrong is said where it is. */
export function CreateMandate(): ReactElement {
  const { client } = useSynchro();
  const { t, explain } = useTexts();
  const [path, setPath] = useState('');
  const [name, setName] = useState('');
  const [problems, setProblems] = useState<Problems>({});
  const form = useRef<HTMLFormElement>(null);
  const id = useId();
  const create = useCommand((body: { name: string; accountingFile: string }, idempotencyKey) =>
    client.call('createMandate', { body, idempotencyKey }),
  );

  const show = (found: Problems) => {
    setProblems(found);
    const first = found.path === undefined ? (found.name === undefined ? null : 'name') : 'path';
    if (first !== null) form.current?.querySelector<HTMLElement>(`[name="${first}"]`)?.focus();
  };
  const submit = async (event: SyntheticEvent) => {
    event.preventDefault();
    if (create.isPending) return;
    // A path copied from a file manager comes in quotation marks.
    const body = { name: name.trim(), accountingFile: path.trim().replace(/^"(.*)"$/, '$1') };
    const missing = {
      ...(body.accountingFile === '' ? { path: t('create.path.missing') } : {}),
      ...(body.name === '' ? { name: t('create.name.missing') } : {}),
    };
    show(missing);
    if (Object.keys(missing).length > 0) return;
    try {
      const mandate = await create.mutateAsync(body);
      goTo({ view: 'mandate', mandateId: mandate.id, tab: 'files', accountingFile: null });
    } catch (error) {
      const isOfPath = error instanceof CallError && OF_PATH.has(error.code);
      show(isOfPath ? { path: explain(error) } : { whole: explain(error) });
    }
  };
  return (
    <form
      ref={form}
      className="create"
      aria-label={t('create')}
      noValidate
      onSubmit={(event) => void submit(event)}
    >
      <TextField
        id={`${id}-path`}
        name="path"
        label={t('create.path')}
        hint={t('create.path.hint')}
        value={path}
        problem={problems.path ?? null}
        onChange={setPath}
      />
      <TextField
        id={`${id}-name`}
        name="name"
        label={t('create.name')}
        hint={t('create.name.hint')}
        value={name}
        maxLength={200}
        problem={problems.name ?? null}
        onChange={setName}
      />
      {problems.whole === undefined ? null : <Failure text={problems.whole} />}
      <p className="create-buttons">
        <button
          type="submit"
          className="button primary"
          aria-busy={create.isPending}
          aria-disabled={create.isPending}
        >
          {t('create.submit')}
        </button>
      </p>
    </form>
  );
}
