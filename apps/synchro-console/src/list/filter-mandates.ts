import type { ListFilter } from '../address/list-choice.js';
import { listFilters } from '../address/list-choice.js';
import { pendingTotal } from './order-mandates.js';
import type { ListedMandate } from './order-mandates.js';

/** The mandates whose name contains every word, whatever its case and accents. */
export function searchMandates(listed: readonly ListedMandate[], search: string): readonly ListedMandate[] {
  const words = plain(search).split(/\s+/).filter(Boolean);
  if (words.length === 0) return listed;
  return listed.filter(({ mandate }) => {
    const name = plain(mandate.name);
    return words.every((word) => name.includes(word));
  });
}

/** The mandates of one filter; each says in its row why it is among them. */
export function filterMandates(
  listed: readonly ListedMandate[],
  filter: ListFilter,
): readonly ListedMandate[] {
  return filter === 'all' ? listed : listed.filter((one) => belongs(one, filter));
}

/** How many mandates each filter shows. */
export const countByFilter = (listed: readonly ListedMandate[]): ReadonlyMap<ListFilter, number> =>
  new Map(listFilters.map((filter) => [filter, filterMandates(listed, filter).length]));

function belongs({ mandate, urgency }: ListedMandate, filter: ListFilter): boolean {
  switch (filter) {
    case 'all':
      return true;
    case 'settle':
      return urgency === 'blocked' || urgency === 'loose' || urgency === 'problem';
    case 'waiting':
      return pendingTotal(mandate) > 0;
    case 'silent':
      return urgency === 'silent';
    case 'shared':
      return mandate.kind === 'shared';
  }
}

const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase();
