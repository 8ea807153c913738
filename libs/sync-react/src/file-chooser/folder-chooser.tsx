import { CallError } from '@synchro/sync-core/client';
import { useEffect, useId, useMemo, useRef, useState } from 'react';
import type { ReactElement } from 'react';
import { ActionButton } from '../banner/action-button.js';
import { Icon } from '../banner/icon.js';
import type { FolderListing } from '../contract-types.js';
import { useDialogTexts } from '../dialogs/dialog-texts.js';
import { errorText } from '../dialogs/error-text.js';
import { Breadcrumb } from './breadcrumb.js';
import { ChooserFrame } from './chooser-frame.js';
import { FILTER_FROM, hasExtension, holderOf, shownEntries, soughtEntry } from './chooser-entries.js';
import type { FolderEntry } from './chooser-entries.js';
import type { FileChooserProps } from './file-chooser.js';
import { FolderList } from './folder-list.js';
import { PathField } from './path-field.js';
import { parentPath, pathSteps } from './path-steps.js';
import { readPathText } from './read-path-text.js';
import { summaryText } from './summary-text.js';
import { TypedChooser } from './typed-chooser.js';
import { useFolder } from './use-folder.js';

const NOTHING: readonly FolderEntry[] = [];
/** What a person has done in a folder, and is forgotten when another one is shown. */
interface InFolder {
  readonly listing: FolderListing | null;
  readonly filter: string;
  readonly chosen: string | null;
}

