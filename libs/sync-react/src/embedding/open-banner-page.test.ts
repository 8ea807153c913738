import type { SynchroClient } from '@synchro/sync-core/client';
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
  openBannerPage(app, 'http://127.0.0.1:4711');
  await vi.waitFor(() => expect(connectHost).toHaveBeenCalled(), { timeout: 15_000 });
}

describe('the page of a banner', () => {
  it('G8: shows what its address says, and takes the code out of it', async () => {
    await open('product=salaires&path=a.sal&documentId=d1&code=c.s&locale=de&theme=dark&height=auto');
    expect(update.mock.calls).toEqual([
      [
        {
          client: expect.objectContaining({ call: expect.any(Function) as unknown }) as unknown,
          scope: { product: 'salaires', path: 'a.sal', documentId: 'd1' },
          locale: 'de',
          theme: 'dark',
          height: 'auto',
        },
      ],
    ]);
    expect(location.hash).not.toContain('code');
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

  it('G8: opens its session with the code, of which only the name is sent', async () => {
    const sent: string[] = [];
    vi.stubGlobal('fetch', (url: string, init: RequestInit) => {
      sent.push(`${url} ${init.body as string}`);
      return Promise.resolve(new Response(null, { status: 401 }));
    });
    await open('path=a.fac&code=id.secret&token=t');
    const [{ client }] = update.mock.lastCall as [{ client: SynchroClient }];
    await expect(client.call('listMandates')).rejects.toMatchObject({ reason: 'access-denied' });
    expect(sent).toEqual([
      expect.stringMatching(/^http:\/\/127.0.0.1:4711\/api\/v1\/session .*"key":"code.id"/),
    ]);
    expect(sent.join('\n')).not.toContain('secret');
    expect(location.hash).toBe('#path=a.fac');
  });
});
