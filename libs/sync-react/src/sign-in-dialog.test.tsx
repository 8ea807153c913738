import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { accountExamples, signInExamples } from './examples.js';
import type { SignInExample } from './examples.js';
import { SignInDialog } from './sign-in-dialog.js';
import { renderDialog } from './testing/render-dialog.js';
import { stubLayout } from './testing/stub-layout.js';

stubLayout();

const page = { opener: {} as unknown, closed: false, location: { replace: vi.fn() }, close: vi.fn() };
const open = vi.fn();
beforeEach(() => {
  page.opener = {};
  page.location.replace.mockReset();
  page.close.mockReset();
  open.mockReset().mockReturnValue(page);
  vi.stubGlobal('open', open);
});

async function setUp(example: SignInExample) {
  const user = userEvent.setup();
  const onClose = vi.fn();
  const of = (account: SignInExample['account']) => (
    <SignInDialog account={account} heldBack={example.heldBack} onClose={onClose} />
  );
  if (example.blocksPopUps === true) open.mockReturnValue(null);
  const rendered = await renderDialog(of(example.account), example, { product: 'compta' });
  return {
    ...rendered,
    user,
    onClose,
    tell: (account: SignInExample['account']) => rendered.rerender(of(account)),
    press: (name: string) => user.click(within(rendered.dialog).getByRole('button', { name })),
  };
}

describe('signing in', () => {
  it('B10: says since when nobody is signed in, what waits, and what it means', async () => {
    const { dialog } = await setUp(signInExamples.idle);
    expect(dialog.textContent).toMatch(/Personne n’est connecté depuis 9 jours\s: 14 écritures attendent\./);
    expect(dialog.textContent).toMatch(/La comptabilité fait partie d’un mandat partagé/);
  });

  it('opens the page in the click, gives it no hold on ours, and waits', async () => {
    const { dialog, press, calls } = await setUp(signInExamples.waiting);
    await press('Se connecter');
    expect(open).toHaveBeenCalledWith('', '_blank');
    expect(page.opener).toBeNull();
    expect(page.location.replace).toHaveBeenCalledWith(accountExamples['signing-in'].url);
    expect(calls.map(({ operation }) => operation)).toEqual(['startSignIn']);
    expect(within(dialog).getByRole('status').textContent).toMatch(/ouverte dans votre navigateur/);
    expect(document.activeElement?.textContent).toMatch(/ouverte dans votre navigateur/);
    expect(dialog.contains(document.activeElement)).toBe(true);
  });

  it('gives a link where the window was blocked', async () => {
    const { dialog, press } = await setUp(signInExamples['pop-up-blocked']);
    await press('Se connecter');
    expect(within(dialog).getByRole('status').textContent).toMatch(/n’a pas pu s’ouvrir/);
    const link = within(dialog).getByRole('link', { name: 'Ouvrir la page de connexion' });
    expect(link.getAttribute('href')).toBe(accountExamples['signing-in'].url);
    expect(link.getAttribute('rel')).toContain('noopener');
  });

  it('opens nothing but a page of the web', async () => {
    const { dialog, press, answer } = await setUp(signInExamples.idle);
    answer('startSignIn', () => ({ ...accountExamples['signing-in'], url: 'javascript:alert(1)' }));
    await press('Se connecter');
    expect(page.location.replace).not.toHaveBeenCalled();
    expect(within(dialog).queryByRole('link')).toBeNull();
  });

  it('closes by itself once somebody is signed in', async () => {
    const { press, tell, onClose } = await setUp(signInExamples.waiting);
    await press('Se connecter');
    tell(accountExamples['signing-in']);
    expect(onClose).not.toHaveBeenCalled();
    tell(accountExamples['signed-in']);
    expect(onClose).toHaveBeenCalledTimes(1);
  });

  it.each([
    ['denied', /refusée ou abandonnée/],
    ['expired', /n’a pas été terminée à temps/],
  ] as const)('%s: says so, with the button again', async (name, text) => {
    const { dialog, press, tell } = await setUp(signInExamples.waiting);
    await press('Se connecter');
    tell(accountExamples['signing-in']);
    tell(accountExamples[name]);
    expect(within(dialog).getByRole('alert').textContent).toMatch(text);
    expect(within(dialog).getByRole('button', { name: 'Se connecter' })).toBeTruthy();
  });

  it('is cancelled with its page', async () => {
    const { press, calls, onClose } = await setUp(signInExamples.waiting);
    await press('Se connecter');
    await press('Annuler');
    expect(calls.at(-1)?.operation).toBe('cancelSignIn');
    expect(page.close).toHaveBeenCalled();
    expect(onClose).toHaveBeenCalled();
  });

  it('B4: a failure is told in place, with the button again and no empty window left', async () => {
    const { dialog, press } = await setUp(signInExamples['no-internet']);
    await press('Se connecter');
    await waitFor(() =>
      expect(within(dialog).getByRole('alert').textContent).toMatch(/vérifiez l’accès à internet/),
    );
    expect(page.close).toHaveBeenCalled();
    expect(within(dialog).getByRole('button', { name: 'Se connecter' }).ariaDisabled).toBe('false');
  });

  it('says so where the service has no accounts', async () => {
    await setUp(signInExamples.unsupported);
    expect(screen.queryByRole('button', { name: 'Se connecter' })).toBeNull();
  });
});
