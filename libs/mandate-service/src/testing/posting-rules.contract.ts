import { beforeEach, describe, expect, it } from 'vitest';
import { failureOf } from './failure-of.js';
import type { ServiceHarness } from './service-harness.js';
import { invoice, vatInvoice } from './test-files.js';

/** What the service must do about posting, un-posting and handing over. */
export function postingRules(harness: () => ServiceHarness): void {
  let h: ServiceHarness;
  beforeEach(() => {
    h = harness();
  });

  describe('posting', () => {
    it('B1: posts all that is sound; the rest stays and is reported with its problems', async () => {
      const mandate = await h.createMandate();
      await h.writeInvoices([invoice(1), invoice(2, { credit: '3299' }), ...vatInvoice(3)]);
      const result = await h.post(mandate);
      expect(result.posted).toEqual({ new: 2, changed: 0, deleted: 0 });
      expect(result.left).toMatchObject([{ problems: [{ code: 'unknown-account', account: '3299' }] }]);
      expect(h.status().pending).toEqual({ new: 1, changed: 0, deleted: 0 });
      expect(h.status().revision).toBe(result.revision);
    });

    it('B2: "all" names the revision that was seen; an outdated one posts nothing and tells the new counts', async () => {
      const mandate = await h.createMandate();
      await h.writeInvoices([invoice(1)]);
      const { revision } = h.status();
      await h.writeInvoices([invoice(1), invoice(2)], { lot: 2 });
      const refused = await failureOf(h.post(mandate, { revision }));
      expect(refused).toMatchObject({
        code: 'revision-outdated',
        details: { revision: h.status().revision, pending: { new: 2 } },
      });
      expect(h.status().pending.new).toBe(2);
    });

    it('B3: by ids needs no revision; those no longer pending are named, and nothing is posted', async () => {
      const mandate = await h.createMandate();
      await h.writeInvoices([invoice(1), invoice(2)]);
      const [one, two] = (await h.entries(mandate.id)).items.map(({ id }) => id) as [string, string];
      await h.writeInvoices([invoice(1), invoice(3)], { lot: 2 });
      const refused = await failureOf(h.post(mandate, { entries: [one, two], revision: 0 }));
      expect(refused).toMatchObject({ code: 'entries-not-pending', details: { entries: [two] } });
      await h.post(mandate, { entries: [one] });
      expect(h.status().pending).toEqual({ new: 1, changed: 0, deleted: 0 });
    });

    it('B4: the same key posts once; with another body it is refused', async () => {
      const mandate = await h.createMandate();
      await h.writeInvoices([invoice(1), invoice(1)]);
      const request = { entries: 'all' as const, revision: h.status().revision };
      const first = await h.post(mandate, request, 'twice');
      expect(await h.post(mandate, request, 'twice')).toEqual(first);
      expect((await failureOf(h.post(mandate, { revision: 9_999 }, 'twice'))).code).toBe(
        'idempotency-key-reused',
      );
      expect((await h.call('listPostings', { params: { mandateId: mandate.id } })).items).toHaveLength(1);
    });

    it('C3: of identical bookings one can be posted, and its id never comes to mean the other', async () => {
      const mandate = await h.createMandate();
      await h.writeInvoices([invoice(1, { idno: 1 }), invoice(1, { idno: 2 })]);
      const [first] = (await h.entries(mandate.id)).items.map(({ id }) => id) as [string];
      await h.post(mandate, { entries: [first] });
      expect((await failureOf(h.post(mandate, { entries: [first] }))).code).toBe('entries-not-pending');
      expect(h.status().pending).toEqual({ new: 1, changed: 0, deleted: 0 });
    });

    it('B5: already-posted entries are recorded whatever their problems, un-doable, and not exported', async () => {
      const mandate = await h.createMandate();
      await h.writeInvoices([invoice(1, { credit: '3299' })]);
      const { id } = await h.post(mandate, { as: 'already-posted' });
      expect(h.status().pending.new).toBe(0);
      expect((await failureOf(h.exported(mandate, id))).code).toBe('nothing-to-export');
      await h.call('deletePosting', { params: { mandateId: mandate.id, postingId: id } });
      expect(h.status().pending.new).toBe(1);
    });
  });

  describe('un-posting', () => {
    it('U1: brings back what it posted; what waits follows from the files as they are now', async () => {
      const mandate = await h.createMandate();
      await h.writeInvoices([invoice(1), invoice(2)]);
      await h.post(mandate);
      await h.writeInvoices([invoice(1, { amountInCentimes: 5 }), invoice(3)], { lot: 2 });
      const { id } = await h.post(mandate);
      await h.writeInvoices([invoice(1, { amountInCentimes: 5, idno: 77 }), invoice(3, { idno: 78 })], {
        lot: 3,
      });
      await h.call('deletePosting', { params: { mandateId: mandate.id, postingId: id } });
      expect(h.status().pending).toEqual({ new: 1, changed: 1, deleted: 1 });
    });

    it('U2: is refused while a later posting builds on it, naming that one', async () => {
      const mandate = await h.createMandate();
      await h.writeInvoices([invoice(1)]);
      const first = await h.post(mandate);
      await h.writeInvoices([invoice(1, { amountInCentimes: 5 })], { lot: 2 });
      const second = await h.post(mandate);
      const undo = (postingId: string) =>
        h.call('deletePosting', { params: { mandateId: mandate.id, postingId } });
      expect(await failureOf(undo(first.id))).toMatchObject({
        code: 'posting-built-upon',
        details: { by: second.id },
      });
      const { items } = await h.call('listPostings', { params: { mandateId: mandate.id } });
      expect(items.map(({ undo: { possible, blockedBy } }) => [possible, blockedBy])).toEqual([
        [true, null],
        [false, second.id],
      ]);
      await undo(second.id);
      await undo(first.id);
      expect(h.status().pending).toEqual({ new: 1, changed: 0, deleted: 0 });
      expect((await failureOf(undo(first.id))).code).toBe('posting-already-undone');
    });

    it('U3: what had arrived offers its reversal, what was neither that nor exported just vanishes', async () => {
      const mandate = await h.createMandate();
      await h.writeInvoices([invoice(1)]);
      const { id } = await h.post(mandate);
      await h.call('confirmArrival', { params: { mandateId: mandate.id, postingId: id } });
      const undone = await h.call('deletePosting', { params: { mandateId: mandate.id, postingId: id } });
      expect(undone.offersReversal).toBe(true);
      expect((await failureOf(h.exported(mandate, id))).code).toBe('nothing-to-export');
      expect(await h.exported(mandate, id, { reversal: true })).toEqual([
        '05.06.2026\t3200\t1100\tF-1\tExtourne: Facture 1\t101.00\t0.00\t0.000000\t0\t0\t0\t0\t\tExtourne: Facture 1',
      ]);
      const next = (await h.post(mandate)).id;
      const params = { mandateId: mandate.id, postingId: next };
      expect((await h.call('deletePosting', { params })).offersReversal).toBe(false);
      expect((await failureOf(h.exported(mandate, next, { reversal: true }))).code).toBe('nothing-to-export');
    });
  });

  describe('the text for the accounting', () => {
    it('X1: reverses a changed entry on its own date, lines swapped in their order, before the new version', async () => {
      const mandate = await h.createMandate();
      await h.writeInvoices([...vatInvoice(3), invoice(1)]);
      await h.post(mandate);
      await h.writeInvoices([...vatInvoice(3, 200_000)], { lot: 2 });
      const { id } = await h.post(mandate);
      const rows = (await h.exported(mandate, id)).map((row) => row.split('\t'));
      expect(rows.map((row) => [row[1], row[2], row[4], row[5], row[8]])).toEqual([
        ['...', '1100', 'Extourne: Facture 3', '1081.00', '1'],
        ['3200', '...', 'Extourne: Facture 3 net', '1000.00', '1'],
        ['2200', '...', 'Extourne: Facture 3 TVA', '81.00', '1'],
        ['1100', '...', 'Facture 3', '2162.00', '2'],
        ['...', '3200', 'Facture 3 net', '2000.00', '2'],
        ['...', '2200', 'Facture 3 TVA', '162.00', '2'],
        ['3200', '1100', 'Extourne: Facture 1', '101.00', '0'],
      ]);
    });
  });
}
