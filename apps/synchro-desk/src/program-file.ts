/** One file of a program in its folder, written as the programs do: in place, not beside and renamed. */
export interface ProgramFile {
  write(bytes: Uint8Array): Promise<void>;
  /** Writes a piece at a time, with a pause between two. */
  writeInPieces(bytes: Uint8Array, pieces: number): Promise<void>;
  remove(): Promise<void>;
  /** What lies there now; `null`: nothing. */
  read(): Promise<{ readonly bytes: Uint8Array; readonly modifiedAt: string } | null>;
}
