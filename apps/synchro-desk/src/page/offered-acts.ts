import type { Act, DeskState } from '../acts.js';

export type Group = 'invoicing' | 'payroll' | 'mishaps' | 'service';

/** The buttons of each group as things are now: what is broken offers the way back in the same place. */
export function offeredActs(state: DeskState): Readonly<Record<Group, readonly Act[]>> {
  return {
    invoicing: ['write-invoice', 'correct-invoice', 'delete-invoice', 'write-in-pieces', 'unknown-account'],
    payroll: ['run-salaries'],
    mishaps: [
      state.isHalfWritten ? 'finish-half' : 'write-half',
      state.hasTwin ? 'remove-twin' : 'make-twin',
      'restore-older',
      state.isAway ? 'bring-back-file' : 'remove-file',
    ],
    service: [state.isServiceRunning ? 'stop-service' : 'start-service', 'reset'],
  };
}

export const groups: readonly Group[] = ['invoicing', 'payroll', 'mishaps', 'service'];
