import { useId } from 'react';
import type { ReactElement } from 'react';
import type { LinkMessage } from '../contract-types.js';
import { useDialogTexts } from '../dialogs/dialog-texts.js';
import type { DialogKey } from '../messages/dialog-messages.js';
import type { LinkOption } from '../link-parts/link-options.js';
import { PathText } from '../link-parts/path-text.js';
import { ReasonList } from '../link-parts/reason-list.js';

export interface LinkFactsProps {
  readonly link: LinkMessage;
  readonly options: readonly LinkOption[];
  readonly chosen: LinkOption | null;
  readonly onChoose: (path: string) => void;
}

/** What has happened to the file, the old and the new place side by side, and why it is believed to be the same. */
export function LinkFacts({ link, options, chosen, onChoose }: LinkFactsProps): ReactElement {
  const { t } = useDialogTexts();
  const { status, name, path } = link;
  const labels = placeLabels(status);
  const only = options.length === 1 ? options[0] : undefined;
  const sentence = sentenceOf(status, options.length, chosen);
  return (
    <>
      <p className="lead" tabIndex={-1}>
        {t(`link.${sentence}`, { name })}
      </p>
      {status === 'linked' ? null : (
        <dl className="facts">
          <dt>{t(options.length === 0 ? 'link.expected' : labels.old)}</dt>
          <dd>
            <PathText path={path} other={only?.path ?? path} />
          </dd>
          {only === undefined ? null : (
            <>
              {only.path === path ? null : (
                <>
                  <dt>{t(labels.new)}</dt>
                  <dd>
                    <PathText path={only.path} other={path} />
                  </dd>
                </>
              )}
              {only.adopts === 'copy' ? null : (
                <>
                  <dt>{t('link.why')}</dt>
                  <dd>
                    <ReasonList {...only} />
                  </dd>
                </>
              )}
            </>
          )}
        </dl>
      )}
      {options.length < 2 ? null : (
        <Choice link={link} options={options} chosen={chosen} onChoose={onChoose} />
      )}
    </>
  );
}

function Choice({ link, options, chosen, onChoose }: LinkFactsProps): ReactElement {
  const { t } = useDialogTexts();
  const group = useId();
  return (
    <fieldset className="choice">
      <legend>{t('link.choose')}</legend>
      {options.map((option) => (
        <label key={option.path} className="tick">
          <input
            type="radio"
            name={group}
            checked={option.path === chosen?.path}
            onChange={() => onChoose(option.path)}
          />
          <span>
            <PathText path={option.path} other={link.path} />
            {option.adopts === 'copy' ? null : <ReasonList {...option} />}
          </span>
        </label>
      ))}
    </fieldset>
  );
}

function sentenceOf(
  status: LinkMessage['status'],
  count: number,
  chosen: LinkOption | null,
): LinkMessage['status'] | 'pointed' {
  if (chosen?.adopts === 'pointed') return 'pointed';
  // A file that has moved to nobody knows where is missing, whatever made it so.
  return count === 0 && status !== 'linked' ? 'missing' : status;
}

function placeLabels(status: LinkMessage['status']): { readonly old: DialogKey; readonly new: DialogKey } {
  switch (status) {
    case 'copy':
      return { old: 'link.original', new: 'link.the-copy' };
    case 'other-file':
      return { old: 'link.expected', new: 'link.found-there' };
    case 'linked':
    case 'missing':
    case 'renamed':
    case 'moved':
    case 'moved-and-renamed':
    case 'ambiguous':
      return { old: 'link.old', new: 'link.new' };
  }
}
