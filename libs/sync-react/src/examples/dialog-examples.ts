import { CallError, NotConnectedError } from '@synchro/sync-core/client';
import type { AccountState, Capability, FileSearch } from '../contract-types.js';
import { folderExamples } from './example-folders.js';
import { linkExamples, migrationExamples } from './example-links.js';
import { accountExamples } from './example-parts.js';

/** What the service answers to an operation in an example: a value, one by what is asked, an error, or nothing for ever. */
export type ExampleAnswer =
  | { readonly value: unknown }
  | { readonly by: (input: { readonly query?: Readonly<Record<string, unknown>> }) => unknown }
  | { readonly error: Error }
  | { readonly waits: true };

/** The button that is pressed: the main one, *Indiquer le fichier…*, or *Chercher dans un dossier…*. */
export type ExamplePress = 'main' | 'point' | 'search';

export interface DialogExample {
  readonly answers: Readonly<Record<string, ExampleAnswer>>;
  /** The buttons that are pressed to come to the state, one after the other; none for the first one. */
  readonly press?: readonly ExamplePress[];
}

export interface SignInExample extends DialogExample {
  readonly account: AccountState | null;
  readonly heldBack: number;
  /** Whether the browser lets no window open. */
  readonly blocksPopUps?: boolean;
}

const value = (answer: unknown): ExampleAnswer => ({ value: answer });
const refusal = (
  code: ConstructorParameters<typeof CallError>[0],
  status: number,
  details: Readonly<Record<string, unknown>> = {},
): ExampleAnswer => ({ error: new CallError(code, status, '', details) });
const unreachable: ExampleAnswer = { error: new NotConnectedError('no-answer') };
const started = { startSignIn: value(accountExamples['signing-in']), cancelSignIn: value(undefined) };

/** Every state of the sign-in dialog. */
export const signInExamples = {
  idle: { account: accountExamples['signed-out'], heldBack: 14, answers: started },
  'nothing-held-back': { account: accountExamples['signed-out'], heldBack: 0, answers: started },
  opening: {
    account: accountExamples['signed-out'],
    heldBack: 14,
    answers: { startSignIn: { waits: true } },
    press: ['main'],
  },
  waiting: { account: accountExamples['signed-out'], heldBack: 14, answers: started, press: ['main'] },
  'under-way': { account: accountExamples['signing-in'], heldBack: 14, answers: started },
  denied: { account: accountExamples.denied, heldBack: 14, answers: started },
  expired: { account: accountExamples.expired, heldBack: 14, answers: started },
  'pop-up-blocked': {
    account: accountExamples['signed-out'],
    heldBack: 14,
    answers: started,
    press: ['main'],
    blocksPopUps: true,
  },
  'no-internet': {
    account: accountExamples['signed-out'],
    heldBack: 14,
    answers: { startSignIn: refusal('no-internet', 503) },
    press: ['main'],
  },
  unsupported: { account: null, heldBack: 14, answers: {} },
} as const satisfies Record<string, SignInExample>;

/** What the service of the examples can do with links. */
export const linkCapabilities: readonly Capability[] = ['browse-folders', 'search-folder', 'undo-link'];

const folders: ExampleAnswer = {
  by: ({ query }) =>
    query?.['path'] === undefined ? folderExamples.roots : folderExamples['sought-present'],
};
const elsewhereOnly = value(folderExamples['sought-elsewhere']);
const searching = (isOver: boolean, found: number): ExampleAnswer =>
  value([{ isOver, folders: 1_234, files: 56, found } satisfies FileSearch]);
const elsewhere = { from: linkExamples.moved.path, to: 'S:\\Archives\\Rochat\\Facturation 2026.fac' };
const restoredLink = value({
  changeId: 'change-1',
  restored: [{ fileId: 'file-doc', name: 'Facturation 2026.fac', ...elsewhere }],
});
const link = (
  name: keyof typeof linkExamples,
  answers: DialogExample['answers'] = {},
  press: DialogExample['press'] = [],
): DialogExample => ({
  answers: {
    getLink: value(linkExamples[name]),
    restoreLink: restoredLink,
    listFolder: folders,
    searchFile: searching(true, 0),
    undoLinkChange: value({}),
    ...answers,
  },
  press,
});

