import { beforeEach, describe, expect, it } from 'vitest';
import { failureOf } from './failure-of.js';
import type { ServiceHarness } from './service-harness.js';
import { entryFile, FOLDER, invoice, INVOICES } from './test-files.js';

/** What the service must do with the versions of entry files. */
export function takeInRules(harness: () => ServiceHarness): void {
  let h: ServiceHarness;
  beforeEach(() => {
    h = harness();
  });

  describe('taking in', () => {
    it('T1: a half-written file waits, and announces no deletions', async () => {
      const mandate = await h.createMandate();
      const whole = entryFile([invoice(1), invoice(2), invoice(3), invoice(4)]);
      h.files.write(INVOICES, whole);
      await h.advance(5000);
      await h.post(mandate);
      h.files.write(INVOICES, whole.slice(0, Math.floor(whole.length * 0.6)));
      await h.advance(2900);
      expect(h.status()).toMatchObject({ pending: { deleted: 0 }, notifications: [] });
      h.files.write(
        INVOICES,
        entryFile([invoice(1), invoice(2), invoice(3), invoice(4), invoice(5)], { lot: 2 }),
      );
      await h.settle();
      expect(h.status().pending).toEqual({ new: 1, changed: 0, deleted: 0 });
    });

    it('T2: an unreadable file keeps what was known, says where, blocks posting, and is over when it is whole', async () => {
      const mandate = await h.createMandate();
      await h.writeInvoices([invoice(1)]);
      h.files.write(
        INVOICES,
        '#FSC\t9.5.0\tECF\r\n#ECC\t1; 1; 10.06.2026 11:06:53; 123\r\n99.99.2026\t1100\r\n',
      );
      await h.advance(5000);
      const trouble = h.status().notifications.find(({ kind }) => kind === 'source-trouble');
      expect(trouble).toMatchObject({
        action: 'details',
        trouble: { kind: 'unreadable', problems: [{ line: 3 }] },
      });
      expect(h.status().pending).toEqual({ new: 1, changed: 0, deleted: 0 });
      expect(await failureOf(h.post(mandate))).toMatchObject({
        code: 'nothing-to-post',
        details: { left: [{ problems: [{ code: 'source-blocked', trouble: 'unreadable' }] }] },
      });
      await h.writeInvoices([invoice(1), invoice(2)], { lot: 2 });
      expect(h.status().notifications.map(({ kind }) => kind)).toEqual(['entries-pending']);
    });

    it('T3: a missing file is no deletion, and what was known of it can be posted', async () => {
      const mandate = await h.createMandate();
      await h.writeInvoices([invoice(1), invoice(2)]);
      h.files.unmount(FOLDER);
      await h.advance(5000);
      h.service.scans.hint(mandate.id);
      await h.advance(5000);
      expect(h.status().pending).toEqual({ new: 2, changed: 0, deleted: 0 });
      expect(h.status().notifications.map(({ kind }) => kind)).toContain('source-trouble');
      expect((await h.post(mandate)).posted).toEqual({ new: 2, changed: 0, deleted: 0 });
      h.files.mount(FOLDER);
      h.service.scans.hint(mandate.id);
      await h.advance(5000);
      expect(h.status()).toMatchObject({ pending: { deleted: 0 }, notifications: [] });
    });

    it('T4: an older copy counts for nothing until somebody confirms it', async () => {
      const mandate = await h.createMandate();
      await h.writeInvoices([invoice(1), invoice(2)], { lot: 5 });
      await h.writeInvoices([invoice(1)], { lot: 4 });
      const [trouble] = h.status().notifications.filter(({ kind }) => kind === 'source-trouble');
      expect(trouble).toMatchObject({
        trouble: { kind: 'suspect', reasons: [{ code: 'lot-went-back', known: 5, found: 4 }] },
      });
      expect(h.status().pending).toEqual({ new: 2, changed: 0, deleted: 0 });
      if (trouble?.kind !== 'source-trouble' || trouble.trouble.kind !== 'suspect')
        throw new Error('No suspect.');
      const {
        fileId,
        trouble: { version },
      } = trouble;
      const confirm = (named: string) =>
        h.call('confirmVersion', { params: { mandateId: mandate.id, fileId }, body: { version: named } });
      expect((await failureOf(confirm('another'))).code).toBe('source-not-suspect');
      await confirm(version);
      await h.advance(5000);
      expect(h.status()).toMatchObject({ pending: { new: 1, changed: 0, deleted: 0 } });
      expect(h.status().notifications.map(({ kind }) => kind)).toEqual(['entries-pending']);
    });

    it('T4: ten and more than half of the posted entries gone is suspect; two honest deletions pass', async () => {
      const mandate = await h.createMandate();
      const all = Array.from({ length: 18 }, (_, i) => invoice(i + 1));
      await h.writeInvoices(all);
      await h.post(mandate);
      await h.writeInvoices(all.slice(2), { lot: 2 });
      expect(h.status().pending).toEqual({ new: 0, changed: 0, deleted: 2 });
      await h.writeInvoices([...all.slice(10), invoice(99)], { lot: 3 });
      expect(h.status().pending).toEqual({ new: 0, changed: 0, deleted: 2 });
      expect(h.status().notifications.map(({ kind }) => kind)).toContain('source-trouble');
    });

    it('T5: an addition counts at once, a deletion after the file has been quiet', async () => {
      await h.createMandate();
      await h.writeInvoices([invoice(1), invoice(2)]);
      h.files.write(INVOICES, entryFile([invoice(1), invoice(2), invoice(3)], { lot: 2 }));
      await h.settle();
      expect(h.status().pending.new).toBe(3);
      h.files.write(INVOICES, entryFile([invoice(1), invoice(4), invoice(3)], { lot: 3 }));
      await h.advance(200);
      expect(h.status().pending.new).toBe(3);
      expect((await h.entries(h.status().mandate?.id ?? '')).items.map(({ label }) => label)).toContain(
        'Facture 2',
      );
      await h.advance(100);
      expect((await h.entries(h.status().mandate?.id ?? '')).items.map(({ label }) => label)).toContain(
        'Facture 4',
      );
    });

    it('T6: a twin is told, never counted, and can be ignored', async () => {
      const mandate = await h.createMandate();
      await h.writeInvoices([invoice(1)]);
      h.files.write(`${FOLDER}/Atelier Rochat (01-01-2026 ~ 31-12-2026) (1).ecf`, entryFile([invoice(7)]));
      await h.settle();
      const [twin] = h.status().notifications.filter(({ kind }) => kind === 'source-twin');
      if (twin?.kind !== 'source-twin') throw new Error('The twin was not told.');
      expect(h.status().pending.new).toBe(1);
      await h.call('ignoreTwin', { params: { mandateId: mandate.id, twinId: twin.twinId } });
      expect(h.status().notifications.map(({ kind }) => kind)).toEqual(['entries-pending']);
    });
  });
}
