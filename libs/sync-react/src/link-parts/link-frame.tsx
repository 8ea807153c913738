import { useEffect, useRef } from 'react';
import type { ReactElement, ReactNode } from 'react';
import { useDialogTexts } from '../dialogs/dialog-texts.js';
import { errorText } from '../dialogs/error-text.js';

export interface LinkFrameProps {
  /** What has changed since the person last looked. */
  readonly notice: string | null;
  readonly isLoaded: boolean;
  /** Why what the dialog is about could not be had. */
  readonly loadError: Error | null;
  /** Why a command came to nothing. */
  readonly failure: string | null;
  /** Said beside the buttons; its id describes the one that it is about. */
  readonly hint?: { readonly id: string; readonly text: string } | null;
  /** What has the focus when this takes the place of something else, as a selector; nothing where it is shown first. */
  readonly focusOn?: string | null;
  readonly children: ReactNode;
  readonly foot: ReactNode;
}

/** What the dialogs about links have in common: what is new, the contents or why there are none, and the buttons. */
export function LinkFrame(props: LinkFrameProps): ReactElement {
  const { notice, isLoaded, loadError, failure, hint = null, focusOn = null, children, foot } = props;
  const { t, tb } = useDialogTexts();
  const body = useRef<HTMLDivElement>(null);
  // What is focussed first is not taken away by what is rendered afterwards.
  const first = useRef(focusOn);
  useEffect(() => {
    if (first.current === null || body.current === null) return;
    const wanted = body.current.parentElement?.querySelector<HTMLElement>(first.current);
    (wanted ?? body.current).focus();
  }, []);
  return (
    <>
      <div ref={body} className="modal-body" tabIndex={-1}>
        {notice === null ? null : (
          <p role="alert" className="notice">
            {notice}
          </p>
        )}
        {isLoaded ? (
          children
        ) : (
          <p
            role={loadError === null ? 'status' : 'alert'}
            className={loadError === null ? 'hint' : 'failure'}
          >
            {loadError === null ? t('loading') : errorText(loadError, t, tb)}
          </p>
        )}
      </div>
      <footer className="modal-foot">
        {failure === null ? null : (
          <span role="alert" className="foot-text failure">
            {failure}
          </span>
        )}
        {hint === null ? null : (
          <span id={hint.id} className="foot-text hint">
            {hint.text}
          </span>
        )}
        {foot}
      </footer>
    </>
  );
}
