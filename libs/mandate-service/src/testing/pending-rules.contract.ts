import { beforeEach, describe, expect, it } from 'vitest';
import type { ServiceHarness } from './service-harness.js';
import { chartFile, FOLDER, invoice, vatInvoice } from './test-files.js';

/** What the service must do about what waits to be posted. */
export function pendingRules(harness: () => ServiceHarness): void {
  let h: ServiceHarness;
  beforeEach(() => {
    h = harness();
  });

  describe('what waits', () => {
    it('C3: counts what the file holds against what was posted', async () => {
      const mandate = await h.createMandate();
      await h.writeInvoices([invoice(1), invoice(2), ...vatInvoice(3)]);
      expect(h.status().pending).toEqual({ new: 3, changed: 0, deleted: 0 });
      await h.post(mandate);
      expect(h.status()).toMatchObject({ pending: { new: 0, changed: 0, deleted: 0 }, notifications: [] });
      await h.writeInvoices(
        [invoice(1, { amountInCentimes: 99_900 }), ...vatInvoice(3), invoice(4), invoice(5), invoice(6)],
        { lot: 2 },
      );
      expect(h.status().pending).toEqual({ new: 3, changed: 1, deleted: 1 });
    });

    it('C4: a file that was written anew with other numbers has nothing pending', async () => {
      const mandate = await h.createMandate();
      await h.writeInvoices([invoice(1), invoice(2), ...vatInvoice(3)]);
      await h.post(mandate);
      const renumbered = [...vatInvoice(3), invoice(2), invoice(1)].map((line, i) => ({
        ...line,
        idno: 900 + i,
        compoundNumber: line.compoundNumber && 77,
      }));
      await h.writeInvoices(renumbered, { lot: 2 });
      expect(h.status().pending).toEqual({ new: 0, changed: 0, deleted: 0 });
    });

    it('C4: after a file was renumbered, a correction is known by its new number', async () => {
      const mandate = await h.createMandate();
      await h.writeInvoices([invoice(1), invoice(2)]);
      await h.post(mandate);
      await h.writeInvoices([invoice(1, { idno: 71 }), invoice(2, { idno: 72 })], { lot: 2 });
      await h.writeInvoices([invoice(1, { idno: 71 }), invoice(2, { idno: 72, amountInCentimes: 1 })], {
        lot: 3,
      });
      expect(h.status().pending).toEqual({ new: 0, changed: 1, deleted: 0 });
      await h.writeInvoices([invoice(1, { idno: 2 }), invoice(2, { idno: 1, amountInCentimes: 1 })], {
        lot: 4,
      });
      expect(h.status().pending).toEqual({ new: 0, changed: 1, deleted: 0 });
    });

    it('R1: the revision stays while only numbers, order or time stamps change, and grows with what waits', async () => {
      await h.createMandate();
      await h.writeInvoices([invoice(1), invoice(2)]);
      const { revision } = h.status();
      await h.writeInvoices([invoice(2, { idno: 8 }), invoice(1, { idno: 9 })], { lot: 2 });
      expect(h.status().revision).toBe(revision);
      await h.writeInvoices([invoice(2), invoice(1), invoice(3)], { lot: 3 });
      expect(h.status().revision).toBeGreaterThan(revision);
    });

    it('pages through entries by change, with old and new lines of a changed one', async () => {
      const mandate = await h.createMandate();
      await h.writeInvoices([invoice(1), invoice(2), invoice(3)]);
      await h.post(mandate);
      await h.writeInvoices([invoice(1, { label: 'Facture 1 bis' }), invoice(2), invoice(4), invoice(5)], {
        lot: 2,
      });
      const changed = await h.entries(mandate.id, { change: 'changed' });
      expect(changed.items).toMatchObject([
        {
          change: 'changed',
          label: 'Facture 1 bis',
          lines: [{ amount: '101.00' }],
          before: { lines: [{ label: 'Facture 1' }] },
        },
      ]);
      const first = await h.entries(mandate.id, { limit: 2 });
      const second = await h.entries(mandate.id, { limit: 2, cursor: first.nextCursor });
      expect(second.nextCursor).toBeNull();
      expect([...first.items, ...second.items].map(({ label }) => label).sort()).toEqual([
        'Facture 1 bis',
        'Facture 3',
        'Facture 4',
        'Facture 5',
      ]);
    });

    it('C6: an entry outside the fiscal period is a problem, and the chart knows the accounts', async () => {
      const mandate = await h.createMandate();
      await h.writeInvoices([
        invoice(1, { date: '2025-12-31' }),
        invoice(2, { credit: '3299' }),
        invoice(3, { vatCode: 'XYZ' }),
        invoice(4, { debit: '10' }),
      ]);
      const { items } = await h.entries(mandate.id);
      expect(items.flatMap(({ problems }) => problems.map(({ code }) => code)).sort()).toEqual([
        'group-account',
        'outside-periods',
        'unknown-account',
        'unknown-vat-code',
      ]);
    });

    it('K0: a changed chart checks anew what waits; without a chart only the other checks run', async () => {
      const mandate = await h.createMandate();
      await h.writeInvoices([invoice(1, { credit: '3299' })]);
      expect((await h.entries(mandate.id)).items[0]?.problems).toHaveLength(1);
      h.files.write(`${FOLDER}/Compta 2026.crp`, chartFile(['1100', '3299']));
      await h.advance(5000);
      expect((await h.entries(mandate.id)).items[0]?.problems).toEqual([]);
      h.files.remove(`${FOLDER}/Compta 2026.crp`);
      await h.writeInvoices([invoice(1, { credit: '9999' })], { lot: 2 });
      expect((await h.entries(mandate.id)).items[0]?.problems).toEqual([]);
      expect(h.status().notifications.map(({ kind }) => kind)).toEqual(['entries-pending', 'chart-missing']);
    });
  });
}
