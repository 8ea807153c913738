import { CallError, NotConnectedError } from '@synchro/sync-core/client';
import type { AccountState } from '../contract-types.js';
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
const refusal = (code: ConstructorParameters<typeof CallError>[0], status: number): ExampleAnswer => ({
  error: new CallError(code, status, '', {}),
});
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

const link = (name: keyof typeof linkExamples): DialogExample => ({
  answers: { getLink: value(linkExamples[name]), restoreLink: value({ restored: [] }) },
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
  outdated: {
    answers: { getLink: value(linkExamples.moved), restoreLink: refusal('link-outdated', 409) },
    press: ['main'],
  },
  'not-the-same-file': {
    answers: { getLink: value(linkExamples.moved), restoreLink: refusal('not-the-same-file', 409) },
    press: ['main'],
  },
} as const satisfies Record<string, DialogExample>;

const migration = (name: keyof typeof migrationExamples): DialogExample => ({
  answers: { getMigration: value({ links: migrationExamples[name] }) },
});
const restored = migrationExamples['folder-moved'].map(({ fileId, name, path, candidates }) => ({
  fileId,
  name,
  from: path,
  to: candidates[0]?.path ?? path,
}));

/** Every state of the migration. */
export const migrationDialogExamples = {
  'folder-moved': migration('folder-moved'),
  'single-files': migration('single-files'),
  'several-candidates': migration('several-candidates'),
  'none-found': migration('none-found'),
  mixed: migration('mixed'),
  'all-in-place': migration('all-in-place'),
  loading: { answers: { getMigration: { waits: true } } },
  'not-reachable': { answers: { getMigration: unreachable } },
  done: {
    answers: {
      getMigration: value({ links: migrationExamples['folder-moved'] }),
      migrate: value({ restored }),
    },
    press: ['main'],
  },
  outdated: {
    answers: {
      getMigration: value({ links: migrationExamples['folder-moved'] }),
      migrate: refusal('link-outdated', 409),
    },
    press: ['main'],
  },
  refused: {
    answers: {
      getMigration: value({ links: migrationExamples['folder-moved'] }),
      migrate: refusal('path-not-found', 422),
    },
    press: ['main'],
  },
} as const satisfies Record<string, DialogExample>;

/** What presses the buttons of an example looks for; only what can be pressed. */
export const pressSelectors: Readonly<Record<ExamplePress, string>> = {
  main: "button.primary:not([aria-disabled='true'])",
  point: 'button.way-point',
  search: 'button.way-search',
};
