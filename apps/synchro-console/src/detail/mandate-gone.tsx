import { useElapsed } from '@synchro/sync-react/page-parts';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { EmptyState } from '../empty-state.js';
import { useTexts } from '../messages/console-texts.js';
import { Skeleton } from '../skeleton.js';

/** A mandate that has just been created is in the overview a moment later; only then is one missing. */
const MARKS = [500];

/** The address names a mandate that there is not. */
export function MandateGone(): ReactElement {
  const { t, now } = useTexts();
  const [since] = useState(now);
  if (useElapsed(since, MARKS, now) === 0) return <Skeleton rows={5} />;
  return <EmptyState title={t('mandate.gone.title')} explain={t('mandate.gone.explain')} />;
}
