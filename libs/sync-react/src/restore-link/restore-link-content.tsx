import { CallError } from '@synchro/sync-core/client';
import { useId, useState } from 'react';
import type { ReactElement } from 'react';
import { ActionButton } from '../banner/action-button.js';
import { useDialogTexts } from '../dialogs/dialog-texts.js';
import { errorText } from '../dialogs/error-text.js';
import { documentOf, useLink } from '../hooks/use-link.js';
import type { LinkTarget } from '../hooks/use-link.js';
import { useRestoreLink } from '../hooks/use-restore-link.js';
import { isAdopted, linkOptions } from '../link-parts/link-options.js';
import type { LinkOption } from '../link-parts/link-options.js';
import { AlongFiles } from './along-files.js';
import { LinkFacts } from './link-facts.js';
import { outdatedText } from './outdated-text.js';

export interface RestoreLinkContentProps {
  readonly target: LinkTarget;
  readonly onClose: () => void;
}

export function RestoreLinkContent({ target, onClose }: RestoreLinkContentProps): ReactElement {
  const { t, tb } = useDialogTexts();
  const { data: link, error, refetch } = useLink(target);
  const restoreLink = useRestoreLink(target);
  const [chosenPath, setChosenPath] = useState<string | null>(null);
  const [adoptedPath, setAdoptedPath] = useState<string | null>(null);
  const [takesAlong, setTakesAlong] = useState(true);
  const [notice, setNotice] = useState<string | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const hintId = useId();

  const { path: openPath = null } = target.document ?? {};
  const options = link === undefined ? [] : linkOptions(link, openPath);
  // Where there is a choice it is the person's: nothing is chosen beforehand.
  const option = options.length === 1 ? options[0] : options.find(({ path }) => path === chosenPath);
  const isConfirmed = option !== undefined && (option.adopts === null || adoptedPath === option.path);

  const lookAgain = async () => {
    setNotice(null);
    setFailure(null);
    await refetch();
  };
  const restore = async ({ path, along, ...chosen }: LinkOption) => {
    if (link === undefined) return;
    setNotice(null);
    setFailure(null);
    try {
      await restoreLink.mutateAsync({
        from: link.path,
        adopt: isAdopted({ path, along, ...chosen }),
        along: takesAlong ? along.map(({ fileId }) => fileId) : [],
        // The document's id belongs to the document that is open, and to no other.
        ...(path === openPath ? documentOf(target) : {}),
        path,
      });
    } catch (refusal) {
      if (!(refusal instanceof CallError) || refusal.code !== 'link-outdated') throw refusal;
      const { data } = await refetch();
      setAdoptedPath(null);
      if (data !== undefined) setNotice(outdatedText(link, data, path, t));
      return;
    }
    onClose();
  };

  return (
    <>
      <div className="modal-body">
        {notice === null ? null : (
          <p role="alert" className="notice">
            {notice}
          </p>
        )}
        {link === undefined ? (
          <p role={error === null ? 'status' : 'alert'} className={error === null ? 'hint' : 'failure'}>
            {error === null ? t('loading') : errorText(error, t, tb)}
          </p>
        ) : (
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
      </div>
      <footer className="modal-foot">
        {failure === null ? null : (
          <span role="alert" className="foot-text failure">
            {failure}
          </span>
        )}
        {options.length === 0 || isConfirmed ? null : (
          <span id={hintId} className="foot-text hint">
            {t(option === undefined ? 'link.choose-first' : 'link.confirm-first')}
          </span>
        )}
        {options.length === 0 ? (
          link === undefined || link.status !== 'linked' ? (
            <ActionButton onPress={lookAgain}>{t('link.look-again')}</ActionButton>
          ) : null
        ) : (
          <ActionButton
            className="primary"
            disabled={!isConfirmed}
            describedBy={isConfirmed ? undefined : hintId}
            onPress={() => (option === undefined ? undefined : restore(option))}
            onFailure={(refusal) => setFailure(errorText(refusal, t, tb))}
          >
            {tb('action.restore-link')}
          </ActionButton>
        )}
        <button type="button" className="button" onClick={onClose}>
          {options.length === 0 ? tb('close') : t('cancel')}
        </button>
      </footer>
    </>
  );
}
