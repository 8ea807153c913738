import type { Act, DeskState, Simulation } from '../acts.js';

export const groups = [
  'invoicing',
  'mishaps',
  'payroll',
  'service',
  'account',
  'connection',
  'places',
] as const;
export type Group = (typeof groups)[number];

/** The buttons of each group as things are now: what is broken offers the way back in the same place. */
export function offeredActs(state: DeskState): Readonly<Record<Group, readonly Act[]>> {
  return {
    invoicing: ['write-invoice', 'correct-invoice', 'delete-invoice', 'write-in-pieces', 'unknown-account'],
    mishaps: [
      state.isHalfWritten ? 'finish-half' : 'write-half',
      state.hasTwin ? 'remove-twin' : 'make-twin',
      'restore-older',
      state.isAway ? 'bring-back-file' : 'remove-file',
    ],
    payroll: ['run-salaries'],
    service: [state.isServiceRunning ? 'stop-service' : 'start-service', 'reset'],
    ...(state.simulation === null
      ? { account: [], connection: [], places: [] }
      : {
          account: accountActs(state.simulation),
          connection: connectionActs(state.simulation),
          places: placeActs(state.simulation),
        }),
  };
}

function accountActs({ hub }: Simulation): readonly Act[] {
  switch (hub.account) {
    case 'signed-out':
      return ['sign-in-anna', 'sign-in-marc'];
    case 'signing-in':
      return ['complete-sign-in', 'deny-sign-in'];
    case 'signed-in':
      return ['sign-out'];
  }
}

function connectionActs({ hub }: Simulation): readonly Act[] {
  return [
    hub.isInternetThere ? 'internet-off' : 'internet-on',
    ...(hub.isRefusing ? (['accept-again'] as const) : (['refuse-access', 'end-subscription'] as const)),
  ];
}

function placeActs(simulation: Simulation): readonly Act[] {
  const { isRenamed, isFolderMoved, hasCopy, isCopyOpen, isOpenElsewhere } = simulation;
  const acts: readonly (Act | false)[] = [
    isRenamed ? 'rename-document-back' : 'rename-document',
    isFolderMoved ? 'move-folder-back' : 'move-folder',
    hasCopy ? 'remove-copy' : 'copy-document',
    hasCopy && !isCopyOpen && 'open-copy',
    isOpenElsewhere && 'open-documents',
  ];
  return acts.filter((act) => act !== false);
}
