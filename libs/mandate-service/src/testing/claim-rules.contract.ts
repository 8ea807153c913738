import { describe, expect, it } from 'vitest';
import { createMemoryStore } from '../store/memory-store.js';
import { failureOf } from './failure-of.js';
import { openServiceHarness } from './service-harness.js';
import type { ServiceHarness } from './service-harness.js';
import { ACCOUNTING, entryFile, FOLDER, invoice, INVOICES } from './test-files.js';

const CLAIM = `${FOLDER}/Compta 2026.synchro`;
const foreign = { agent: 'other', machine: 'PC-BEAT', since: '2026-06-01T00:00:00.000Z' };

/** O1–O5 and O7 over any store; O6 and O8 are in `claim-exchange-rules.contract.ts`. */
export function claimRules(open: () => ServiceHarness): void {
  const text = async ({ files }: ServiceHarness) => {
    const found = await files.read(CLAIM);
    return found === null ? null : String.fromCharCode(...found.bytes);
  };
  const told = (h: ServiceHarness) => h.status().notifications.map(({ kind, action }) => [kind, action]);
  const claimProblem = (h: ServiceHarness) => {
    const found = h.status().notifications.find(({ kind }) => kind === 'claim-unverified');
    return found?.kind === 'claim-unverified' ? [found.reason, found.action] : null;
  };
  const withInvoices = async () => {
    const h = open();
    const mandate = await h.createMandate();
    await h.writeInvoices([invoice(1), invoice(2)]);
    return { h, mandate, params: { mandateId: mandate.id } };
  };

  describe('the claim', () => {
    it('O1: is this agent’s from its first scan on, and says so with a token', async () => {
      const { h, mandate } = await withInvoices();
      expect(JSON.parse((await text(h)) ?? '')).toMatchObject({
        machine: 'PC-ANNA',
        token: expect.any(String) as unknown,
      });
      expect(mandate.heldBy).toBeNull();
      expect(told(h)).toEqual([['entries-pending', 'post']]);
      expect((await h.post(mandate)).posted.new).toBe(2);
    });

    it('O1: without a token, as an earlier version wrote it, it is given one', async () => {
      const h = open();
      h.store.transaction((tx) => tx.agents.put({ id: 'agent', agentId: 'this' }));
      h.files.write(CLAIM, JSON.stringify({ ...foreign, agent: 'this', machine: 'PC-ANNA' }));
      const mandate = await h.createMandate();
      expect(mandate.heldBy).toBeNull();
      const { since } = foreign;
      expect(JSON.parse((await text(h)) ?? '')).toMatchObject({
        since,
        token: expect.any(String) as unknown,
      });
    });

    it.each([
      ['empty', ''],
      ['no JSON', '{"agent": "oth'],
      ['JSON of another kind', '[]'],
      ['without a field', JSON.stringify({ ...foreign, since: undefined })],
      ['with a time that is none', JSON.stringify({ ...foreign, since: 'hello' })],
      ['with a year that no clock has', JSON.stringify({ ...foreign, since: '+999999-01-01T00:00:00.000Z' })],
      ['without a machine', JSON.stringify({ ...foreign, machine: '' })],
      ['with a machine of 256 characters', JSON.stringify({ ...foreign, machine: 'M'.repeat(256) })],
      ['with an agent that is no id', JSON.stringify({ ...foreign, agent: 'a b' })],
      ['with a token that is none', JSON.stringify({ ...foreign, token: 7 })],
    ])(
      'O2: %s, it is damaged: reported, left as it is, nothing posted until a user takes over',
      async (_, written) => {
        const { h, mandate, params } = await withInvoices();
        h.files.write(CLAIM, written);
        expect(await failureOf(h.post(mandate))).toMatchObject({
          code: 'claim-unverified',
          details: { reason: 'damaged' },
        });
        await h.advance(5_000);
        expect(await text(h)).toBe(written);
        expect(told(h)).toEqual([
          ['claim-unverified', 'take-over'],
          ['entries-pending', null],
        ]);
        await h.call('takeOverMandate', { params });
        expect(told(h)).toEqual([['entries-pending', 'post']]);
        expect((await h.post(mandate)).posted.new).toBe(2);
      },
    );

    it('O2: found damaged by a mandate that is created, it is not free either', async () => {
      const h = open();
      h.files.write(CLAIM, '');
      const mandate = await h.createMandate();
      await h.writeInvoices([invoice(1)]);
      expect((await failureOf(h.post(mandate))).code).toBe('claim-unverified');
      expect(await text(h)).toBe('');
    });

    it('O2: of more than 64 KB it is not read', async () => {
      const { h, mandate, params } = await withInvoices();
      h.files.write(CLAIM, JSON.stringify({ ...foreign, machine: 'M'.repeat(64 * 1024) }));
      expect((await failureOf(h.post(mandate))).details).toEqual({ reason: 'too-large' });
      await h.advance(5_000);
      expect(claimProblem(h)).toEqual(['too-large', 'take-over']);
      await h.call('takeOverMandate', { params });
      expect((await h.post(mandate)).posted.new).toBe(2);
    });

    it.each([
      ['a folder', 'not-a-file', ({ files }: ServiceHarness) => files.createFolder(CLAIM)],
      [
        'a link to another folder',
        'not-a-file',
        ({ files }: ServiceHarness) => files.link(CLAIM, '/etc/passwd'),
      ],
    ])('O2: %s in its place is reported and stays; taking over is refused', async (_, reason, put) => {
      const { h, mandate, params } = await withInvoices();
      h.files.remove(CLAIM);
      put(h);
      expect((await failureOf(h.post(mandate))).details).toEqual({ reason });
      await h.advance(5_000);
      expect(claimProblem(h)).toEqual([reason, null]);
      expect((await failureOf(h.call('takeOverMandate', { params }))).details).toEqual({ reason });
      expect((await h.files.list(FOLDER))?.filter((name) => name.includes('.synchro'))).toEqual([
        'Compta 2026.synchro',
      ]);
    });

    it.each([
      ['EBUSY', 'busy'],
      ['EACCES', 'no-access'],
      ['EIO', 'io-error'],
    ])(
      'O2: refused with %s while another agent took over, nothing is posted; then it says so',
      async (code, reason) => {
        const { h, mandate } = await withInvoices();
        h.refuse('read', CLAIM, code);
        h.files.write(CLAIM, JSON.stringify(foreign));
        expect((await failureOf(h.post(mandate))).details).toEqual({ reason });
        await h.advance(5_000);
        expect(claimProblem(h)).toEqual([reason, null]);
        expect(told(h)).toContainEqual(['entries-pending', null]);
        h.refuse('read', CLAIM, null);
        await h.advance(30_000);
        expect(told(h)).toEqual([
          ['held-elsewhere', 'take-over'],
          ['entries-pending', null],
        ]);
        expect(await text(h)).toBe(JSON.stringify(foreign));
      },
    );

    it('O2: a short refusal disturbs nobody', async () => {
      const { h, mandate } = await withInvoices();
      h.refuse('read', CLAIM, 'EBUSY');
      h.service.scans.hint(mandate.id);
      await h.advance(1_500);
      h.refuse('read', CLAIM, null);
      await h.advance(2_000);
      expect(told(h)).toEqual([['entries-pending', 'post']]);
    });

    it('O3: another machine’s is shown with its machine; taking over replaces it', async () => {
      const h = open();
      h.files.write(CLAIM, JSON.stringify(foreign));
      const mandate = await h.createMandate();
      expect(mandate.heldBy).toEqual({ machine: 'PC-BEAT', since: foreign.since });
      await h.writeInvoices([invoice(1)]);
      expect((await failureOf(h.post(mandate))).details).toMatchObject({ machine: 'PC-BEAT' });
      const taken = await h.call('takeOverMandate', { params: { mandateId: mandate.id } });
      expect(taken.heldBy).toBeNull();
      expect(await text(h)).toContain('PC-ANNA');
      expect((await h.post(mandate)).posted.new).toBe(1);
    });

    it.each([
      ['create', 'ENOSPC', 'disk-full'],
      ['move', 'EROFS', 'no-access'],
    ] as const)(
      'O3a: taking over is refused where %s fails with %s, and nothing is posted',
      async (use, code, reason) => {
        const h = open();
        h.files.write(CLAIM, JSON.stringify(foreign));
        const mandate = await h.createMandate();
        await h.writeInvoices([invoice(1)]);
        h.refuse(use, CLAIM, code);
        const params = { mandateId: mandate.id };
        expect(await failureOf(h.call('takeOverMandate', { params }))).toMatchObject({
          code: 'claim-unverified',
          details: { reason },
        });
        expect((await failureOf(h.post(mandate))).code).toBe('held-elsewhere');
        h.refuse(use, CLAIM, null);
        expect((await h.call('takeOverMandate', { params })).heldBy).toBeNull();
      },
    );

    it('O4: gone although it was this agent’s, it is not made again; a user can take over', async () => {
      const { h, mandate, params } = await withInvoices();
      h.files.remove(CLAIM);
      expect((await failureOf(h.post(mandate))).details).toEqual({ reason: 'removed' });
      await h.advance(5_000);
      expect(claimProblem(h)).toEqual(['removed', 'take-over']);
      expect(await text(h)).toBeNull();
      await h.call('takeOverMandate', { params });
      expect((await h.post(mandate)).posted.new).toBe(2);
    });

    it('O4: gone although it was another agent’s, it is not made by itself', async () => {
      const { h, mandate } = await withInvoices();
      h.files.write(CLAIM, JSON.stringify(foreign));
      await h.advance(1_000);
      h.files.remove(CLAIM);
      expect((await failureOf(h.post(mandate))).code).toBe('held-elsewhere');
      expect(await text(h)).toBeNull();
    });

    it('O4: of two agents that create the mandate at the same time, one owns it', async () => {
      const one = open();
      await using other = openServiceHarness(createMemoryStore(), 'PC-BEAT', one);
      const [a, b] = await Promise.all([one.createMandate(), other.createMandate()]);
      const held = [a.heldBy?.machine, b.heldBy?.machine].filter((machine) => machine !== undefined);
      expect(held).toHaveLength(1);
      await one.writeInvoices([invoice(1)]);
      await other.advance(5_000);
      const posted = await Promise.allSettled([one.post(a), other.post(b)]);
      expect(posted.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    });

    it.each(['posting', 'already-posted'] as const)('O5: %s reads it at that moment', async (as) => {
      const { h, mandate } = await withInvoices();
      h.refuse('list', FOLDER, 'EIO'); // No scan sees what happens meanwhile.
      h.files.write(CLAIM, JSON.stringify(foreign));
      expect(await failureOf(h.post(mandate, { as }))).toMatchObject({
        code: 'held-elsewhere',
        details: { machine: 'PC-BEAT' },
      });
      expect(h.status().pending.new).toBe(2);
    });

    it('O5: un-posting reads it at that moment', async () => {
      const { h, mandate, params } = await withInvoices();
      const { id: postingId } = await h.post(mandate);
      h.files.write(CLAIM, '');
      const undone = h.call('deletePosting', { params: { ...params, postingId } });
      expect((await failureOf(undone)).details).toEqual({ reason: 'damaged' });
      expect(h.status().pending.new).toBe(0);
    });

    it('O5: an agent that was offline during a take-over does not post, offline or online', async () => {
      const { h, mandate } = await withInvoices();
      await using other = openServiceHarness(createMemoryStore(), 'PC-BEAT', h);
      const theirs = await other.createMandate();
      h.files.write(INVOICES, entryFile([invoice(1), invoice(2)], { lot: 2 }));
      await other.advance(5_000);
      // As a network drive that is gone: nothing is there, neither the folder nor what is in it.
      const offline = ['read', 'stat'] as const;
      for (const use of offline) for (const path of [CLAIM, ACCOUNTING]) h.refuse(use, path, 'ENETUNREACH');
      await other.call('takeOverMandate', { params: { mandateId: theirs.id } });
      expect((await other.post(theirs)).posted.new).toBe(2);
      expect((await failureOf(h.post(mandate))).code).toBe('claim-unverified');
      for (const use of offline) for (const path of [CLAIM, ACCOUNTING]) h.refuse(use, path, null);
      expect((await failureOf(h.post(mandate))).details).toMatchObject({ machine: 'PC-BEAT' });
    });

    it('O7: one that cannot be written is reported once, and tried again ever more rarely whatever happens', async () => {
      const h = open();
      let tries = 0;
      h.refuse('create', CLAIM, 'ENOSPC');
      const count = () => {
        h.meanwhile('create', CLAIM, () => {
          tries += 1;
          count();
        });
      };
      count();
      const mandate = await h.createMandate();
      for (let second = 0; second < 60; second += 1) {
        for (let hint = 0; hint < 10; hint += 1) h.service.scans.hint(mandate.id);
        await h.advance(1_000);
      }
      expect(tries).toBeGreaterThan(4);
      expect(tries).toBeLessThan(12);
      expect(claimProblem(h)).toEqual(['disk-full', null]);
      h.refuse('create', CLAIM, null);
      await h.advance(30_000);
      expect(claimProblem(h)).toBeNull();
      expect(await text(h)).toContain('PC-ANNA');
    });
  });
}
