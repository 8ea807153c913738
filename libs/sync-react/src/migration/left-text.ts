import type { TranslateDialog } from '../dialogs/dialog-texts.js';
import type { Row } from './choices.js';

/** Why a file stays as it is, for the preview and the report. */
export function leftText(row: Row, t: TranslateDialog): string {
  const { link, options, chosen, stray } = row;
  if (stray !== null) return strayText(stray, t);
  if (options.length === 0) return placelessText(link.status, t);
  return t(chosen === null ? 'migration.why.unchosen' : 'migration.why.unticked');
}

export const strayText = (
  { name, folder, isMoving }: NonNullable<Row['stray']>,
  t: TranslateDialog,
): string =>
  isMoving ? t('migration.beside.ticked', { name }) : t('migration.beside.in-place', { name, folder });

/** Why there is no place to choose. */
export function placelessText(status: Row['link']['status'], t: TranslateDialog): string {
  if (status === 'copy') return t('migration.copy');
  if (status === 'other-file') return t('migration.other-file');
  return `${t('migration.missing')} – ${t('migration.missing.hint')}`;
}
