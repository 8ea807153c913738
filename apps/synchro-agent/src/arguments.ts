import { homedir } from 'node:os';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';

export interface Arguments {
  /** The agent's own folder: database and lock. */
  readonly data: string;
  /** `null`: in a place of the user's that no backup has. */
  readonly tokenFile: string | null;
  /** 0: any free port. */
  readonly port: number;
  readonly allowedOrigins: readonly string[];
  /** Folders in which people may look for files, beside those of the mandates. */
  readonly chooserRoots: readonly string[];
  readonly logLevel: string;
}

export const USAGE =
  'Usage: synchro-agent --data DIR [--token-file FILE] [--port N] [--allow-origin URL]… [--allow-folder DIR]… [--log-level debug|info|warn|error]';

export type ParsedArguments =
  { readonly ok: true; readonly value: Arguments } | { readonly ok: false; readonly message: string };

/** Reads the command line; what is wrong with it is a value, said in one sentence. */
export function parseArguments(argv: readonly string[]): ParsedArguments {
  const problem = (message: string): ParsedArguments => ({ ok: false, message });
  let values;
  try {
    ({ values } = parseArgs({
      args: [...argv],
      options: {
        data: { type: 'string' },
        'token-file': { type: 'string' },
        port: { type: 'string', default: '0' },
        'allow-origin': { type: 'string', multiple: true, default: [] },
        'allow-folder': { type: 'string', multiple: true, default: [] },
        'log-level': { type: 'string', default: 'info' },
      },
    }));
  } catch (error) {
    return problem(error instanceof Error ? error.message : String(error));
  }
  if (values.data === undefined || values.data === '') return problem('--data DIR is missing.');
  const tokenFile = values['token-file'];
  if (tokenFile === '') return problem('--token-file takes a file.');
  const port = Number(values.port);
  if (!/^\d+$/.test(values.port) || port > 65_535)
    return problem(`--port must be 0…65535, not ${values.port}.`);
  for (const origin of values['allow-origin'])
    if (!isOrigin(origin))
      return problem(`--allow-origin takes an origin like http://127.0.0.1:5173, not ${origin}.`);
  const folders = values['allow-folder'];
  if (folders.includes('')) return problem('--allow-folder takes a folder.');
  if (!['debug', 'info', 'warn', 'error'].includes(values['log-level']))
    return problem(`--log-level cannot be ${values['log-level']}.`);
  return {
    ok: true,
    value: {
      data: resolve(values.data),
      tokenFile: tokenFile === undefined ? null : resolve(tokenFile),
      port,
      allowedOrigins: values['allow-origin'],
      chooserRoots: folders.length === 0 ? [homedir()] : folders.map((folder) => resolve(folder)),
      logLevel: values['log-level'],
    },
  };
}

/** Names and addresses only: a `*` or a `;` would be a wildcard or another directive in the policy of our pages [G10]. */
const ORIGIN = /^https?:\/\/(?:[a-z0-9._-]+|\[[0-9a-f:.]+\])(?::\d+)?$/;

/** Exactly as a browser sends it: scheme, host and port, nothing after them. */
function isOrigin(text: string): boolean {
  return ORIGIN.test(text) && URL.canParse(text) && new URL(text).origin === text;
}
