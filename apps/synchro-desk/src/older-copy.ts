import type { EntryFile } from '@synchro/cresus-files';

/**
 * The copy of a file that was made at the end of the month before its last entry: fewer entries, and a lot
 * number and a time stamp of then.
 */
export function olderCopy(file: EntryFile): EntryFile {
  const month = file.entries.at(-1)?.lines[0]?.date.slice(0, 7) ?? '';
  const entries = file.entries.filter(({ lines }) => (lines[0]?.date ?? '') < month);
  const missing = file.entries.length - entries.length;
  const lastDate = entries.at(-1)?.lines[0]?.date ?? file.writtenAt.slice(0, 10);
  const then = `${lastDate}T18:00:00`;
  return {
    ...file,
    entries,
    lot: Math.max(1, file.lot - Math.max(1, missing)),
    writtenAt: then < file.writtenAt ? then : file.writtenAt,
  };
}

/** The first half of a file's bytes, broken off in the middle of a line as by a power cut. */
export function firstHalf(bytes: Uint8Array): Uint8Array {
  const lineFeed = bytes.indexOf(0x0a, Math.floor(bytes.length / 2));
  const within = 'dd.mm.yy'.length;
  return bytes.subarray(0, lineFeed < 0 ? Math.floor(bytes.length / 2) : lineFeed + 1 + within);
}
