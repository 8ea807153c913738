/** What the user does to files and folders: on the disk, or in the simulated world. */
export interface FileManager {
  exists(path: string): Promise<boolean>;
  /** Renames or moves a file or folder; the folders that `to` names are made where missing. */
  rename(from: string, to: string): Promise<void>;
  /** Copies a file as file managers do: the copy has its time of change. */
  copy(from: string, to: string): Promise<void>;
  remove(path: string): Promise<void>;
  /** The drive is gone with all that is on it, and nobody finds it elsewhere. */
  unplug(drive: string): Promise<void>;
  /** Brings it back as it was; does nothing where none was unplugged. */
  plugIn(drive: string): Promise<void>;
  /** In the system's own notation. */
  join(folder: string, name: string): string;
}
