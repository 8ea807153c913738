import { beforeEach, describe, expect, it } from 'vitest';
import type { MandateMessage } from '@synchro/sync-core/contract';
import { MAX_BYTES } from '../files/file-size-limits.js';
import { createMemoryStore } from '../store/memory-store.js';
import { failureOf } from './failure-of.js';
import { openServiceHarness } from './service-harness.js';
import type { ServiceHarness } from './service-harness.js';
import { entryFile, FOLDER, invoice, INVOICES } from './test-files.js';

const CLAIM = `${FOLDER}/Compta 2026.synchro`;
const SINCE = '2026-06-01T00:00:00.000Z';
const NOTHING = { new: 0, changed: 0, deleted: 0 };

/** Which agent owns a mandate, and who posts [O1–O8]. */
export function ownerRules(harness: () => ServiceHarness): void {
  let h: ServiceHarness;
  let mandate: MandateMessage;
  const takeOver = (one: ServiceHarness, mandateId: string) =>
    one.call('takeOverMandate', { params: { mandateId } });
  const told = (one: ServiceHarness) =>
    one.status().notifications.flatMap((notification) => {
      if (notification.kind === 'claim-unverified') return [[notification.reason, notification.action]];
      return notification.kind === 'held-elsewhere' ? [[notification.machine, notification.action]] : [];
    });
  const postAction = () => h.status().notifications.find(({ kind }) => kind === 'entries-pending')?.action;
  /** Another agent over the same files, with a mandate of the same accounting. */
  const openOther = async () => {
    const other = openServiceHarness(createMemoryStore(), 'PC-BEAT', h);
    const { id } = await other.createMandate();
    await other.advance(5_000);
    return { other, id };
  };

  describe('the claim', () => {
    beforeEach(async () => {
      h = harness();
      mandate = await h.createMandate();
      await h.writeInvoices([invoice(1), invoice(2)]);
    });

    it('O1: makes the agent that wrote it the owner, and no other agent posts', async () => {
      const { other } = await openOther();
      await using _ = other;
      expect(told(other)).toEqual([['PC-ANNA', 'take-over']]);
      expect(other.status().pending).toEqual({ new: 2, changed: 0, deleted: 0 });
      const foreign = await failureOf(
        other.call('createPosting', {
          params: { mandateId: (await other.call('listMandates', {})).items[0]?.id ?? '' },
          body: { entries: 'all', revision: other.status().revision },
          idempotencyKey: 'other',
        }),
      );
      expect(foreign).toMatchObject({ code: 'held-elsewhere', details: { machine: 'PC-ANNA' } });
      expect((await h.post(mandate)).posted.new).toBe(2);
    });

    it.each([
      ['is empty', '', 'damaged', 'take-over'],
      ['is no JSON', 'hello', 'damaged', 'take-over'],
      ['lacks its machine', JSON.stringify({ agent: 'a', since: SINCE }), 'damaged', 'take-over'],
      [
        'has a moment that is none',
        JSON.stringify({ agent: 'a', machine: 'PC-BEAT', since: 'hello' }),
        'damaged',
        'take-over',
      ],
      [
        'has a machine of 5 MB',
        JSON.stringify({ agent: 'a', machine: 'x'.repeat(300), since: SINCE }),
        'damaged',
        'take-over',
      ],
      ['is too large', new Uint8Array(MAX_BYTES.claim + 1), 'too-large', 'take-over'],
    ] as const)(
      'O2, O3, N21: a claim that %s is never free, and is replaced on request',
      async (_, content, reason, action) => {
        h.files.write(CLAIM, content);
        await h.advance(5_000);
        expect(told(h)).toEqual([[reason, action]]);
        expect(postAction()).toBeNull();
        expect(await failureOf(h.post(mandate))).toMatchObject({
          code: 'claim-unverified',
          details: { reason },
        });
        await takeOver(h, mandate.id);
        expect(told(h)).toEqual([]);
        expect((await h.post(mandate)).posted.new).toBe(2);
      },
    );

    it.each(['EBUSY', 'EIO', 'EACCES'])(
      'O2: a claim that cannot be read (%s) holds postings back',
      async (code) => {
        h.refuse('read', CLAIM, code);
        expect(await failureOf(h.post(mandate))).toMatchObject({ code: 'claim-unverified' });
        expect(await failureOf(takeOver(h, mandate.id))).toMatchObject({ code: 'claim-unverified' });
        h.refuse('read', CLAIM, null);
        expect((await h.post(mandate)).posted.new).toBe(2);
      },
    );

    it('O3a: of an agent that was away during a take-over, nothing is posted', async () => {
      const { other, id } = await openOther();
      await using _ = other;
      await takeOver(other, id);
      // No scan of the former owner in between: it learns it from the claim that it reads for the posting.
      expect(await failureOf(h.post(mandate))).toMatchObject({
        code: 'held-elsewhere',
        details: { machine: 'PC-BEAT' },
      });
      await h.advance(5_000);
      expect(told(h)).toEqual([['PC-BEAT', 'take-over']]);
    });

    it('O3a: a take-over whose claim cannot be written is refused, and nothing is posted', async () => {
      h.files.write(CLAIM, JSON.stringify({ agent: 'a', machine: 'PC-BEAT', since: SINCE }));
      await h.advance(5_000);
      h.refuse('create', CLAIM, 'EROFS');
      expect(await failureOf(takeOver(h, mandate.id))).toMatchObject({ code: 'claim-unverified' });
      const refused = await failureOf(h.post(mandate));
      expect(['claim-unverified', 'held-elsewhere']).toContain(refused.code);
    });

    it('O4: that was removed is not made again by itself', async () => {
      h.files.remove(CLAIM);
      await h.advance(5_000);
      expect(await h.files.stat(CLAIM)).toBeNull();
      expect(told(h)).toEqual([['removed', 'take-over']]);
      expect(await failureOf(h.post(mandate))).toMatchObject({ code: 'claim-unverified' });
      await takeOver(h, mandate.id);
      expect((await h.post(mandate)).posted.new).toBe(2);
    });

    it('O5: un-posting reads the claim at that moment too', async () => {
      const { id } = await h.post(mandate);
      h.refuse('read', CLAIM, 'EBUSY');
      const undo = () => h.call('deletePosting', { params: { mandateId: mandate.id, postingId: id } });
      expect(await failureOf(undo())).toMatchObject({ code: 'claim-unverified' });
      expect(h.status().pending).toEqual(NOTHING);
      h.refuse('read', CLAIM, null);
      await undo();
      expect(h.status().pending.new).toBe(2);
    });

    it.each(['read', 'create', 'move'] as const)(
      'O6: a posting during which another agent takes over (%s) is made whole or not at all',
      async (use) => {
        const { other, id } = await openOther();
        await using _ = other;
        h.meanwhile(use, CLAIM, () => takeOver(other, id).catch(() => undefined));
        const mine = await h.post(mandate).then(
          ({ posted }) => posted.new,
          () => 0,
        );
        expect(await historyOf(h, mandate.id)).toHaveLength(mine === 0 ? 0 : 1);
        expect(h.status().pending.new).toBe(2 - mine);
      },
    );

    it('O6a: what is not settled is not exported', async () => {
      h.refuse('create', CLAIM, 'EIO');
      expect(await failureOf(h.post(mandate))).toMatchObject({ code: 'claim-unverified' });
      expect(h.status().pending.new).toBe(2);
      const postings = await historyOf(h, mandate.id);
      for (const { id } of postings)
        expect(await failureOf(h.exported(mandate, id))).toMatchObject({
          code: expect.any(String) as string,
        });
    });

    it('O7: that cannot be written is tried ever more rarely, whatever hints there are', async () => {
      const second = `${FOLDER}/Autre 2026.cre`;
      const claim = `${FOLDER}/Autre 2026.synchro`;
      let tries = 0;
      const count = (): void => {
        tries += 1;
        h.meanwhile('create', claim, count);
      };
      h.files.write(second, 'another accounting');
      h.files.createFolder(claim);
      const { id } = await h.call('createMandate', { body: { name: 'Autre', accountingFile: second } });
      h.meanwhile('create', claim, count);
      for (let hints = 0; hints < 200; hints += 1) {
        h.service.scans.hint(id);
        await h.advance(50);
      }
      expect(tries).toBeLessThan(10);
      const status = h.service.getStatus({ product: 'compta', path: second });
      expect(status.notifications.map(({ kind }) => kind)).toContain('claim-unverified');
    });

    it('O8: of two copies of one data folder only the one that posted last posts', async () => {
      const store = createMemoryStore();
      const copy = openServiceHarness(store, 'PC-ANNA', h);
      await using _ = copy;
      const { id } = await copy.createMandate();
      // The same agent, with a token that it once knew.
      const agent = h.store.read((tx) => tx.agents.get('agent'));
      const known = h.store.read((tx) => tx.accountings.all()[0]?.claim);
      store.transaction((tx) => {
        if (agent !== undefined) tx.agents.put(agent);
        for (const accounting of tx.accountings.all())
          tx.accountings.put(known === undefined ? accounting : { ...accounting, claim: known });
      });
      await h.post(mandate);
      await copy.advance(5_000);
      const posted = copy.call('createPosting', {
        params: { mandateId: id },
        body: { entries: 'all', revision: copy.status().revision },
        idempotencyKey: 'copy',
      });
      expect(await failureOf(posted)).toMatchObject({
        code: 'claim-unverified',
        details: { reason: 'other-copy' },
      });
      expect(told(copy)).toEqual([['other-copy', 'take-over']]);
      h.files.write(INVOICES, entryFile([invoice(1), invoice(2), invoice(3)], { lot: 2 }));
      await h.advance(5_000);
      expect((await h.post(mandate)).posted.new).toBe(1);
    });
  });
}

const historyOf = async (h: ServiceHarness, mandateId: string) =>
  (await h.call('listPostings', { params: { mandateId }, query: {} })).items.filter(
    ({ undoneAt }) => undoneAt === null,
  );
