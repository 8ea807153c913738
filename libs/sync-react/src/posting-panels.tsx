import { useState } from 'react';
import type { ReactElement } from 'react';
import type { PostingResult } from './contract-types.js';
import entries from './entries/entries.css?inline';
import { EntriesPanel } from './posting/entries-panel.js';
import { HistoryPanel } from './posting/history-panel.js';
import type { PostingAs, PostingContext } from './posting/posting-context.js';
import { PostingOutcome } from './posting/posting-outcome.js';
import css from './posting/posting.css?inline';
import { useStyles } from './styles/use-styles.js';

export type { PostingContext } from './posting/posting-context.js';

const allStyles = `${entries}\n${css}`;

export interface PostingPanelsProps extends PostingContext {
  readonly view: 'entries' | 'history';
}

/**
 * What the posting dialog holds, for a page that has the room to show it in place: the pending entries with what came
 * of posting them, or the history. It takes the height that it is given and needs `DialogTexts` above it; give it the
 * accounting file as `key`.
 */
export function PostingPanels({ view, ...context }: PostingPanelsProps): ReactElement {
  const styles = useStyles(allStyles);
  const [outcome, setOutcome] = useState<{ result: PostingResult; as: PostingAs } | null>(null);

  const panel = (): ReactElement => {
    if (view === 'history') return <HistoryPanel {...context} />;
    if (outcome === null)
      return <EntriesPanel {...context} onPosted={(result, as) => setOutcome({ result, as })} />;
    return <PostingOutcome {...context} {...outcome} onBack={() => setOutcome(null)} onClose={null} />;
  };
  return (
    <div ref={styles} className="entries-window posting-window">
      {panel()}
    </div>
  );
}
