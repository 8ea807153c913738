import { CallError, NotConnectedError } from '@synchro/sync-core/client';
import { describe, expect, it } from 'vitest';
import { fakeClient } from '../testing/fake-client.js';
import { tellOpened } from './tell-opened.js';

const document = { product: 'facturation', path: 'S:\\a.fac', documentId: 'doc-1' } as const;
const settled = () => new Promise((resolve) => setTimeout(resolve));

describe('telling which document is open', () => {
  it('is done once', async () => {
    const fake = fakeClient();
    const tell = tellOpened(fake.client, document);
    tell();
    tell();
    await settled();
    tell();
    expect(fake.opened).toEqual([document]);
  });

  it.each([
    ['again when there was no answer', new NotConnectedError('no-answer'), 2],
    ['not again when it was refused', new CallError('not-found', 404, '', {}), 1],
  ])('is done %s', async (_, error, times) => {
    const fake = fakeClient();
    fake.answer('documentOpened', () => {
      throw error;
    });
    const tell = tellOpened(fake.client, document);
    tell();
    await settled();
    tell();
    expect(fake.opened).toHaveLength(times);
  });
});
