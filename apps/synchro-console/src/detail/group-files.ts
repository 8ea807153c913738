import type { MandateFileMessage } from '../contract-types.js';
import { entryFilesOf } from '../attach/propose-entry-file.js';
import { accountingFiles } from './choose-period.js';

/** Files of one machine that are the same to the mandate. */
export interface FileGroup {
  readonly role: MandateFileMessage['role'];
  readonly files: readonly MandateFileMessage[];
}

export interface MachineFiles {
  readonly machine: string;
  readonly groups: readonly FileGroup[];
}

/** The files by machine, and there by what they are to the mandate; fiscal periods latest first, the others by name. */
export function groupFiles(files: readonly MandateFileMessage[]): readonly MachineFiles[] {
  const machines = [...new Set(files.map(({ machine }) => machine))].toSorted((a, b) => a.localeCompare(b));
  return machines.map((machine) => {
    const its = files.filter((file) => file.machine === machine);
    const groups: readonly FileGroup[] = [
      { role: 'accounting', files: accountingFiles(its) },
      { role: 'entries', files: entryFilesOf(its) },
      {
        role: 'document',
        files: its.filter(({ role }) => role === 'document').toSorted((a, b) => a.name.localeCompare(b.name)),
      },
    ];
    return { machine, groups: groups.filter((group) => group.files.length > 0) };
  });
}
