import { useEffect, useEffectEvent, useRef, useState } from 'react';
import type { ReactElement } from 'react';
import { ActionButton } from '../banner/action-button.js';
import type { FileSearch, LinkMessage } from '../contract-types.js';
import { useDialogTexts } from '../dialogs/dialog-texts.js';
import { errorText } from '../dialogs/error-text.js';
import { useSynchro } from '../root/synchro-context.js';
import type { Searched } from './finding.js';

export interface SearchPanelProps {
  readonly mandateId: string;
  /** One after the other is searched; the same list at every rendering. */
  readonly files: readonly LinkMessage[];
  readonly folder: string;
  readonly onOver: (searched: Searched) => Promise<void>;
  readonly onCancel: () => void;
}

interface Progress {
  readonly index: number;
  readonly told: FileSearch | null;
}

/** A reader that is told more often than this hears nothing else. */
const SAID_EVERY_MS = 5_000;

/** A folder is searched for files, with how far it is; leaving ends the search. */
export function SearchPanel({ mandateId, files, folder, onOver, onCancel }: SearchPanelProps): ReactElement {
  const { client, now } = useSynchro();
  const { t, tb } = useDialogTexts();
  const [progress, setProgress] = useState<Progress>({ index: 0, told: null });
  const [said, setSaid] = useState('');
  const [failure, setFailure] = useState<string | null>(null);
  const [attempt, setAttempt] = useState(0);
  const heading = useRef<HTMLHeadingElement>(null);
  const lastSaid = useRef(0);

  const textOf = ({ folders, files: looked, found }: FileSearch) =>
    [
      t('chooser.folders', { n: folders }),
      t('chooser.files', { n: looked }),
      t('search.hits', { n: found }),
    ].join(' · ');
  const tell = useEffectEvent((index: number, told: FileSearch) => {
    setProgress({ index, told });
    if (now() - lastSaid.current < SAID_EVERY_MS) return;
    lastSaid.current = now();
    setSaid(textOf(told));
  });
  const end = useEffectEvent(onOver);
  const fail = useEffectEvent((error: unknown) => setFailure(errorText(error, t, tb)));

  useEffect(() => {
    const leaving = new AbortController();
    const { signal } = leaving;
    const search = async () => {
      const found = new Map<string, number>();
      for (const [index, { fileId }] of files.entries()) {
        const last = await client.follow(
          'searchFile',
          { params: { mandateId, fileId }, query: { folder }, signal },
          (told) => tell(index, told),
        );
        found.set(fileId, last.found);
      }
      if (!signal.aborted) await end({ folder, found });
    };
    search().catch((error: unknown) => {
      if (!signal.aborted) fail(error);
    });
    return () => leaving.abort();
  }, [client, mandateId, files, folder, attempt]);

  // The button that was pressed has gone.
  useEffect(() => heading.current?.focus(), []);

  const { index, told } = progress;
  const names = { name: files[index]?.name ?? '', folder };
  const title =
    files.length === 1
      ? t('search.title', names)
      : t('search.title-of', { ...names, index: index + 1, n: files.length });
  return (
    <div
      className="search"
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        // The search gives way, not the dialog that it stands in.
        event.preventDefault();
        event.stopPropagation();
        onCancel();
      }}
    >
      <div className="modal-body">
        <h3 ref={heading} tabIndex={-1}>
          {title}
        </h3>
        {failure === null ? (
          <>
            <progress
              aria-label={title}
              {...(files.length === 1 ? {} : { value: index, max: files.length })}
            />
            <p aria-hidden="true">{told === null ? t('search.begins') : textOf(told)}</p>
            <p role="status" className="unseen">
              {said}
            </p>
          </>
        ) : (
          <p role="alert" className="failure">
            {failure}
          </p>
        )}
      </div>
      <footer className="modal-foot">
        {failure === null ? null : (
          <ActionButton
            className="primary"
            onPress={() => {
              setFailure(null);
              setProgress({ index: 0, told: null });
              setAttempt(attempt + 1);
            }}
          >
            {tb('action.retry')}
          </ActionButton>
        )}
        <button type="button" className="button" onClick={onCancel}>
          {t('search.stop')}
        </button>
      </footer>
    </div>
  );
}
