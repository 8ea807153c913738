import { useCommand, useSynchro } from '@synchro/sync-react';
import { readPathText } from '@synchro/sync-react/page-parts';
import { CallError } from '@synchro/sync-core/client';
import { useId, useRef, useState } from 'react';
import type { SyntheticEvent, ReactElement } from 'react';
import { goTo } from '../address/use-address.js';
import type { Capability } from '../contract-types.js';
import { Failure } from '../failure.js';
import { FileField } from '../file-field/file-field.js';
import { folderNameOf, folderPathOf } from '../file-field/path-parts.js';
import { pathProblem } from '../file-field/path-problem.js';
import { TextField } from '../file-field/text-field.js';
import { useTexts } from '../messages/console-texts.js';

type Field = 'path' | 'name' | 'chart';
type Problems = Readonly<Partial<Record<Field | 'whole', string>>>;

interface NewMandate {
  readonly name: string;
  readonly accountingFile: string;
  readonly chartFile?: string;
}

/** A new local mandate from its accounting file; what is wrong is said where it is. */
export function CreateMandate({
  capabilities,
}: {
  readonly capabilities: readonly Capability[];
}): ReactElement {
  const { client } = useSynchro();
  const texts = useTexts();
  const { t, explain } = texts;
  const [path, setPath] = useState('');
  const [chart, setChart] = useState('');
  /** `null`: as the folder is called. */
  const [givenName, setGivenName] = useState<string | null>(null);
  const [problems, setProblems] = useState<Problems>({});
  const form = useRef<HTMLFormElement>(null);
  const id = useId();
  const create = useCommand((body: NewMandate, idempotencyKey) =>
    client.call('createMandate', { body, idempotencyKey }),
  );
  const name = givenName ?? folderNameOf(readPathText(path));
  const canBrowse = capabilities.includes('browse-folders');

  const show = (found: Problems) => {
    setProblems(found);
    const first = (['path', 'name', 'chart'] as const).find((field) => found[field] !== undefined);
    if (first !== undefined) form.current?.querySelector<HTMLElement>(`[name="${first}"]`)?.focus();
  };
  const submit = async (event: SyntheticEvent) => {
    event.preventDefault();
    if (create.isPending) return;
    const chartFile = readPathText(chart);
    const body = {
      name: name.trim(),
      accountingFile: readPathText(path),
      ...(chartFile === '' ? {} : { chartFile }),
    };
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
      const problem = pathProblem(error, texts);
      show(problem === null ? { whole: explain(error) } : { [fieldOf(error)]: problem });
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
      <FileField
        name="path"
        label={t('create.path')}
        hint={t('create.path.hint')}
        value={path}
        extensions={['cre']}
        canBrowse={canBrowse}
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
        onChange={setGivenName}
      />
      <FileField
        name="chart"
        label={t('create.chart')}
        hint={t('create.chart.hint')}
        value={chart}
        extensions={['crp']}
        start={folderPathOf(readPathText(path))}
        canBrowse={canBrowse}
        problem={problems.chart ?? null}
        onChange={setChart}
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

/** The service names the field of a path that it refuses. */
const fieldOf = (error: unknown): Field =>
  error instanceof CallError && (error.code === 'not-a-chart' || error.details['field'] === 'chartFile')
    ? 'chart'
    : 'path';