/** Every state of the dialog that restores a link. */
export const restoreLinkExamples = {
  renamed: link('renamed'),
  moved: link('moved'),
  'moved-and-renamed': link('moved-and-renamed'),
  'with-five-along': link('with-five-along'),
  'two-candidates': link('two-candidates'),
  copy: link('copy'),
  'other-file': link('other-file'),
  'other-file-and-found': link('other-file-and-found'),
  missing: link('missing'),
  linked: link('linked'),
  'long-path': link('long-path'),
  loading: { answers: { getLink: { waits: true } } },
  'not-reachable': { answers: { getLink: unreachable } },
  pointing: link('missing', {}, ['point']),
  pointed: link('missing', { listFolder: elsewhereOnly }, ['point', 'main']),
  'choosing-folder': link('missing', {}, ['search']),
  searching: link('missing', { searchFile: searching(false, 1) }, ['search', 'main']),
  'nothing-found': link('missing', {}, ['search', 'main']),
  done: link('moved', {}, ['main']),
  outdated: link('moved', { restoreLink: refusal('link-outdated', 409) }, ['main']),
  'not-the-same-file': link('moved', { restoreLink: refusal('not-the-same-file', 409) }, ['main']),
  'held-elsewhere': link('moved', { restoreLink: refusal('held-elsewhere', 409, { machine: 'PC-ANNA' }) }, [
    'main',
  ]),
  'not-beside-accounting': link(
    'moved',
    {
      restoreLink: refusal('not-beside-accounting', 422, { file: 'file-doc', folder: 'S:\\Mandats\\Rochat' }),
    },
    ['main'],
  ),
} as const satisfies Record<string, DialogExample>;

const restored = migrationExamples['folder-moved'].map(({ fileId, name, path, candidates }) => ({
  fileId,
  name,
  from: path,
  to: candidates[0]?.path ?? path,
}));
const migration = (
  name: keyof typeof migrationExamples,
  press: DialogExample['press'] = [],
  answers: DialogExample['answers'] = {},
): DialogExample => ({
  answers: {
    getMigration: value({ links: migrationExamples[name] }),
    getMandate: value({ files: [] }),
    migrate: value({ changeId: 'change-1', restored }),
    undoLinkChange: value({}),
    listFolder: folders,
    searchFile: searching(false, 1),
    ...answers,
  },
  press,
});

/** Every state of the migration. */
export const migrationDialogExamples = {
  'folder-moved': migration('folder-moved'),
  'single-files': migration('single-files'),
  'several-candidates': migration('several-candidates'),
  'none-found': migration('none-found'),
  mixed: migration('mixed'),
  stray: migration('stray'),
  'all-in-place': migration('all-in-place'),
  hundreds: migration('hundreds'),
  loading: { answers: { getMigration: { waits: true } } },
  'not-reachable': { answers: { getMigration: unreachable } },
  pointing: migration('none-found', ['point']),
  pointed: migration('none-found', ['point', 'main'], { listFolder: elsewhereOnly }),
  searching: migration('none-found', ['search', 'main']),
  preview: migration('folder-moved', ['main']),
  'preview-mixed': migration('mixed', ['main']),
  done: migration('folder-moved', ['main', 'main']),
  'done-in-part': migration('mixed', ['main', 'main'], {
    migrate: value({ changeId: 'change-1', restored: restored.slice(0, 1) }),
  }),
  outdated: migration('folder-moved', ['main', 'main'], { migrate: refusal('link-outdated', 409) }),
  refused: migration('folder-moved', ['main', 'main'], {
    migrate: refusal('held-elsewhere', 409, { machine: 'PC-ANNA' }),
  }),
  'refused-file': migration('folder-moved', ['main', 'main'], {
    migrate: refusal('not-beside-accounting', 422, {
      file: 'file-Banque.ban',
      folder: 'S:\\Mandats\\Rochat',
    }),
  }),
} as const satisfies Record<string, DialogExample>;

/** What presses the buttons of an example looks for; only what can be pressed. */
export const pressSelectors: Readonly<Record<ExamplePress, string>> = {
  main: "button.primary:not([aria-disabled='true'])",
  point: 'button.way-point',
  search: 'button.way-search',
};
