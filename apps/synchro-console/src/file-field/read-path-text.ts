/**
 * The path in what a person typed, pasted or dropped: without the quotes of *Copier en tant que chemin d’accès*, and
 * out of a `file:` address, as browsers and file managers give it. Empty where there is none.
 */
export function readPathText(text: string): string {
  const lines = text.split(/[\r\n]+/).map((line) => line.trim());
  // A list of addresses may begin with remarks (RFC 2483).
  const line = lines.find((one) => one !== '' && !one.startsWith('#')) ?? '';
  const plain = line.replace(/^["'«“]\s*(.*?)\s*["'»”]$/u, '$1');
  return /^file:/i.test(plain) ? pathOfAddress(plain) : plain;
}

function pathOfAddress(address: string): string {
  const rest = decoded(address.replace(/^file:/i, ''));
  const [, host = '', path = ''] = /^\/\/([^/]*)(\/.*)?$/.exec(rest) ?? [null, '', rest];
  if (host !== '' && host.toLowerCase() !== 'localhost') return `\\\\${host}${path.replaceAll('/', '\\')}`;
  const drive = /^\/+([a-z]):(.*)$/i.exec(path);
  return drive === null ? path : `${drive[1] ?? ''}:${(drive[2] ?? '').replaceAll('/', '\\')}`;
}

/** What is no percent-encoding is part of the name: `100%.fac`. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
