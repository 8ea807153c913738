/**
 * What both sides of a session compute, and nobody else can: HMAC-SHA-256 over text. Keys and results are text too
 * (base64url), so that a program in any language has the same few lines. `docs/security.md` says what protects what.
 */
export async function mac(key: string, text: string): Promise<string> {
  const bytes = new TextEncoder();
  const { subtle } = crypto;
  const hmac = { name: 'HMAC', hash: 'SHA-256' };
  const imported = await subtle.importKey('raw', bytes.encode(key), hmac, false, ['sign']);
  return base64url(new Uint8Array(await subtle.sign('HMAC', imported, bytes.encode(text))));
}

/** What went over the wire while a session was opened. */
export interface Handshake {
  /** The name of the secret. */
  readonly name: string;
  readonly nonce: string;
  readonly agentNonce: string;
  /** Where the caller looks for the agent: an answer that somebody passes on from another port proves nothing. */
  readonly origin: string;
}

/** The session's own key; the secret that it comes from is not used again. */
export const sessionKey = (secret: string, { name, nonce, agentNonce, origin }: Handshake): Promise<string> =>
  mac(secret, ['session', name, nonce, agentNonce, origin].join('\n'));

export const agentProof = (key: string): Promise<string> => mac(key, 'agent');

/** @param number of the request within its session; each counts once */
export const requestProof = (key: string, number: number, method: string, target: string): Promise<string> =>
  mac(key, ['request', number, method, target].join('\n'));

export const answerProof = (key: string, number: number): Promise<string> => mac(key, `answer\n${number}`);

export const newNonce = (): string => base64url(crypto.getRandomValues(new Uint8Array(24)));

function base64url(bytes: Uint8Array): string {
  const text = btoa(String.fromCharCode(...bytes));
  return text.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}
