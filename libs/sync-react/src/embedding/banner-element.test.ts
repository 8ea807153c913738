import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { testApp } from '../testing/test-app.js';
import { defineBannerElement } from './banner-element.js';
import { mountBanner } from './mount-banner.js';

vi.mock('./mount-banner.js');

const update = vi.fn();
const unmount = vi.fn();
const settled = () => new Promise((resolve) => queueMicrotask(() => resolve(undefined)));

const NAME = 'synchro-test-banner';
defineBannerElement(NAME, { ...testApp, products: ['facturation', 'salaires'] });

function anElement(attributes: Readonly<Record<string, string>> = {}): HTMLElement {
  const element = document.createElement(NAME);
  const all = {
    'agent-url': 'http://127.0.0.1:4711',
    token: 't',
    'document-path': 'Factures.fac',
    ...attributes,
  };
  for (const [name, value] of Object.entries(all)) element.setAttribute(name, value);
  return element;
}

beforeEach(() => {
  vi.mocked(mountBanner).mockReset().mockReturnValue({ update, unmount });
});
afterEach(async () => {
  document.body.replaceChildren();
  await settled();
  update.mockReset();
  unmount.mockReset();
});

describe('the element of a banner', () => {
  it('mounts a banner for what its attributes say', async () => {
    document.body.append(
      anElement({ product: 'salaires', 'document-id': 'd1', locale: 'de-CH', theme: 'dark', height: 'auto' }),
    );
    await settled();
    expect(update.mock.calls).toEqual([
      [
        {
          client: expect.objectContaining({ call: expect.any(Function) as unknown }) as unknown,
          scope: { product: 'salaires', path: 'Factures.fac', documentId: 'd1' },
          locale: 'de',
          theme: 'dark',
          height: 'auto',
        },
      ],
    ]);
  });

  it('speaks French in a fixed slot unless told otherwise', async () => {
    document.body.append(anElement());
    await settled();
    expect(update.mock.lastCall?.[0]).toMatchObject({ locale: 'fr', theme: 'auto', height: 'fixed' });
  });

  it('is for the first of its products unless told otherwise', async () => {
    document.body.append(anElement());
    await settled();
    expect(update.mock.lastCall?.[0]).toMatchObject({ scope: { product: 'facturation' } });
  });

  it('follows nothing for a product that it is not made for', async () => {
    const element = anElement({ product: 'compta' });
    document.body.append(element);
    await settled();
    expect(mountBanner).not.toHaveBeenCalled();
    element.setAttribute('product', 'salaires');
    await settled();
    expect(update.mock.lastCall?.[0]).toMatchObject({ scope: { product: 'salaires' } });
  });

  it('has one client for a service and token, shared with the other elements of the page', async () => {
    const [first, second] = [anElement(), anElement()];
    document.body.append(first, second);
    await settled();
    const clients = () => update.mock.calls.map(([options]) => (options as { client: unknown }).client);
    expect(new Set(clients()).size).toBe(1);
    second.setAttribute('token', 'other');
    await settled();
    expect(new Set(clients()).size).toBe(2);
    second.setAttribute('token', 't');
    await settled();
    expect(clients().at(-1)).toBe(clients()[0]);
  });

  it('may be defined twice, as by a host that loads the module again', () => {
    const defined = customElements.get(NAME);
    defineBannerElement(NAME, testApp);
    expect(customElements.get(NAME)).toBe(defined);
  });

  it('takes several changes of its attributes in at once', async () => {
    const element = anElement();
    document.body.append(element);
    await settled();
    element.setAttribute('locale', 'it');
    element.setAttribute('theme', 'light');
    await settled();
    expect(update).toHaveBeenCalledTimes(2);
    expect(update.mock.lastCall?.[0]).toMatchObject({ locale: 'it', theme: 'light' });
  });

  it('follows nothing without a document', async () => {
    const element = anElement({ 'document-path': '' });
    document.body.append(element);
    await settled();
    expect(mountBanner).not.toHaveBeenCalled();
  });

  it('ends with being taken out, and begins anew when it is put back', async () => {
    const element = anElement();
    document.body.append(element);
    await settled();
    element.remove();
    await settled();
    expect(unmount).toHaveBeenCalledTimes(1);
    document.body.append(element);
    await settled();
    expect(mountBanner).toHaveBeenCalledTimes(2);
  });

  it('goes on when it is moved within the page', async () => {
    const element = anElement();
    document.body.append(element);
    await settled();
    const place = document.createElement('div');
    document.body.append(place);
    place.append(element);
    await settled();
    expect(unmount).not.toHaveBeenCalled();
    expect(mountBanner).toHaveBeenCalledTimes(1);
  });
});
