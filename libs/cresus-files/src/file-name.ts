/**
 * A name from an index is data from outside: it must be the name of a file in the index's own folder, on every
 * system. Refused are separators, drive letters and streams (`:`), control characters, quotes (the index could not
 * hold them), and what is a path step once Windows has dropped trailing dots and blanks.
 */
export function isPlainName(name: string): boolean {
  // eslint-disable-next-line no-control-regex -- control characters are what is looked for
  if (/[/\\:"\u0000-\u001f\u007f-\u009f]/.test(name)) return false;
  return /[^. ]/.test(name);
}

/** Tells whether two names mean the same file: compared in NFC, exactly or but for case. */
export function sameFileName(a: string, b: string): 'exact' | 'case' | false {
  const [one, other] = [a.normalize('NFC'), b.normalize('NFC')];
  if (one === other) return 'exact';
  return one.toLowerCase() === other.toLowerCase() ? 'case' : false;
}

/** The name among `names` that means the same file; one that is exactly the same goes before one of other case. */
export function findByName(names: readonly string[], wanted: string): string | undefined {
  return (
    names.find((name) => sameFileName(name, wanted) === 'exact') ??
    names.find((name) => sameFileName(name, wanted) === 'case')
  );
}
