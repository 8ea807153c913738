import { CallError } from '@synchro/sync-core/client';
import { useCallback, useState } from 'react';
import type { ReactElement } from 'react';
import type { Capability, LinkMessage, RestoredLinks } from '../contract-types.js';
import { useDialogTexts } from '../dialogs/dialog-texts.js';
import { useMigrate, useMigration } from '../hooks/use-migration.js';
import { FileFinder } from '../link-parts/file-finder.js';
import { loadChooser } from '../link-parts/finding.js';
import type { Finding, Searched } from '../link-parts/finding.js';
import { linkErrorText } from '../link-parts/link-error-text.js';
import { LinkOutcome } from '../link-parts/link-outcome.js';
import { movesOf } from './choices.js';
import type { Row } from './choices.js';
import { LeftList } from './left-list.js';
import { MigrationList } from './migration-list.js';
import type { RowFailure } from './migration-list.js';
import { MigrationPreview } from './migration-preview.js';
import { refusedFile } from './refused-file.js';
import { useChoices } from './use-choices.js';

export interface MigrationContentProps {
  readonly mandateId: string;
  readonly capabilities: readonly Capability[];
  readonly onClose: () => void;
}

type View =
  | { readonly status: 'list' | 'preview' }
  | { readonly status: 'finding'; readonly finding: Finding }
  | { readonly status: 'done'; readonly outcome: RestoredLinks; readonly left: readonly Row[] };

/** The list of what can be migrated, what will change, and the report; in between, the help of a person who knows more. */
export function MigrationContent({ mandateId, capabilities, onClose }: MigrationContentProps): ReactElement {
  const { t, tb } = useDialogTexts();
  const { data: links, error, refetch } = useMigration(mandateId);
  const migrate = useMigrate(mandateId);
  const choices = useChoices(mandateId, links);
  const [view, setView] = useState<View>({ status: 'list' });
  const [focusOn, setFocusOn] = useState<string | null>(null);
  const [notice, setNotice] = useState<string | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const [rowFailure, setRowFailure] = useState<RowFailure | null>(null);
  const { rows, point } = choices;

  const beQuiet = useCallback(() => {
    setNotice(null);
    setFailure(null);
    setRowFailure(null);
  }, []);
  const backToList = (focus: string) => {
    setFocusOn(focus);
    setView({ status: 'list' });
  };
  const lookAgain = async () => {
    beQuiet();
    await refetch();
  };
  const startPointing = useCallback(
    async (file: LinkMessage) => {
      beQuiet();
      setView({ status: 'finding', finding: { way: 'point', file, Chooser: await loadChooser() } });
    },
    [beQuiet],
  );
  const startSearch = useCallback(
    async (files: readonly LinkMessage[]) => {
      beQuiet();
      setView({ status: 'finding', finding: { way: 'search', files, Chooser: await loadChooser() } });
    },
    [beQuiet],
  );
  const fail = useCallback((refusal: unknown) => setFailure(linkErrorText(refusal, t, tb)), [t, tb]);

  const takeIn = async ({ folder, found }: Searched) => {
    await refetch();
    const counts = [...found.values()];
    const n = counts.filter((count) => count > 0).length;
    setNotice(`${t('search.refound', { n, folder })} ${t('search.still-lost', { n: counts.length - n })}`);
    backToList(n === 0 ? '.way-search' : '.lead');
  };
  const confirm = async () => {
    beQuiet();
    const moves = movesOf(rows);
    try {
      const outcome = await migrate.mutateAsync(moves);
      const restored = new Set(outcome.restored.map(({ fileId }) => fileId));
      setView({ status: 'done', outcome, left: rows.filter(({ link }) => !restored.has(link.fileId)) });
    } catch (refusal) {
      if (!(refusal instanceof CallError)) throw refusal;
      const fileId = refusedFile(refusal, moves);
      if (refusal.code === 'link-outdated') {
        await refetch();
        setNotice(t('migration.outdated'));
        backToList('.lead');
      } else if (fileId === null) throw refusal;
      else {
        setRowFailure({ fileId, text: linkErrorText(refusal, t, tb) });
        backToList(`[data-file=${JSON.stringify(fileId)}] input`);
      }
    }
  };

  switch (view.status) {
    case 'finding': {
      const { finding } = view;
      const file = finding.way === 'point' ? finding.file : null;
      const row = file === null ? '' : `[data-file=${JSON.stringify(file.fileId)}] `;
      return (
        <FileFinder
          mandateId={mandateId}
          finding={finding}
          canBrowse={capabilities.includes('browse-folders')}
          onPointed={(path) => {
            if (file !== null) point(file, path);
            backToList(`${row}input`);
          }}
          onSearched={takeIn}
          onCancel={() => backToList(`${row}.way-${finding.way}`)}
        />
      );
    }
    case 'preview':
      return <MigrationPreview rows={rows} onConfirm={confirm} onBack={() => backToList('.way-preview')} />;
    case 'done':
      return (
        <LinkOutcome
          mandateId={mandateId}
          outcome={view.outcome}
          kind="migration"
          canUndo={capabilities.includes('undo-link')}
          onClose={onClose}
        >
          <LeftList rows={view.left} />
        </LinkOutcome>
      );
    case 'list':
      return (
        <MigrationList
          choices={choices}
          isLoaded={links !== undefined}
          loadError={error}
          notice={notice}
          failure={failure}
          rowFailure={rowFailure}
          focusOn={focusOn}
          canSearch={capabilities.includes('search-folder')}
          onPoint={startPointing}
          onSearch={startSearch}
          onFailure={fail}
          onLookAgain={lookAgain}
          onPreview={() => {
            beQuiet();
            setView({ status: 'preview' });
          }}
          onClose={onClose}
        />
      );
  }
}
