import type { HostCommand, HostResize } from '../root/host-bridge.js';

export type { HostCommand };

/**
 * What a banner's page and the program around it say to each other, as plain JSON over any of the channels of
 * `host-channels.ts`. An element says the same by DOM events and attributes.
 *
 *     host → page   synchro-host               once it hears `synchro-ready`: which commands it may take over
 *                   synchro-document-opened    the document to follow from now on
 *                   synchro-document-closed    nothing to follow, the place stays empty
 *                   synchro-locale             a language tag, such as `de-CH`
 *                   synchro-theme              light, dark, or auto: the system's
 *                   synchro-command-answer     whether it takes the command of that request over
 *     page → host   synchro-ready              the page listens; what was said before may be lost
 *                   synchro-command            a button was pressed; answer within one second
 *                   synchro-command-withdrawn  no answer came in time and the page's own dialog opens: leave it be
 *                   synchro-resize             the height that the page needs, in CSS pixels, and for what
 */
export type HostMessage =
  | { readonly type: 'synchro-host'; readonly takes: readonly HostCommand['command'][] }
  | { readonly type: 'synchro-document-opened'; readonly path: string; readonly documentId: string | null }
  | { readonly type: 'synchro-document-closed' }
  | { readonly type: 'synchro-locale'; readonly locale: string }
  | { readonly type: 'synchro-theme'; readonly theme: 'light' | 'dark' | 'auto' }
  | { readonly type: 'synchro-command-answer'; readonly requestId: string; readonly taken: boolean };

export type PageMessage =
  | { readonly type: 'synchro-ready' }
  | ({ readonly type: 'synchro-command'; readonly requestId: string } & HostCommand)
  | { readonly type: 'synchro-command-withdrawn'; readonly requestId: string }
  | ({ readonly type: 'synchro-resize' } & HostResize);

const COMMANDS: readonly HostCommand['command'][] = ['post', 'sign-in', 'restore-link'];
const THEMES = ['light', 'dark', 'auto'] as const;

/**
 * Reads what a host said; `null` for anything else, since all sorts of scripts talk over the same channels. Hosts that
 * can only send text send the JSON as text.
 */
export function readHostMessage(data: unknown): HostMessage | null {
  const said = typeof data === 'string' ? parse(data) : data;
  if (typeof said !== 'object' || said === null) return null;
  const { type, takes, path, documentId, locale, theme, requestId, taken } = said as Record<string, unknown>;
  switch (type) {
    case 'synchro-host':
      // A newer host may take commands that this page does not know.
      return Array.isArray(takes)
        ? { type, takes: COMMANDS.filter((command) => takes.includes(command)) }
        : null;
    case 'synchro-document-opened':
      if (!isText(path) || (documentId != null && !isText(documentId))) return null;
      return { type, path, documentId: documentId ?? null };
    case 'synchro-document-closed':
      return { type };
    case 'synchro-locale':
      return isText(locale) ? { type, locale } : null;
    case 'synchro-theme': {
      const known = THEMES.find((each) => each === theme);
      return known === undefined ? null : { type, theme: known };
    }
    case 'synchro-command-answer':
      return isText(requestId) && typeof taken === 'boolean' ? { type, requestId, taken } : null;
    default:
      return null;
  }
}

const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null; // Somebody else's text.
  }
}
