import type { FolderListing } from '../contract-types.js';
import type { TranslateDialog } from '../dialogs/dialog-texts.js';
import type { FolderEntry, Pick } from './chooser-entries.js';

export interface Summarised {
  readonly listing: FolderListing;
  readonly entries: readonly FolderEntry[];
  readonly sought: FolderEntry | undefined;
  readonly pick: Pick;
  readonly extensions: readonly string[];
  readonly filter: string;
}

/** What there is to see in a folder, in a sentence; also why there is nothing. */
export function summaryText(shown: Summarised, t: TranslateDialog): string {
  const { listing, entries, sought, pick, extensions, filter } = shown;
  const kinds = kindsText(extensions);
  if (entries.length === 0) {
    if (filter.trim() !== '') return t('chooser.none-match', { filter: filter.trim() });
    if (listing.path === null) return t('chooser.no-roots');
    if (pick === 'folder') return t('chooser.no-folders');
    return kinds === '' ? t('chooser.empty') : t('chooser.empty-kind', { kinds });
  }
  const files = entries.filter(({ kind }) => kind === 'file').length;
  const folders = entries.length - files;
  if (pick === 'file' && files === 0 && filter.trim() === '' && listing.path !== null)
    return kinds === '' ? t('chooser.no-files') : t('chooser.no-files-kind', { kinds });
  const counts = [
    ...(folders === 0 ? [] : [t('chooser.folders', { n: folders })]),
    ...(files === 0 ? [] : [t('chooser.files', { n: files })]),
  ].join(', ');
  return sought === undefined ? `${counts}.` : `${counts}. ${t('chooser.sought-here')}`;
}

/** `.fac, .sal` */
export const kindsText = (extensions: readonly string[]): string =>
  extensions.map((extension) => `.${extension}`).join(', ');
