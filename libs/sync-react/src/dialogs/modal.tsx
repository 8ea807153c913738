import { useEffect, useId, useRef } from 'react';
import type { ReactElement, ReactNode } from 'react';
import { Drawing } from '../banner/icon.js';
import { useSynchro } from '../root/synchro-context.js';
import { useStyles } from '../styles/use-styles.js';
import css from './modal.css?inline';

export interface ModalProps {
  readonly title: string;
  readonly subtitle?: string | undefined;
  readonly size: 'small' | 'medium' | 'large';
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** What a dialog would like to have where the banner's place is all the room that there is, in CSS pixels. */
const ROOM = { small: 540, medium: 700, large: 880 } as const;

/**
 * A native `<dialog>`: the browser keeps the focus inside, closes on Escape, and shows it above the host's page
 * whatever the host's styles are. The focus goes back to where it came from, or to the banner if that is gone.
 */
export function Modal({ title, subtitle, size, onClose, children }: ModalProps): ReactElement {
  const { t, host } = useSynchro();
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const styles = useStyles(css);
  const titleId = useId();

  useEffect(() => {
    const element = dialog.current;
    if (element === null) return;
    const root = element.getRootNode();
    const before = root instanceof ShadowRoot || root instanceof Document ? root.activeElement : null;
    const banner = element.closest<HTMLElement>('section');
    const giveBack = host.reserve(ROOM[size]);
    element.showModal();
    heading.current?.focus();
    return () => {
      element.close();
      giveBack();
      if (before instanceof HTMLElement && before.isConnected) {
        before.focus();
        return;
      }
      // The button went with what it put right.
      banner?.setAttribute('tabindex', '-1');
      banner?.focus();
    };
  }, [host, size]);

  return (
    <dialog
      ref={dialog}
      className={`modal modal-${size}`}
      aria-labelledby={titleId}
      onCancel={(event) => {
        // React lets it rise from a dialog that was opened out of this one.
        if (event.target !== event.currentTarget) return;
        event.preventDefault();
        onClose();
      }}
    >
      <header ref={styles} className="modal-head">
        <div>
          <h2 ref={heading} id={titleId} tabIndex={-1}>
            {title}
          </h2>
          {subtitle === undefined ? null : <p>{subtitle}</p>}
        </div>
        <button
          type="button"
          className="button plain"
          aria-label={t('close')}
          title={t('close')}
          onClick={onClose}
        >
          <Drawing path="M4 4l10 10M14 4L4 14" />
        </button>
      </header>
      {children}
    </dialog>
  );
}
