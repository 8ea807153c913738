import { CallError } from '@synchro/sync-core/client';
import { useId, useState } from 'react';
import type { ReactElement } from 'react';
import { ActionButton } from '../banner/action-button.js';
import type { Capability, RestoredLinks } from '../contract-types.js';
import { useDialogTexts } from '../dialogs/dialog-texts.js';
import { samePlace } from '../file-chooser/path-steps.js';
import { documentOf, useLink } from '../hooks/use-link.js';
import type { LinkTarget } from '../hooks/use-link.js';
import { useRestoreLink } from '../hooks/use-restore-link.js';
import { FileFinder } from '../link-parts/file-finder.js';
import { loadChooser } from '../link-parts/finding.js';
import type { Finding, Searched } from '../link-parts/finding.js';
import { linkErrorText } from '../link-parts/link-error-text.js';
import { LinkFrame } from '../link-parts/link-frame.js';
import { isAdopted, linkOptions, withPointed } from '../link-parts/link-options.js';
import type { LinkOption } from '../link-parts/link-options.js';
import { LinkOutcome } from '../link-parts/link-outcome.js';
import { AlongFiles } from './along-files.js';
import { LinkFacts } from './link-facts.js';
import { OtherWays } from './other-ways.js';
import { outdatedText } from './outdated-text.js';

export interface RestoreLinkContentProps {
  readonly target: LinkTarget;
  readonly capabilities: readonly Capability[];
  readonly onClose: () => void;
}

export function RestoreLinkContent({ target, capabilities, onClose }: RestoreLinkContentProps): ReactElement {
  const { mandateId } = target;
  const { t, tb } = useDialogTexts();
  const { data: link, error, refetch } = useLink(target);
  const restoreLink = useRestoreLink(target);
  const [chosenPath, setChosenPath] = useState<string | null>(null);
  const [pointed, setPointed] = useState<string | null>(null);
  const [adoptedPath, setAdoptedPath] = useState<string | null>(null);
  const [takesAlong, setTakesAlong] = useState(true);
  const [finding, setFinding] = useState<Finding | null>(null);
  const [focusOn, setFocusOn] = useState<string | null>(null);
  const [outcome, setOutcome] = useState<RestoredLinks | null>(null);
  const [notice, setNotice] = useState<string | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const hintId = useId();

  const { path: openPath = null } = target.document ?? {};
  const options = link === undefined ? [] : withPointed(linkOptions(link, openPath), pointed);
  // Where there is a choice it is the person's: nothing is chosen beforehand.
  const option = options.length === 1 ? options[0] : options.find(({ path }) => path === chosenPath);
  const isConfirmed = option !== undefined && (option.adopts === null || adoptedPath === option.path);
  const isInPlace = link?.status === 'linked';

  const beQuiet = () => {
    setNotice(null);
    setFailure(null);
  };
  const lookAgain = async () => {
    beQuiet();
    await refetch();
  };
  const find = async (way: Finding['way']) => {
    if (link === undefined) return;
    beQuiet();
    const Chooser = await loadChooser();
    setFinding(way === 'point' ? { way, file: link, Chooser } : { way, files: [link], Chooser });
  };
  const point = (path: string) => {
    // One that was found already keeps the reasons that it was found for.
    const known = options.find((one) => samePlace(one.path, path))?.path ?? path;
    setPointed(known);
    setChosenPath(known);
    setAdoptedPath(null);
    setFocusOn('.lead');
    setFinding(null);
  };
  const takeIn = async ({ folder, found }: Searched) => {
    await refetch();
    const n = found.get(target.fileId) ?? 0;
    setNotice(n === 0 ? t('search.nothing', { folder }) : t('search.found', { n, folder }));
    setFocusOn(n === 0 ? '.way-search' : '.lead');
    setFinding(null);
  };
  const restore = async ({ path, along, ...chosen }: LinkOption) => {
    if (link === undefined) return;
    beQuiet();
    try {
      const restored = await restoreLink.mutateAsync({
        from: link.path,
        adopt: isAdopted({ path, along, ...chosen }),
        along: takesAlong ? along.map(({ fileId }) => fileId) : [],
        // The document's id belongs to the document that is open, and to no other.
        ...(path === openPath ? documentOf(target) : {}),
        path,
      });
      setOutcome(restored);
    } catch (refusal) {
      if (!(refusal instanceof CallError) || refusal.code !== 'link-outdated') throw refusal;
      const { data } = await refetch();
      setAdoptedPath(null);
      if (data !== undefined) setNotice(outdatedText(link, data, path, t));
    }
  };

  if (outcome !== null)
    return (
      <LinkOutcome
        mandateId={mandateId}
        outcome={outcome}
        kind="link"
        canUndo={capabilities.includes('undo-link')}
        onClose={onClose}
      />
    );
  if (finding !== null)
    return (
      <FileFinder
        mandateId={mandateId}
        finding={finding}
        canBrowse={capabilities.includes('browse-folders')}
        onPointed={point}
        onSearched={takeIn}
        onCancel={() => {
          setFocusOn(`.way-${finding.way}`);
          setFinding(null);
        }}
      />
    );
  return (
    <LinkFrame
      notice={notice}
      isLoaded={link !== undefined}
      loadError={error}
      failure={failure}
      focusOn={focusOn}
      hint={
        options.length === 0 || isConfirmed
          ? null
          : { id: hintId, text: t(option === undefined ? 'link.choose-first' : 'link.confirm-first') }
      }
      foot={
        <>
          {options.length > 0 ? (
            <ActionButton
              className="primary"
              disabled={!isConfirmed}
              describedBy={isConfirmed ? undefined : hintId}
              onPress={() => (option === undefined ? undefined : restore(option))}
              onFailure={(refusal) => setFailure(linkErrorText(refusal, t, tb))}
            >
              {tb('action.restore-link')}
            </ActionButton>
          ) : isInPlace ? null : (
            <ActionButton onPress={lookAgain}>{t('link.look-again')}</ActionButton>
          )}
          <button type="button" className="button" onClick={onClose}>
            {options.length === 0 ? tb('close') : t('cancel')}
          </button>
        </>
      }
    >
      {link === undefined ? null : (
        <LinkFacts link={link} options={options} chosen={option ?? null} onChoose={setChosenPath} />
      )}
      {option === undefined || option.along.length === 0 ? null : (
        <AlongFiles along={option.along} isTicked={takesAlong} onTick={setTakesAlong} />
      )}
      {option === undefined || option.adopts === null ? null : (
        <label className="tick">
          <input
            type="checkbox"
            checked={adoptedPath === option.path}
            onChange={(event) => setAdoptedPath(event.currentTarget.checked ? option.path : null)}
          />
          <span>{t(`link.adopt.${option.adopts}`)}</span>
        </label>
      )}
      {link === undefined || isInPlace ? null : (
        <OtherWays
          isLost={options.length === 0}
          canSearch={capabilities.includes('search-folder')}
          onPoint={() => find('point')}
          onSearch={() => find('search')}
          onFailure={(gone) => setFailure(linkErrorText(gone, t, tb))}
        />
      )}
    </LinkFrame>
  );
}
