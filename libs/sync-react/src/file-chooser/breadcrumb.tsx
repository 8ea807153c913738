import type { ReactElement } from 'react';
import { Drawing } from '../banner/icon.js';
import { useDialogTexts } from '../dialogs/dialog-texts.js';
import { pathSteps } from './path-steps.js';

export interface BreadcrumbProps {
  /** `null`: where one can begin. */
  readonly path: string | null;
  readonly roots: readonly string[];
  readonly onOpen: (path: string | null) => void;
  readonly onUp: (() => void) | null;
}

/** Where one is, each folder on the way a button; narrow, only the last two have room. */
export function Breadcrumb({ path, roots, onOpen, onUp }: BreadcrumbProps): ReactElement {
  const { t } = useDialogTexts();
  const steps = path === null ? [] : pathSteps(path, roots);
  return (
    <div className="way">
      <button
        type="button"
        className="button plain up"
        aria-label={t('chooser.up')}
        title={t('chooser.up')}
        aria-disabled={onUp === null}
        onClick={() => onUp?.()}
      >
        <Drawing path="M9 15V3M4 8l5-5 5 5" />
      </button>
      <nav aria-label={t('chooser.way')}>
        <ol>
          {[{ name: t('chooser.roots'), path: null }, ...steps].map((step, index) => (
            <li key={step.path ?? ''}>
              <button
                type="button"
                className="step"
                aria-current={index === steps.length ? 'location' : undefined}
                onClick={() => onOpen(step.path)}
              >
                {step.name}
              </button>
            </li>
          ))}
        </ol>
      </nav>
    </div>
  );
}
