import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { testApp } from '../testing/test-app.js';
import { connectHost } from './connect-host.js';
import { mountBanner } from './mount-banner.js';
import { openBannerPage } from './open-banner-page.js';
import type { PageChange } from './page-host.js';

vi.mock('./mount-banner.js');
vi.mock('./connect-host.js');

const app = { ...testApp, products: ['facturation', 'salaires'] } as const;
const update = vi.fn();
const unmount = vi.fn();
let say: (change: PageChange) => void = () => undefined;

beforeEach(() => {
  vi.mocked(mountBanner).mockReset().mockReturnValue({ update, unmount });
  vi.mocked(connectHost).mockReset();
  vi.mocked(connectHost).mockImplementation((_page, _origin, onChange) => {
    say = onChange;
    return { command: () => Promise.resolve(false), resize: vi.fn(), reserve: () => vi.fn() };
  });
  document.body.innerHTML = '<main></main>';
});
afterEach(() => {
  vi.unstubAllGlobals();
  update.mockReset();
  unmount.mockReset();
  history.replaceState(null, '', '/');
});

async function open(fragment: string): Promise<void> {
  history.replaceState(null, '', `/#${fragment}`);
  await openBannerPage(app);
  await vi.waitFor(() => expect(connectHost).toHaveBeenCalled(), { timeout: 15_000 });
}

describe('the page of a banner', () => {
  it('shows what its address says, and takes the token out of it', async () => {
    await open('product=salaires&path=a.sal&documentId=d1&token=t&locale=de&theme=dark&height=auto');
    expect(update.mock.calls).toEqual([
      [
        {
          url: location.origin,
          token: 't',
          scope: { product: 'salaires', path: 'a.sal', documentId: 'd1' },
          locale: 'de',
          theme: 'dark',
          height: 'auto',
        },
      ],
    ]);
    expect(location.hash).not.toContain('token');
    expect(document.documentElement.lang).toBe('de');
  });

  it('is for the first product of its app unless told otherwise, and for none that it is not made for', async () => {
    await open('path=a.fac');
    expect(update.mock.lastCall?.[0]).toMatchObject({ scope: { product: 'facturation' } });
    vi.mocked(mountBanner).mockClear();
    await open('product=compta&path=a.cre');
    expect(mountBanner).not.toHaveBeenCalled();
  });

  it('names the origin that may talk to it', async () => {
    await open('path=a.fac&host-origin=http%3A%2F%2Fhost.test');
    expect(vi.mocked(connectHost).mock.lastCall?.[1]).toBe('http://host.test');
  });

  it('follows what the host says', async () => {
    await open('locale=fr');
    expect(mountBanner).not.toHaveBeenCalled();
    say({ type: 'synchro-document-opened', path: 'b.fac', documentId: null });
    expect(update.mock.lastCall?.[0]).toMatchObject({ scope: { product: 'facturation', path: 'b.fac' } });
    say({ type: 'synchro-locale', locale: 'it-CH' });
    say({ type: 'synchro-theme', theme: 'dark' });
    expect(update.mock.lastCall?.[0]).toMatchObject({ locale: 'it', theme: 'dark' });
    expect(document.documentElement.style.colorScheme).toBe('dark');
    say({ type: 'synchro-theme', theme: 'auto' });
    expect(document.documentElement.style.colorScheme).toBe('');
    say({ type: 'synchro-document-closed' });
    expect(unmount).toHaveBeenCalledTimes(1);
  });

  it('waits for its session; what the host says meanwhile is not lost', async () => {
    let answer: (response: Response) => void = () => undefined;
    const answered = new Promise<Response>((resolve) => (answer = resolve));
    vi.stubGlobal('fetch', () => answered);
    const opened = open('path=a.fac&code=c');
    await vi.waitFor(() => expect(connectHost).toHaveBeenCalled(), { timeout: 15_000 });
    say({ type: 'synchro-document-opened', path: 'b.fac', documentId: null });
    expect(mountBanner).not.toHaveBeenCalled();
    answer(new Response(null, { status: 204 }));
    await opened;
    expect(update.mock.calls.map(([options]) => (options as { scope: unknown }).scope)).toEqual([
      { product: 'facturation', path: 'b.fac' },
    ]);
  });
});
