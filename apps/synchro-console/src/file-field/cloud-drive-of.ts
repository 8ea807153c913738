/** The name of the cloud drive that a folder of the path belongs to, `null` for one that none is known to keep. */
export const cloudDriveOf = (path: string): string | null =>
  /[\\/](OneDrive|Dropbox|Google Drive|iCloud Drive|Nextcloud|kDrive)(?: [-–(][^\\/]*)?[\\/]/i.exec(
    path,
  )?.[1] ?? null;
