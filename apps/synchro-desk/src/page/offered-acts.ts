import type { Act, DeskState, HubFacts, PlacesState } from '../acts.js';

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
    places: placeActs(state.places),
    ...(state.hub === null
      ? { account: [], connection: [] }
      : { account: accountActs(state.hub), connection: connectionActs(state.hub) }),
  };
}

function accountActs(hub: HubFacts): readonly Act[] {
  switch (hub.account) {
    case 'signed-out':
      return ['sign-in-anna', 'sign-in-marc'];
    case 'signing-in':
      return ['complete-sign-in', 'deny-sign-in'];
    case 'signed-in':
      return ['sign-out'];
  }
}

function connectionActs(hub: HubFacts): readonly Act[] {
  return [
    hub.isInternetThere ? 'internet-off' : 'internet-on',
    ...(hub.isRefusing ? (['accept-again'] as const) : (['refuse-access', 'end-subscription'] as const)),
  ];
}

function placeActs(places: PlacesState): readonly Act[] {
  const { isUnplugged, isRenamed, isFolderMoved, hasCopy, isCopyOpen, isOpenElsewhere } = places;
  if (isUnplugged) return ['plug-drive'];
  const acts: readonly (Act | false)[] = [
    isRenamed ? 'rename-document-back' : 'rename-document',
    isFolderMoved ? 'move-folder-back' : 'move-folder',
    hasCopy ? 'remove-copy' : 'copy-document',
    hasCopy && !isCopyOpen && 'open-copy',
    isOpenElsewhere && 'open-documents',
    'unplug-drive',
  ];
  return acts.filter((act) => act !== false);
}
