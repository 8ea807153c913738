import { useDeferredValue, useMemo, useState } from 'react';
import type { ReactElement } from 'react';
import type { PostingRequest, PostingResult } from '../contract-types.js';
import { useDialogTexts } from '../dialogs/dialog-texts.js';
import { errorText } from '../dialogs/error-text.js';
import { useEntries } from '../hooks/use-entries.js';
import { usePost } from '../hooks/use-post.js';
import { formatCount } from '../messages/formats.js';
import { EntriesTable } from './entries-table.js';
import { EntriesTools } from './entries-tools.js';
import { listRows } from './list-rows.js';
import { PostFooter } from './post-footer.js';
import type { PostingAs, PostingContext } from './posting-context.js';
import { postingFailure } from './posting-failure.js';
import { searchEntries } from './search-entries.js';
import { useSelection } from './use-selection.js';

export interface EntriesPanelProps extends PostingContext {
  readonly onPosted: (result: PostingResult, as: PostingAs) => void;
}

/** What will be posted: the list, what is chosen of it, and the button that does it. */
export function EntriesPanel({
  mandateId,
  accountingFile,
  snapshot,
  onPosted,
}: EntriesPanelProps): ReactElement {
  const { t, tb } = useDialogTexts();
  const [failure, setFailure] = useState<string | null>(null);
  // A refusal may know of a newer revision than the stream has brought so far.
  const [refusedAt, setRefusedAt] = useState(0);
  const revision = Math.max(snapshot.revision, refusedAt);
  const entries = useEntries(mandateId, { accountingFile, revision });
  const { items } = entries;
  const isWhole = entries.revision !== null;
  const { selection, selected, lateCount, choose } = useSelection(items, isWhole);
  const [query, setQuery] = useState('');
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const wanted = useDeferredValue(query);
  const found = useMemo(() => searchEntries(items, wanted), [items, wanted]);
  const rows = useMemo(() => listRows(found, open), [found, open]);
  const post = usePost(mandateId, accountingFile);
  const canPost = snapshot.capabilities.includes('post') && isOwner(snapshot);
  const { pending } = snapshot;
  const total = pending.new + pending.changed + pending.deleted;

  const send = async (request: PostingRequest) => {
    setFailure(null);
    try {
      const result = await post.mutateAsync(request);
      onPosted(result, request.as ?? 'posting');
    } catch (error) {
      const { text, revision: newer } = postingFailure(error, t, tb);
      setFailure(text);
      if (newer !== null) setRefusedAt(newer);
    }
  };
  const toggle = (id: string, isOpen: boolean) => {
    const next = new Set(open);
    if (isOpen) next.add(id);
    else next.delete(id);
    setOpen(next);
  };
  return (
    <>
      <EntriesTools query={query} onQuery={setQuery} found={wanted === '' ? null : found.length}>
        {isWhole || items.length >= total ? null : (
          <span className="progress">
            <progress max={total} value={items.length} aria-label={t('loading')} />
            {t('posting.loading', { n: formatCount(items.length), total: formatCount(total) })}
          </span>
        )}
      </EntriesTools>
      {entries.error === null ? null : (
        <p role="alert" className="failure">
          {errorText(entries.error, t, tb)}{' '}
          <button type="button" className="button" onClick={entries.retry}>
            {tb('action.retry')}
          </button>
        </p>
      )}
      {isWhole && items.length === 0 ? (
        <p className="nothing">{t('posting.empty')}</p>
      ) : (
        <EntriesTable
          rows={rows}
          items={items}
          isWhole={isWhole}
          selection={selection}
          canSelect={canPost}
          onSelect={choose}
          onOpen={toggle}
        />
      )}
      <PostFooter
        items={items}
        selection={selection}
        selected={selected}
        lateCount={lateCount}
        isWhole={isWhole}
        revision={entries.revision ?? revision}
        canPost={canPost}
        canMarkAlreadyPosted={canPost && snapshot.capabilities.includes('already-posted')}
        failure={failure}
        onPost={send}
      />
    </>
  );
}

const isOwner = ({ notifications }: PostingContext['snapshot']): boolean =>
  !notifications.some(({ kind }) => kind === 'held-elsewhere' || kind === 'claim-unverified');
