/** Which mandates the list shows; `all` is none chosen. */
export const listFilters = ['all', 'settle', 'waiting', 'silent', 'shared'] as const;
export type ListFilter = (typeof listFilters)[number];

/** What was chosen of the list, whatever is shown beside it: kept in the address, so that back and bookmarks know it. */
export interface ListChoice {
  readonly search: string;
  readonly filter: ListFilter;
}

export const wholeList: ListChoice = { search: '', filter: 'all' };

/** Reads `…?show=settle&q=rochat` of an address; what is not understood is the whole list. */
export function parseListChoice(hash: string): ListChoice {
  const query = new URLSearchParams(hash.split('?', 2)[1] ?? '');
  return {
    search: query.get('q') ?? '',
    filter: listFilters.find((known) => known === query.get('show')) ?? 'all',
  };
}

/** The same the other way: the parameters of an address, none for the whole list. */
export function listParameters({ search, filter }: ListChoice): readonly (readonly [string, string])[] {
  return [
    ...(filter === 'all' ? [] : [['show', filter] as const]),
    ...(search === '' ? [] : [['q', search] as const]),
  ];
}
