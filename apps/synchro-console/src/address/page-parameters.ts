/** What opens the page hands over: in the fragment, which no server sees, or – what is no secret – in the query. */
export interface PageParameters {
  /** One-time code that opens a session. */
  readonly code: string | null;
  readonly locale: string | null;
  readonly theme: string | null;
  /** The address of the page from then on: without secrets, so that it can be reloaded and kept as a bookmark. */
  readonly address: string;
}

/** Reads `?locale=de&theme=dark#code=…`; the fragment is an address of the console (`#/…`) once the page is open. */
export function readParameters(location: Pick<Location, 'pathname' | 'search' | 'hash'>): PageParameters {
  const { pathname, search, hash } = location;
  const query = new URLSearchParams(search);
  const isAddress = hash.startsWith('#/');
  // A `+` is a plus: values in the fragment are percent-encoded, not form-encoded.
  const given = new URLSearchParams(isAddress ? '' : hash.slice(1).replaceAll('+', '%2B'));
  for (const name of ['locale', 'theme']) {
    const value = given.get(name);
    if (value !== null) query.set(name, value);
  }
  const kept = query.size === 0 ? '' : `?${query}`;
  return {
    code: given.get('code'),
    locale: query.get('locale'),
    theme: query.get('theme'),
    address: `${pathname}${kept}${isAddress ? hash : `#${given.get('at') ?? '/'}`}`,
  };
}
