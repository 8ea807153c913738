import { describe, expect, it } from 'vitest';
import { failureOf } from './failure-of.js';
import type { ServiceHarness } from './service-harness.js';
import { invoice } from './test-files.js';

/** What the service must do about shared mandates. */
export function syncRules(harness: () => ServiceHarness): void {
  describe('synchronising', () => {
    const shared = async () => {
      const h = harness();
      const mandate = await h.createMandate();
      h.share(mandate.id);
      return { h, mandate };
    };
    const told = (h: ServiceHarness) =>
      h.service.getOverview().notifications.map(({ notification }) => notification.id);
    const retry = (h: ServiceHarness, mandates?: string[]) =>
      h.call('retrySync', { body: mandates === undefined ? {} : { mandates } });

    it('S2: a local mandate says nothing of accounts and internet', async () => {
      const h = harness();
      const mandate = await h.createMandate();
      h.hub.signOut();
      h.hub.setInternet(false);
      expect(told(h)).toEqual([]);
      expect(h.status().notifications).toEqual([]);
      expect(h.service.getOverview().mandates[0]?.sync).toBeNull();
      expect((await failureOf(retry(h, [mandate.id]))).code).toBe('mandate-not-shared');
    });

    it('N11: a shared mandate tells that nobody is signed in, and how much waits for it', async () => {
      const { h } = await shared();
      await h.writeInvoices([invoice(1), invoice(2)]);
      h.hub.signOut();
      const [first] = h.status().notifications;
      expect(first).toMatchObject({ kind: 'signed-out', action: 'sign-in', heldBack: 2 });
      await h.advance(60_000);
      expect(await h.call('startSignIn', {})).toMatchObject({ status: 'signing-in' });
      expect(h.status().notifications[0]).toEqual(first);
      h.hub.completeSignIn();
      expect(h.status().notifications.map(({ kind }) => kind)).toEqual(['entries-pending']);
      expect(h.status().account).toMatchObject({ status: 'signed-in', account: { name: 'Anna Rochat' } });
    });

    it('N11: a sign-in that is cancelled or denied leaves it as it was, and says which', async () => {
      const { h } = await shared();
      h.hub.signOut();
      await h.call('startSignIn', {});
      await h.call('cancelSignIn', {});
      expect(await h.call('getAccount', {})).toMatchObject({ status: 'signed-out', failure: null });
      await h.call('startSignIn', {});
      h.hub.denySignIn();
      expect(await h.call('getAccount', {})).toMatchObject({ status: 'signed-out', failure: 'denied' });
      expect(told(h)).toEqual(['sync-error:signed-out']);
    });

    it('N13: each cause has its row and its mandates, and is over by itself', async () => {
      const { h, mandate } = await shared();
      h.hub.setInternet(false);
      h.hub.refuse(mandate.id, 'subscription-ended');
      expect(h.service.getOverview().mandates[0]?.sync?.causes.map(({ code }) => code)).toEqual([
        'no-internet',
        'refused',
      ]);
      expect(h.service.getOverview().notifications.map((row) => row.mandates)).toEqual([
        [{ id: mandate.id, name: 'Atelier Rochat' }],
        [{ id: mandate.id, name: 'Atelier Rochat' }],
      ]);
      h.hub.setInternet(true);
      h.hub.accept(mandate.id);
      await h.advance(1000);
      expect(told(h)).toEqual([]);
      expect(h.service.getOverview().mandates[0]?.sync).toEqual({ causes: [] });
    });

    it('S1: trying again tells what is still wrong, and clears what is over at once', async () => {
      const { h, mandate } = await shared();
      h.hub.setInternet(false);
      expect((await failureOf(retry(h))).code).toBe('no-internet');
      expect((await failureOf(h.call('startSignIn', {}))).code).toBe('no-internet');
      h.hub.setInternet(true);
      h.hub.refuse(mandate.id, 'no-access');
      const refused = await failureOf(retry(h, [mandate.id]));
      expect([refused.code, refused.details]).toEqual([
        'sync-refused',
        { mandate: mandate.id, reason: 'no-access' },
      ]);
      expect(told(h)).toEqual(['sync-error:refused:no-access']);
      h.hub.accept(mandate.id);
      await retry(h);
      expect(told(h)).toEqual([]);
      await h.call('signOut', {});
      expect((await failureOf(retry(h))).code).toBe('not-signed-in');
    });

    it('S1: every change of the facts is told to who listens', async () => {
      const { h } = await shared();
      let tellings = 0;
      const stop = h.service.onChange(() => (tellings += 1));
      h.hub.signOut();
      stop();
      h.hub.signInAs('Luc');
      expect(tellings).toBe(1);
    });
  });
}
