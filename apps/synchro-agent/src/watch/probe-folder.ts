import type { BigIntStats } from 'node:fs';
import { stat, statfs } from 'node:fs/promises';

/** What a folder is right now. */
export interface FoundFolder {
  /** Tells the folder from another that took its place. */
  readonly identity: string;
  /** Other machines change files there without this one being told. */
  readonly network: boolean;
}

/** `null` where there is no folder, or it cannot be looked into now. */
export async function probeFolder(folder: string): Promise<FoundFolder | null> {
  try {
    const found = await stat(folder, { bigint: true });
    if (!found.isDirectory()) return null;
    return { identity: folderIdentity(found), network: await isNetworkFolder(folder) };
  } catch {
    // Whatever the reason, there is nothing to watch; the scan tells the user what it finds there.
    return null;
  }
}

/** The number alone is used again at once for a folder that is created where one was removed; its birth is another. */
export const folderIdentity = ({ dev, ino, birthtimeNs }: BigIntStats): string =>
  `${dev}:${ino}:${birthtimeNs}`;

/** Kinds of file systems that are, or may be, shared with other machines (statfs(2), `f_type`). */
const networkTypes = new Set([
  0x6969, // NFS
  0x517b, // SMB
  0xfe534d42, // SMB2
  0xff534d42, // CIFS
  0x65735546, // FUSE: sshfs, cloud folders, virtiofs
  0x01021997, // 9p: WSL, virtual machines
  0x786f4256, // VirtualBox shared folder
  0xbacbacbc, // VMware shared folder
  0x5346414f, // AFS
  0x00c36400, // Ceph
  0x0bd00bd0, // Lustre
  0x01161970, // GFS2
  0x7461636f, // OCFS2
]);

/** Only Linux and Windows' `\\server` paths tell; elsewhere a folder counts as local, and the periodic look remains. */
async function isNetworkFolder(folder: string): Promise<boolean> {
  if (process.platform === 'win32') return folder.startsWith('\\\\');
  if (process.platform !== 'linux') return false;
  const { type } = await statfs(folder);
  return networkTypes.has(type >>> 0);
}
