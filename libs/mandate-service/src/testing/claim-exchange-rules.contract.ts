import { describe, expect, it } from 'vitest';
import { createMemoryStore } from '../store/memory-store.js';
import type { MandateStore } from '../store/store.js';
import { failureOf } from './failure-of.js';
import { openServiceHarness } from './service-harness.js';
import type { ServiceHarness } from './service-harness.js';
import { FOLDER, invoice } from './test-files.js';

const CLAIM = `${FOLDER}/Compta 2026.synchro`;

/** O6 and O8 over any store: what is posted while the claim changes hands. */
export function claimExchangeRules(open: () => ServiceHarness): void {
  /** Two agents over one folder; the first one owns the mandate. */
  const openTwo = async () => {
    const h = open();
    const mandate = await h.createMandate();
    await h.writeInvoices([invoice(1), invoice(2)]);
    const other = openServiceHarness(createMemoryStore(), 'PC-BEAT', h);
    const theirs = await other.createMandate();
    await other.advance(5_000);
    const takeOver = () => other.call('takeOverMandate', { params: { mandateId: theirs.id } });
    return {
      ...{ h, mandate, other, theirs, takeOver, params: { mandateId: mandate.id } },
      [Symbol.asyncDispose]: () => other[Symbol.asyncDispose](),
    };
  };
  const history = async ({ h, params }: Awaited<ReturnType<typeof openTwo>>) =>
    (await h.call('listPostings', { params, query: {} })).items;
  const expectNothingLeft = async ({ files }: ServiceHarness) =>
    expect((await files.list(FOLDER))?.filter((name) => name.includes('synchro'))).toEqual([
      'Compta 2026.synchro',
    ]);

  describe('a posting while the claim changes hands', () => {
    it('O6: another agent that takes over after the claim was read and before the posting counts, has the mandate', async () => {
      await using two = await openTwo();
      // The claim is moved when the posting is committed.
      two.h.meanwhile('move', CLAIM, async () => {
        expect(two.h.status().pending.new).toBe(0);
        await two.takeOver();
        expect((await two.other.post(two.theirs)).posted.new).toBe(2);
      });
      expect(await failureOf(two.h.post(two.mandate, {}, 'key'))).toMatchObject({
        code: 'held-elsewhere',
        details: { machine: 'PC-BEAT' },
      });
      expect(two.h.status().pending.new).toBe(2);
      expect((await history(two)).every(({ undoneAt }) => undoneAt !== null)).toBe(true);
      // Its answer is forgotten: the same key does not say that it was posted.
      expect((await failureOf(two.h.post(two.mandate, {}, 'key'))).code).toBe('held-elsewhere');
      await two.h.advance(5_000);
      await expectNothingLeft(two.h);
    });

    it('O6: an un-posting is taken back too', async () => {
      await using two = await openTwo();
      const { id: postingId } = await two.h.post(two.mandate);
      two.h.meanwhile('move', CLAIM, async () => {
        expect(two.h.status().pending.new).toBe(2);
        await two.takeOver();
      });
      const undone = two.h.call('deletePosting', {
        params: { ...two.params, postingId },
        idempotencyKey: 'u',
      });
      expect((await failureOf(undone)).code).toBe('held-elsewhere');
      expect(two.h.status().pending.new).toBe(0);
      expect(await history(two)).toMatchObject([{ id: postingId, undoneAt: null }]);
    });

    it.each([
      ['ENOSPC', 'create', 'disk-full'],
      ['EROFS', 'move', 'no-access'],
    ] as const)(
      'O6: with %s when it %ss the claim, it does not count; later it does',
      async (code, use, reason) => {
        const { h, mandate } = await openTwo();
        h.refuse(use, CLAIM, code);
        expect(await failureOf(h.post(mandate, {}, 'key'))).toMatchObject({
          code: 'claim-unverified',
          details: { reason },
        });
        expect(h.status().pending.new).toBe(2);
        h.refuse(use, CLAIM, null);
        await h.advance(30_000);
        const { id, posted } = await h.post(mandate, {}, 'key');
        expect(posted.new).toBe(2);
        expect(await h.exported(mandate, id)).toHaveLength(2);
        await expectNothingLeft(h);
      },
    );

    it.each(['move', 'create'] as const)(
      'O6: killed when it %ss the claim, it counts after the restart',
      async (use) => {
        await using two = await openTwo();
        const { revision } = two.h.status();
        await killedWhile(two.h, use, () => void two.h.post(two.mandate, { revision }, 'key'));
        await two.h.restartKilled();
        await two.h.advance(1_000);
        expect(two.h.status()).toMatchObject({ pending: { new: 0 }, notifications: [] });
        expect((await two.h.post(two.mandate, { revision }, 'key')).posted.new).toBe(2);
        expect(await history(two)).toHaveLength(1);
        await expectNothingLeft(two.h);
      },
    );

    it.each(['move', 'create'] as const)(
      'O6: killed when it %ss the claim and taken over meanwhile, it is taken back',
      async (use) => {
        await using two = await openTwo();
        await killedWhile(two.h, use, () => void two.h.post(two.mandate));
        await two.takeOver();
        expect((await two.other.post(two.theirs)).posted.new).toBe(2);
        await two.h.restartKilled();
        await two.h.advance(1_000);
        expect(two.h.status().pending.new).toBe(2);
        expect(two.h.status().notifications.map(({ kind }) => kind)).toContain('held-elsewhere');
      },
    );

    it('O6a: nothing of it is exported or confirmed before', async () => {
      await using two = await openTwo();
      const refusals: string[] = [];
      two.h.meanwhile('move', CLAIM, async () => {
        const [posting] = await history(two);
        const params = { ...two.params, postingId: posting?.id ?? '' };
        refusals.push((await failureOf(two.h.exported(two.mandate, params.postingId))).code);
        refusals.push((await failureOf(two.h.call('confirmArrival', { params }))).code);
      });
      const { id } = await two.h.post(two.mandate);
      expect(refusals).toEqual(['claim-unverified', 'claim-unverified']);
      expect(await two.h.exported(two.mandate, id)).toHaveLength(2);
    });
  });

  describe('copies of an agent’s data', () => {
    /** A copy of the data folder, as it is now, on another computer of any name. */
    const copyOf = (h: ServiceHarness, machine: string) => {
      const store = createMemoryStore();
      copyStore(h.store, store);
      return openServiceHarness(store, machine, h);
    };

    it.each(['PC-ANNA', 'PC-BEAT'])(
      'O8: the one that posts first has the mandate, the other one reports it (%s)',
      async (machine) => {
        const h = open();
        const mandate = await h.createMandate();
        await h.writeInvoices([invoice(1), invoice(2)]);
        await using copy = copyOf(h, machine);
        expect((await copy.post(mandate)).posted.new).toBe(2);
        expect((await failureOf(h.post(mandate))).details).toEqual({ reason: 'other-copy' });
        await h.advance(5_000);
        expect(h.status().notifications).toMatchObject([
          { kind: 'claim-unverified', reason: 'other-copy', action: 'take-over' },
          { kind: 'entries-pending', action: null },
        ]);
      },
    );

    it('O8: of two that post at the same time, one posts', async () => {
      const h = open();
      const mandate = await h.createMandate();
      await h.writeInvoices([invoice(1), invoice(2)]);
      await using copy = copyOf(h, 'PC-ANNA');
      const posted = await Promise.allSettled([h.post(mandate, {}, 'a'), copy.post(mandate, {}, 'b')]);
      expect(posted.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    });

    it('O8: restored from a backup older than the last posting, it does not post again', async () => {
      const h = open();
      const mandate = await h.createMandate();
      await h.writeInvoices([invoice(1), invoice(2)]);
      await using restored = copyOf(h, 'PC-ANNA');
      await h.post(mandate);
      await h.service.close();
      expect((await failureOf(restored.post(mandate))).details).toEqual({ reason: 'other-copy' });
    });
  });
}

/** Ends in the middle of a call that is never answered. */
async function killedWhile(h: ServiceHarness, use: 'move' | 'create', act: () => void): Promise<void> {
  await new Promise<void>((resolve) => {
    h.meanwhile(use, CLAIM, () => {
      resolve();
      return new Promise(() => undefined);
    });
    act();
  });
}

/** Before anything was posted. */
function copyStore(from: MandateStore, to: MandateStore): void {
  from.read((source) =>
    to.transaction((tx) => {
      for (const one of source.agents.all()) tx.agents.put(one);
      for (const one of source.mandates.all()) tx.mandates.put(one);
      for (const one of source.files.all()) tx.files.put(one);
      for (const one of source.charts.all()) tx.charts.put(one);
      for (const one of source.sources.all()) tx.sources.put(one);
      for (const one of source.versions.all()) tx.versions.put(one);
      for (const one of source.accountings.all()) {
        tx.accountings.put(one);
        tx.pending.put([...source.pending.ofAccounting(one.id)]);
      }
    }),
  );
}
