import { routes } from '@synchro/sync-core/contract';
import { ANSWER_WITHIN_MS, defineBannerElement, readFragment } from '@synchro/sync-react/embedding';
import { readHostMessage } from '@synchro/sync-react/host-messages';
import type { HostCommand, HostMessage, PageMessage } from '@synchro/sync-react/host-messages';
import { describe, expect, it } from 'vitest';

const [guide = ''] = Object.values(
  import.meta.glob<string>('../../../docs/host-integration.md', {
    query: '?raw',
    import: 'default',
    eager: true,
  }),
);

/** The guide says what the code does: each message, attribute, parameter, path, error and excerpt, and none besides. */

const HOST_MESSAGES = {
  'synchro-host': true,
  'synchro-document-opened': true,
  'synchro-document-closed': true,
  'synchro-locale': true,
  'synchro-theme': true,
  'synchro-command-answer': true,
} satisfies Record<HostMessage['type'], true>;

type Command<Name> = Extract<PageMessage, { type: 'synchro-command'; command: Name }>;
const command = { type: 'synchro-command', requestId: '5f0c', mandateId: 'm-1' } as const;
const COMMANDS = {
  post: { ...command, command: 'post', accountingFileId: 'f-1', revision: 42 },
  'sign-in': { ...command, command: 'sign-in' },
  'restore-link': { ...command, command: 'restore-link', fileId: 'f-2' },
} satisfies { [Name in HostCommand['command']]: Command<Name> };

type Page<Type> = Extract<PageMessage, { type: Type }>;
const PAGE_MESSAGES = {
  'synchro-ready': [{ type: 'synchro-ready' }],
  'synchro-command': Object.values(COMMANDS),
  'synchro-command-withdrawn': [{ type: 'synchro-command-withdrawn', requestId: '5f0c' }],
  'synchro-resize': [{ type: 'synchro-resize', height: 880, reason: 'dialog' }],
} satisfies { [Type in PageMessage['type']]: Page<Type>[] };

const MESSAGE_TYPES = [...Object.keys(HOST_MESSAGES), ...Object.keys(PAGE_MESSAGES)];

const jsonBlocks = blocks('json').map((text) => JSON.parse(text) as { type: string });
const isHostMessage = ({ type }: { type: string }) => Object.hasOwn(HOST_MESSAGES, type);

describe('messages', () => {
  it('of programs: each is in the guide, as the page reads it, with nothing that it does not read', () => {
    const shown = jsonBlocks.filter(isHostMessage);
    for (const message of shown) expect(readHostMessage(message)).toEqual(message);
    expect(shown.map(({ type }) => type).sort()).toEqual(Object.keys(HOST_MESSAGES).sort());
  });

  it('of pages: each is in the guide, exactly as its type has it', () => {
    const shown = jsonBlocks.filter((message) => !isHostMessage(message));
    expect(shown).toEqual(Object.values(PAGE_MESSAGES).flat());
  });

  it('are given the time that a page waits', () => {
    expect(guide).toContain(`has ${ANSWER_WITHIN_MS} ms`);
  });

  it('and elements of no other name are spoken of', () => {
    const elements = ['synchro-compta-banner', 'synchro-facturation-banner'];
    const known = [...MESSAGE_TYPES, ...elements, 'synchro-agent'];
    expect(namesIn(guide).filter((name) => !known.includes(name))).toEqual([]);
  });

  it('are all that a command can be', () => {
    expect(firstColumn('| command ')).toEqual(Object.keys(COMMANDS));
  });
});

describe('what to show', () => {
  it('has the attributes that the element observes', () => {
    defineBannerElement('synchro-of-the-guide', { products: ['compta'], kinds: [], dialogs: {} });
    const element = customElements.get('synchro-of-the-guide') as unknown as { observedAttributes: string[] };
    expect(firstColumn('| attribute ')).toEqual(element.observedAttributes);
  });

  it('has the parameters that the page reads from its fragment', () => {
    const names = firstColumn('| name ');
    expect(names).toHaveLength(Object.keys(readFragment('')).length);
    for (const name of names)
      expect(Object.values(readFragment(`#${name}=x`)).filter((value) => value === 'x')).toHaveLength(1);
  });
});

