/**
 * The name of the cloud drive that keeps a path on other machines too, `null` for one that none is known to keep [D1].
 * Told by the names of its folders, as the drives' programs give them, in the notation of any system. Names that
 * people give to folders of their own – Box, MEGA – count only where the drive's program puts them.
 */
export function cloudDriveOf(path: string): string | null {
  const steps = path
    .normalize('NFC')
    .split(/[\\/]+/)
    .filter((step) => step !== '');
  for (const [at, step] of steps.entries()) {
    const drive = driveBy(ANYWHERE, step) ?? driveAt(steps.slice(0, at).reverse(), step);
    if (drive !== null) return drive;
  }
  return null;
}

type Pattern = readonly [drive: string, name: RegExp];

/** Of the whole name of a folder. */
const ANYWHERE: readonly Pattern[] = [
  ['OneDrive', /^(?:onedrive|skydrive)(?: [-–—] .+)?$/i],
  ['SharePoint', /^(?:.+\.)?sharepoint\.com(?:@ssl)?(?:@\d+)?$/i],
  ['Dropbox', /^dropbox(?: \(.+\))?$/i],
  ['Google Drive', /^(?:google ?drive|drivefs|google drive file stream)(?: \(.+\))?$/i],
  ['Google Drive', /^(?:my drive|mon drive|meine ablage|il mio drive)(?: \(.+\))?$/i],
  ['Google Drive', /^google-drive:host=/i],
  ['iCloud Drive', /^(?:icloud ?drive(?: \(.+\))?|com~apple~clouddocs)$/i],
  ['Nextcloud', /^nextcloud\d*$/i],
  ['ownCloud', /^owncloud\d*(?: - .+)?$/i],
  ['kDrive', /^kdrive\d*$/i],
  ['pCloud', /^pcloud(?: ?(?:drive|sync))?$/i],
  ['Box', /^box sync$/i],
  ['Proton Drive', /^proton ?drive$/i],
  ['Tresorit', /^tresorit(?: drive)?$/i],
  ['MEGA', /^megasync$/i],
];

/** Directly in a person's own folder. */
const AT_HOME: readonly Pattern[] = [
  ['SharePoint', /^sharepoint$/i],
  ['Dropbox', /^.+ dropbox$/i],
  ['Box', /^box$/i],
  ['MEGA', /^mega$/i],
];

/** What a team's drive is called on the letter that Google Drive has for itself. */
const SHARED_DRIVES = /^(?:shared drives|drive partagés|geteilte ablagen|drive condivisi)$/i;

/** A synchronised library: `Users/anna/Firma SA/Comptabilité - Documents`. */
const LIBRARY =
  /. - (?:(?:shared )?documents|documents partages|documents partagés|(?:freigegebene )?dokumente|documenti(?: condivisi)?)$/i;

const HOMES = /^(?:users|home|documents and settings)$/i;
/** Folders that every user has, which are no organisation's. */
const USERS_OWN = /^(?:documents|desktop|downloads|pictures|music|videos)$/i;

/** @param above the folders that it lies in, the nearest first */
function driveAt(
  [above = '', twoAbove = '', threeAbove = '']: readonly string[],
  step: string,
): string | null {
  if (/^library$/i.test(twoAbove)) {
    if (/^cloudstorage$/i.test(above)) return driveInCloudStorage(step);
    if (/^mobile documents$/i.test(above)) return 'iCloud Drive';
  }
  if (twoAbove === '' && /^[a-z]:$/i.test(above) && SHARED_DRIVES.test(step)) return 'Google Drive';
  if (HOMES.test(twoAbove)) return driveBy(AT_HOME, step);
  if (!HOMES.test(threeAbove)) return null;
  if (/^mega$/i.test(step)) return /^documents$/i.test(above) ? 'MEGA' : null;
  return LIBRARY.test(step) && !USERS_OWN.test(above) ? 'SharePoint' : null;
}

/** macOS has them all in `Library/CloudStorage`, as `Dropbox-Personal`; an unknown one is told as its folder names it. */
function driveInCloudStorage(step: string): string {
  const provider = step.replace(/-.*/, '');
  if (/^onedrive-sharedlibraries/i.test(step)) return 'SharePoint';
  return driveBy([...ANYWHERE, ...AT_HOME], provider) ?? provider;
}

const driveBy = (patterns: readonly Pattern[], step: string): string | null =>
  patterns.find(([, name]) => name.test(step))?.[0] ?? null;
