import { beforeEach, describe, expect, it } from 'vitest';
import { failureOf } from './failure-of.js';
import type { ServiceHarness } from './service-harness.js';
import { entryFile, FOLDER, invoice, INVOICES, vatInvoice } from './test-files.js';

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

    /** Thirty invoices, of which all are posted; rows of the next version, which changes the first one. */
    const postThirty = async () => {
      const lines = Array.from({ length: 30 }, (_, i) => invoice(i + 1));
      const mandate = await h.createMandate();
      await h.writeInvoices(lines);
      await h.post(mandate);
      const next = [invoice(1, { amountInCentimes: 99_900 }), ...lines.slice(1)];
      const bytes = entryFile(next, { lot: 2 });
      const ends = [...bytes].flatMap((byte, i) => (byte === 10 ? [i + 1] : []));
      return { mandate, first: (rows: number) => bytes.slice(0, ends[rows + 1]), lines };
    };

    it('T1: a file whose first line changed and that is half written announces no deletions', async () => {
      const { mandate, first } = await postThirty();
      h.files.write(INVOICES, first(16));
      await h.advance(2900);
      expect(h.status()).toMatchObject({ pending: { deleted: 0 }, notifications: [] });
      expect((await failureOf(h.post(mandate))).code).toBe('nothing-to-post');
      h.files.write(INVOICES, first(30));
      await h.advance(1000);
      expect(h.status().pending).toEqual({ new: 0, changed: 1, deleted: 0 });
    });

    it('T1e: a renumbered file that is cut between two lines of its last compound announces no deletion', async () => {
      const mandate = await h.createMandate();
      await h.writeInvoices([invoice(1), ...vatInvoice(2)]);
      await h.post(mandate);
      const renumbered = [invoice(1), ...vatInvoice(2)].map((line, i) => ({ ...line, idno: 900 + i }));
      const whole = entryFile(renumbered, { lot: 2 });
      const ends = [...whole].flatMap((byte, i) => (byte === 10 ? [i + 1] : []));
      for (const lines of [2, 3]) {
        h.files.write(INVOICES, whole.slice(0, ends[1 + lines]));
        await h.advance(2900);
        expect(h.status()).toMatchObject({ pending: { new: 0, changed: 0, deleted: 0 }, notifications: [] });
      }
      h.files.write(INVOICES, whole);
      await h.advance(5000);
      expect(h.status().pending).toEqual({ new: 0, changed: 0, deleted: 0 });
    });

    it('T1a: what is read a moment after the look was not still, however long the file was still before', async () => {
      const { first } = await postThirty();
      h.files.write(INVOICES, first(5));
      await h.advance(2990);
      h.meanwhile('stat', INVOICES, () => h.files.write(INVOICES, first(20)));
      await h.advance(20);
      expect(h.status().pending.deleted).toBe(0);
      await h.advance(2900);
      expect(h.status().pending.deleted).toBe(0);
      h.files.write(INVOICES, first(30));
      await h.advance(5000);
      expect(h.status().pending).toEqual({ new: 0, changed: 1, deleted: 0 });
    });

    it('T1c: where time stamps are whole seconds, two seconds more prove that a file was still', async () => {
      const { first, lines } = await postThirty();
      h.coarsenStamps(2000);
      h.files.write(INVOICES, first(16));
      await h.advance(4900);
      expect(h.status().pending.deleted).toBe(0);
      // Within the same two seconds: another amount, and nothing to see it by.
      const priced = (n: number, amountInCentimes: number) =>
        entryFile([invoice(1, { amountInCentimes }), ...lines.slice(1), invoice(n)], { lot: 3 });
      h.files.write(INVOICES, priced(31, 125_000));
      await h.advance(10);
      h.files.write(INVOICES, priced(31, 135_000));
      await h.advance(5000);
      const { items } = await h.entries(h.status().mandate?.id ?? '');
      expect(items.map(({ lines: [line] }) => line?.amount).sort()).toEqual(['131.00', '1350.00']);
    });

    it('T1d: other content under the same size and time stamp is noticed', async () => {
      const mandate = await h.createMandate();
      await h.writeInvoices([invoice(1, { amountInCentimes: 125_000 })]);
      const other = entryFile([invoice(1, { amountInCentimes: 135_000 })]);
      h.files.write(INVOICES, other, { keepsTime: true });
      await h.advance(5000);
      const { items } = await h.entries(mandate.id);
      expect(items.map(({ lines: [line] }) => line?.amount)).toEqual(['1350.00']);
    });

    it('T1d: a file that was only touched is read again, and nothing happens', async () => {
      const mandate = await h.createMandate();
      await h.writeInvoices([invoice(1)]);
      const before = {
        status: h.status(),
        mandate: await h.call('getMandate', { params: { mandateId: mandate.id } }),
      };
      const { length } = h.readWhole;
      h.files.write(INVOICES, (await h.files.read(INVOICES))?.bytes ?? '');
      await h.advance(5000);
      expect(h.readWhole.slice(length)).toContain(INVOICES);
      expect(h.status()).toEqual(before.status);
      expect(await h.call('getMandate', { params: { mandateId: mandate.id } })).toEqual(before.mandate);
      const again = h.readWhole.length;
      h.service.scans.hint(mandate.id);
      await h.advance(5000);
      expect(h.readWhole.slice(again)).not.toContain(INVOICES);
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

    it('T2b: a file whose size never is what reading it gives is read ever more rarely, and reported', async () => {
      const mandate = await h.createMandate();
      await h.writeInvoices([invoice(1)]);
      h.refuse('read', INVOICES, 'SHORT');
      h.files.write(INVOICES, entryFile([invoice(1), invoice(2)], { lot: 2 }));
      const { length } = h.readWhole;
      const reads = () => h.readWhole.slice(length).filter((path) => path === INVOICES).length;
      // As while it is copied: hint after hint.
      for (let i = 0; i < 200; i += 1) {
        h.service.scans.hint(mandate.id);
        await h.advance(10);
      }
      expect(h.status().notifications.map(({ kind }) => kind)).toEqual(['entries-pending']);
      expect(reads()).toBeLessThan(12);
      await h.advance(2000);
      expect(h.status().notifications).toContainEqual(
        expect.objectContaining({
          trouble: expect.objectContaining({
            problems: [{ code: 'unstable', line: 0, column: 0 }],
          }) as unknown,
        }),
      );
      await h.advance(600_000);
      expect(reads()).toBeLessThan(40);
      h.refuse('read', INVOICES, null);
      await h.advance(30_000);
      expect(h.status()).toMatchObject({ pending: { new: 2 }, notifications: [{ kind: 'entries-pending' }] });
    });

    it.each(['.ecc', '.crp'])('T2b: the same of the %s', async (extension) => {
      const path = `${FOLDER}/Compta 2026${extension}`;
      const mandate = await h.createMandate();
      await h.writeInvoices([invoice(1)]);
      h.refuse('read', path, 'SHORT');
      h.files.write(path, (await h.files.read(path))?.bytes ?? '');
      const { length } = h.readWhole;
      const reads = () => h.readWhole.slice(length).filter((read) => read === path).length;
      for (let i = 0; i < 200; i += 1) {
        h.service.scans.hint(mandate.id);
        await h.advance(10);
      }
      expect(reads()).toBeLessThan(12);
      await h.advance(2000);
      expect(h.status().notifications).toContainEqual(
        expect.objectContaining({
          kind: 'check-failed',
          name: `Compta 2026${extension}`,
          reason: 'unstable',
        }),
      );
      h.refuse('read', path, null);
      await h.advance(30_000);
      expect(h.status().notifications.map(({ kind }) => kind)).toEqual(['entries-pending']);
    });

    it('T3: a missing file is no deletion, and what was known of it can be posted', async () => {
      const mandate = await h.createMandate();
      await h.writeInvoices([invoice(1), invoice(2)]);
      const bytes = (await h.files.read(INVOICES))?.bytes ?? '';
      h.files.remove(INVOICES);
      await h.advance(5000);
      expect(h.status().pending).toEqual({ new: 2, changed: 0, deleted: 0 });
      expect(h.status().notifications.map(({ kind }) => kind)).toContain('source-trouble');
      expect((await h.post(mandate)).posted).toEqual({ new: 2, changed: 0, deleted: 0 });
      h.files.write(INVOICES, bytes);
      await h.advance(5000);
      expect(h.status()).toMatchObject({ pending: { deleted: 0 }, notifications: [] });
    });

    it('T3: where the whole folder is missing, nothing is deleted, nor posted [O2]', async () => {
      const mandate = await h.createMandate();
      await h.writeInvoices([invoice(1), invoice(2)]);
      h.files.unmount(FOLDER);
      h.service.scans.hint(mandate.id);
      await h.advance(5000);
      expect(h.status().pending).toEqual({ new: 2, changed: 0, deleted: 0 });
      const told = h.status().notifications.map(({ kind, action }) => [kind, action]);
      expect(told).toContainEqual(['accounting-missing', null]);
      expect(told).toContainEqual(['entries-pending', null]);
      expect(told.map(([kind]) => kind)).not.toContain('claim-unverified');
      expect(await failureOf(h.post(mandate))).toMatchObject({
        code: 'claim-unverified',
        details: { reason: 'missing' },
      });
      h.files.mount(FOLDER);
      h.service.scans.hint(mandate.id);
      await h.advance(5000);
      expect((await h.post(mandate)).posted).toEqual({ new: 2, changed: 0, deleted: 0 });
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

    it('T4: the end of daylight saving time is no older file', async () => {
      const mandate = await h.createMandate();
      await h.writeInvoices([invoice(1)], { lot: 5, writtenAt: '2026-10-25T02:50:00' });
      await h.writeInvoices([invoice(1), invoice(2)], { lot: 6, writtenAt: '2026-10-25T02:10:00' });
      expect((await h.post(mandate)).posted).toEqual({ new: 2, changed: 0, deleted: 0 });
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

    it('T5: an addition counts at once, a change after 250 ms, a deletion after a second', async () => {
      const mandate = await h.createMandate();
      await h.writeInvoices([invoice(1), invoice(2), invoice(3)]);
      await h.post(mandate);
      h.files.write(INVOICES, entryFile([invoice(1), invoice(2), invoice(3), invoice(4)], { lot: 2 }));
      await h.settle();
      expect(h.status().pending).toEqual({ new: 1, changed: 0, deleted: 0 });
      const changed = invoice(2, { amountInCentimes: 1 });
      h.files.write(INVOICES, entryFile([invoice(1), changed, invoice(3), invoice(4)], { lot: 3 }));
      await h.advance(200);
      expect(h.status().pending.changed).toBe(0);
      await h.advance(60);
      expect(h.status().pending).toEqual({ new: 1, changed: 1, deleted: 0 });
      h.files.write(INVOICES, entryFile([changed, invoice(3), invoice(4), invoice(5)], { lot: 4 }));
      await h.advance(990);
      expect(h.status().pending).toEqual({ new: 1, changed: 1, deleted: 0 });
      await h.advance(20);
      expect(h.status().pending).toEqual({ new: 2, changed: 1, deleted: 1 });
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
