import { beforeEach, describe, expect, it } from 'vitest';
import { failureOf } from './failure-of.js';
import type { ServiceHarness } from './service-harness.js';
import { entryFile, INVOICES, invoice } from './test-files.js';

/** An export is a fact of its posting, which later exports and un-posting depend on. */
export function exportRules(harness: () => ServiceHarness): void {
  let h: ServiceHarness;
  beforeEach(() => {
    h = harness();
  });
  const setUp = async () => {
    const mandate = await h.createMandate();
    await h.writeInvoices([invoice(1), invoice(2)]);
    const { id } = await h.post(mandate);
    return { mandate, id };
  };
  const exportsOf = async (mandateId: string, postingId: string) =>
    (await h.call('getPosting', { params: { mandateId, postingId }, query: { limit: 1 } })).posting.exports;
  const undo = (mandateId: string, postingId: string) =>
    h.call('deletePosting', { params: { mandateId, postingId } });

  describe('exports', () => {
    it('H2: are recorded with their posting, those of the reversal too', async () => {
      const { mandate, id } = await setUp();
      expect(await exportsOf(mandate.id, id)).toEqual([]);
      await h.exported(mandate, id);
      await h.advance(60_000);
      await undo(mandate.id, id);
      await h.exported(mandate, id, { reversal: true });
      expect(await exportsOf(mandate.id, id)).toEqual([
        { at: '2026-07-01T08:00:05.000Z', format: 'extended', reversal: false },
        { at: '2026-07-01T08:01:05.000Z', format: 'extended', reversal: true },
      ]);
    });

    it('H2: with one key are one export, answered with the same text', async () => {
      const { mandate, id } = await setUp();
      const first = await h.exported(mandate, id, {}, 'key');
      expect(await h.exported(mandate, id, {}, 'key')).toEqual(first);
      expect(await exportsOf(mandate.id, id)).toHaveLength(1);
      await undo(mandate.id, id);
      expect((await failureOf(h.exported(mandate, id, {}, 'key'))).code).toBe('nothing-to-export');
    });

    it('H3: of lines that were exported before are refused with when, until the caller asks again', async () => {
      const { mandate, id } = await setUp();
      const first = await h.exported(mandate, id);
      await h.advance(60_000);
      expect(await failureOf(h.exported(mandate, id))).toMatchObject({
        code: 'already-exported',
        details: { earlier: [{ posting: id, at: '2026-07-01T08:00:05.000Z' }] },
      });
      expect(await exportsOf(mandate.id, id)).toHaveLength(1);
      expect(await h.exported(mandate, id, { again: true })).toEqual(first);
      expect(await exportsOf(mandate.id, id)).toHaveLength(2);
    });

    it('H3: of lines that a host has confirmed are refused as well', async () => {
      const { mandate, id } = await setUp();
      await h.call('confirmArrival', { params: { mandateId: mandate.id, postingId: id } });
      expect(await failureOf(h.exported(mandate, id))).toMatchObject({
        details: { earlier: [{ posting: id, at: '2026-07-01T08:00:05.000Z' }] },
      });
    });

    it('H3, U3: of lines that an un-posted posting exported name it, until its reversal was exported', async () => {
      const { mandate, id } = await setUp();
      await h.exported(mandate, id);
      expect(await undo(mandate.id, id)).toMatchObject({ offersReversal: true });
      await h.writeInvoices([invoice(2), invoice(3)], { lot: 2 });
      const next = (await h.post(mandate)).id;
      expect(await failureOf(h.exported(mandate, next))).toMatchObject({
        code: 'already-exported',
        details: { earlier: [{ posting: id }] },
      });
      expect(await h.exported(mandate, id, { reversal: true })).toHaveLength(2);
      expect(await failureOf(h.exported(mandate, id, { reversal: true }))).toMatchObject({
        code: 'already-exported',
      });
      expect(await h.exported(mandate, next)).toHaveLength(2);
    });

    it('H3: of other lines than those of an un-posted posting are not refused', async () => {
      const { mandate, id } = await setUp();
      await h.exported(mandate, id);
      await undo(mandate.id, id);
      await h.writeInvoices([invoice(3)], { lot: 2 });
      const next = (await h.post(mandate)).id;
      expect(await h.exported(mandate, next)).toHaveLength(1);
    });
  });

  describe('a character that the import text cannot carry', () => {
    const withCr = () => {
      const bytes = entryFile([invoice(1), invoice(2), invoice(3)]);
      const text = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
      return Uint8Array.from(text.replace('Facture 2', 'Facture\r2'), (one) => one.charCodeAt(0));
    };

    it('K10: keeps its entry from being posted; the others are posted and exported', async () => {
      const mandate = await h.createMandate();
      h.files.write(INVOICES, withCr());
      await h.advance(5000);
      const { id, left } = await h.post(mandate);
      expect(left).toMatchObject([
        { problems: [{ code: 'unwritable-character', line: 0, field: 'label', character: 'U+000D' }] },
      ]);
      expect(await h.exported(mandate, id)).toHaveLength(2);
      expect(h.status().pending.new).toBe(1);
    });

    it('H4: of what was marked as already posted is a space where its reversal is exported', async () => {
      const mandate = await h.createMandate();
      h.files.write(INVOICES, withCr());
      await h.advance(5000);
      await h.post(mandate, { as: 'already-posted' });
      await h.writeInvoices([invoice(1), invoice(3)], { lot: 2 });
      const { id } = await h.post(mandate);
      expect((await h.exported(mandate, id)).map((row) => row.split('\t')[4])).toEqual([
        'Extourne: Facture 2',
      ]);
    });
  });
}
