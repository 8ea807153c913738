/** What a host hands to the page in the fragment of its address, which no server ever sees. */
export interface PageParameters {
  readonly product: string | null;
  readonly path: string | null;
  readonly documentId: string | null;
  /** One-time code that opens a session. */
  readonly code: string | null;
  readonly locale: string | null;
  readonly theme: string | null;
  readonly height: string | null;
  /** Origin of the page that frames this one and may talk to it. */
  readonly hostOrigin: string | null;
}

/** Reads `#path=…&code=…&locale=…`. A `+` in a path is a plus: values are percent-encoded, not form-encoded. */
export function readFragment(hash: string): PageParameters {
  const values = new Map(
    hash
      .replace(/^#/, '')
      .split('&')
      .map((pair) => {
        const at = pair.indexOf('=');
        return at < 0 ? [pair, ''] : [pair.slice(0, at), decode(pair.slice(at + 1))];
      }),
  );
  const value = (name: string) => values.get(name) ?? null;
  return {
    product: value('product'),
    path: value('path'),
    documentId: value('documentId'),
    code: value('code'),
    locale: value('locale'),
    theme: value('theme'),
    height: value('height'),
    hostOrigin: value('host-origin'),
  };
}

/** The fragment without secrets, for the page's address from then on; a token opens nothing and is not kept either. */
export function withoutSecrets(hash: string): string {
  const kept = hash
    .replace(/^#/, '')
    .split('&')
    .filter((pair) => pair !== '' && !/^(?:token|code)=/.test(pair));
  return kept.length === 0 ? '' : `#${kept.join('&')}`;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text; // A lone `%` in a file name that the host did not encode.
  }
}