/** The chooser over the service's folders. */
export function FolderChooser(props: FileChooserProps): ReactElement {
  const { title, sought = null, pick, extensions = [], start = null, takesAttached = false } = props;
  const { onChoose, onCancel } = props;
  const { t, tb } = useDialogTexts();
  const { state, roots, open, goTo } = useFolder(start, extensions.join(','));
  const [inFolder, setInFolder] = useState<InFolder>({ listing: null, filter: '', chosen: null });
  const [text, setText] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const list = useRef<{ focus: () => void }>(null);
  const field = useRef<HTMLInputElement>(null);
  const id = useId();
  useEffect(() => list.current?.focus(), []);

  const listing = state.status === 'shown' ? state.listing : null;
  const found = soughtEntry(listing?.entries ?? NOTHING, pick === 'file' ? sought : null);
  const isSame = listing !== null && inFolder.listing === listing;
  const filter = isSame ? inFolder.filter : '';
  const entries = useMemo(
    () => (listing === null ? NOTHING : shownEntries(listing, pick, filter)),
    [listing, pick, filter],
  );
  const meant = state.status === 'shown' ? state.meant : null;
  const chosenPath = isSame ? inFolder.chosen : (meant ?? found?.path ?? null);
  const chosen = entries.find(({ path }) => path === chosenPath);

  if (state.status === 'failed' && state.error instanceof CallError && state.error.code === 'not-supported')
    return <TypedChooser {...props} />;

  const path = listing?.path ?? (state.status === 'shown' ? null : state.path);
  const goUp = () => {
    if (path !== null) open(listing === null ? parentPath(path) : listing.parent, path);
  };
  const holder = chosen === undefined ? null : holderOf(chosen, takesAttached);
  const isOpening = pick === 'file' && chosen?.kind === 'folder';
  const taken = pick === 'folder' ? (chosen?.path ?? path) : holder === null ? (chosen?.path ?? null) : null;

  const take = async (wanted: string) => {
    setFailure(null);
    await onChoose(wanted);
  };
  const act = (entry: FolderEntry) => {
    setFailure(null);
    if (entry.kind === 'folder') open(entry.path);
    else if (holderOf(entry, takesAttached) === null)
      take(entry.path).catch((error: unknown) => setFailure(errorText(error, t, tb)));
  };
  const go = async () => {
    const wanted = readPathText(text);
    setProblem(null);
    if (wanted === '') return;
    await goTo(wanted, pick);
    setText('');
    list.current?.focus();
  };
  const explainPath = (error: unknown) => {
    const isNothing = error instanceof CallError && error.code === 'path-not-found';
    const isOther = pick === 'file' && !hasExtension(readPathText(text), extensions);
    if (isNothing) setProblem(t(isOther ? 'chooser.path.no-folder' : 'chooser.path.nothing'));
    else setProblem(errorText(error, t, tb));
  };
  const hint =
    holder !== null
      ? t('chooser.held', { name: holder })
      : taken === null && state.status === 'shown'
        ? t(`chooser.choose-${pick}-first`)
        : null;
  return (
    <ChooserFrame
      title={title}
      sought={sought}
      onCancel={onCancel}
      onDropped={(dropped) => {
        setProblem(dropped === null ? t('chooser.drop.no-path') : null);
        if (dropped !== null) setText(dropped);
        field.current?.focus();
      }}
      foot={
        <>
          {failure === null ? null : (
            <span role="alert" className="foot-text failure">
              {failure}
            </span>
          )}
          {hint === null ? null : (
            <span id={`${id}-hint`} className="foot-text hint">
              {hint}
            </span>
          )}
          <ActionButton
            className="primary"
            disabled={taken === null}
            describedBy={hint === null ? undefined : `${id}-hint`}
            onPress={() => (taken === null ? undefined : isOpening ? open(taken) : take(taken))}
            onFailure={(error) => setFailure(errorText(error, t, tb))}
          >
            {isOpening
              ? t('chooser.open')
              : pick === 'folder' && taken !== null
                ? t('chooser.take-this', { name: pathSteps(taken).at(-1)?.name ?? taken })
                : t(`chooser.take-${pick}`)}
          </ActionButton>
        </>
      }
    >
      <Breadcrumb
        path={path}
        roots={roots}
        onUp={path === null ? null : goUp}
        onOpen={(step) => {
          open(step);
          list.current?.focus();
        }}
      />
      {listing === null || listing.cloudDrive === null ? null : (
        <p className="cloud" data-severity="warning">
          <Icon severity="warning" />
          <span>{t('chooser.cloud', { name: listing.cloudDrive })}</span>
        </p>
      )}
      {listing === null || listing.entries.length <= FILTER_FROM ? null : (
        <label className="filter">
          <span>{t('chooser.filter')}</span>
          <input
            type="search"
            value={filter}
            onChange={({ currentTarget }) =>
              setInFolder({ listing, filter: currentTarget.value, chosen: chosenPath })
            }
          />
        </label>
      )}
      {state.status === 'failed' ? (
        <div className="not-shown">
          <p role="alert" className="failure">
            {errorText(state.error, t, tb)}
          </p>
          <ActionButton onPress={() => open(state.path)}>{tb('action.retry')}</ActionButton>
        </div>
      ) : (
        <FolderList
          ref={list}
          label={title ?? t(`chooser.list-${pick}`)}
          describedBy={`${id}-summary`}
          entries={entries}
          isLoading={state.status === 'loading'}
          isRoots={listing !== null && listing.path === null}
          chosen={chosen?.path ?? null}
          sought={found}
          isHeld={(entry) => entry.kind === 'file' && holderOf(entry, takesAttached) !== null}
          onChoose={(entry) => setInFolder({ listing, filter, chosen: entry.path })}
          onAct={act}
          onUp={goUp}
        />
      )}
      <p id={`${id}-summary`} role="status" className="hint summary">
        {listing === null
          ? state.status === 'loading'
            ? t('loading')
            : ''
          : summaryText({ listing, entries, sought: found, pick, extensions, filter }, t)}
      </p>
      {listing?.truncated === true ? (
        <p className="hint">{t('chooser.truncated', { n: listing.entries.length })}</p>
      ) : null}
      <PathField
        ref={field}
        label={t('chooser.path')}
        value={text}
        onChange={setText}
        problem={problem}
        onGo={go}
        onFailure={explainPath}
        goLabel={t('chooser.go')}
      />
    </ChooserFrame>
  );
}