describe('the API', () => {
  it('has every operation that the guide names', () => {
    const known = Object.values(routes).map(({ method, path }) => `${method} /api/v1${path}`);
    const named = [...guide.matchAll(/`((?:GET|POST|DELETE) \/api\/v1[^`?]*)`/g)].map(([, name]) => name);
    expect(named.length).toBeGreaterThan(8);
    for (const name of named) expect(known).toContain(name);
  });

  it('refuses what a taken over posting asks for with the errors of the table', () => {
    const { createPosting, exportPosting, confirmArrival } = routes;
    const possible = [createPosting, exportPosting, confirmArrival].flatMap(({ errors }) => [...errors]);
    expect(firstColumn('| code ').sort()).toEqual([...new Set([...possible, 'unauthorized'])].sort());
  });
});

describe('sources', () => {
  const sources = import.meta.glob<string>('../{plain-page,frame,webview2,wkwebview}/*.{ts,cs,swift}', {
    query: '?raw',
    import: 'default',
    eager: true,
  });
  const excerpts = ['ts', 'csharp', 'swift'].flatMap(blocks).map((text) => {
    const [, path = '', excerpt = ''] = /^\/\/ (\S+)\n(.*)$/s.exec(text) ?? [];
    return { path, excerpt };
  });

  it.each(excerpts)('$path has the excerpt of the guide', ({ path, excerpt }) => {
    expect(excerpt).not.toBe('');
    expect(plain(sources[`../${path}`] ?? '')).toContain(plain(excerpt));
  });

  it.each(['webview2/BannerPanel.cs', 'wkwebview/BannerView.swift'])(
    '%s says and hears exactly the messages that there are',
    (path) => {
      const source = sources[`../${path}`] ?? '';
      expect([...new Set(namesIn(source))].sort()).toEqual([...MESSAGE_TYPES].sort());
    },
  );

  it.each([
    ['webview2', 'cs'],
    ['wkwebview', 'swift'],
  ])('in %s reads the fields of a posting', (folder, ending) => {
    const native = Object.entries(sources).filter(
      ([path]) => path.startsWith(`../${folder}/`) && path.endsWith(ending),
    );
    const source = native.map(([, text]) => text).join('\n');
    const fields = [...source.matchAll(/(?:command|said|message)\["(\w+)"\]/g)].map(([, name]) => name);
    const known = Object.keys({ ...COMMANDS.post, ...PAGE_MESSAGES['synchro-resize'][0] });
    expect(fields).toEqual(expect.arrayContaining(Object.keys(COMMANDS.post)));
    expect(fields.filter((name) => !known.includes(name ?? ''))).toEqual([]);
  });
});

/** The code blocks of a language. */
function blocks(language: string): string[] {
  return [...guide.matchAll(/^```(\w+)\n(.*?)^```$/gms)].flatMap(([, name, text = '']) =>
    name === language ? [text] : [],
  );
}

/** What is marked as code in the first column of the table that begins so. */
function firstColumn(head: string): string[] {
  const lines = guide.split('\n');
  const from = lines.findIndex((line) => line.startsWith(head)) + 2;
  const to = lines.findIndex((line, at) => at >= from && !line.startsWith('|'));
  return lines
    .slice(from, to)
    .flatMap((line) => [...(line.split('|')[1] ?? '').matchAll(/`([^`]+)`/g)])
    .map(([, name = '']) => name);
}

const namesIn = (text: string): string[] =>
  [...text.matchAll(/\bsynchro(?:-[a-z]+)+/g)].map(([name]) => name);

/** Without indentation, which an excerpt has from its surroundings. */
const plain = (text: string): string =>
  text
    .split('\n')
    .map((line) => line.trim())
    .join('\n');
