import { listParameters, wholeList } from './list-choice.js';
import type { ListChoice } from './list-choice.js';

export const tabs = ['files', 'entries', 'history'] as const;
export type Tab = (typeof tabs)[number];

/** What the page shows, as its address says it. */
export type ConsoleAddress =
  | { readonly view: 'list' }
  | { readonly view: 'create' }
  | {
      readonly view: 'mandate';
      readonly mandateId: string;
      readonly tab: Tab;
      /** The accounting file that entries and history are of; `null`: the one that comes first. */
      readonly accountingFile: string | null;
    };

/** Reads `#/mandates/<id>/<tab>?period=<file>`; what is not understood is the list. */
export function parseAddress(hash: string): ConsoleAddress {
  const [path = '', query = ''] = hash.replace(/^#/, '').split('?', 2);
  const [, place, id, tab] = path.split('/').map(decode);
  if (place === 'new') return { view: 'create' };
  if (place !== 'mandates' || id === undefined || id === '') return { view: 'list' };
  return {
    view: 'mandate',
    mandateId: id,
    tab: tabs.find((known) => known === tab) ?? 'files',
    accountingFile: new URLSearchParams(query).get('period'),
  };
}

/** The same the other way, for links; with what was chosen of the list, which stays beside it. */
export function formatAddress(address: ConsoleAddress, list: ListChoice = wholeList): string {
  const isOfPeriod = address.view === 'mandate' && address.accountingFile !== null;
  const parameters = new URLSearchParams(isOfPeriod ? { period: address.accountingFile } : {});
  for (const [name, value] of listParameters(list)) parameters.set(name, value);
  return `${pathOf(address)}${parameters.size === 0 ? '' : `?${parameters}`}`;
}

function pathOf(address: ConsoleAddress): string {
  switch (address.view) {
    case 'list':
      return '#/';
    case 'create':
      return '#/new';
    case 'mandate':
      return `#/mandates/${encodeURIComponent(address.mandateId)}/${address.tab}`;
  }
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text; // Typed by hand; it will name nothing.
  }
}
