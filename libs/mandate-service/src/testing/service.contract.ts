import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { EntryPage } from '@synchro/sync-core/contract';
import { failureOf } from './failure-of.js';
import { openServiceHarness } from './service-harness.js';
import {
  ACCOUNTING,
  chartFile,
  entryFile,
  FOLDER,
  index,
  invoice,
  INVOICES,
  invoicesListed,
  SALARIES,
  salariesListed,
  vatInvoice,
} from './test-files.js';
import type { ServiceHarness } from './service-harness.js';
import { linkIdentityRules } from './link-identity.contract.js';
import { linkRules } from './link-rules.contract.js';
import { syncRules } from './sync-rules.contract.js';
import type { MandateStore } from '../store/store.js';

/** What the service must do over any store; rules by their numbers in `SPEC.md`. */
export function serviceContract(
  name: string,
  open: () => Promise<{ readonly store: MandateStore; close(): Promise<void> }>,
): void {
  describe(`the mandate service over ${name}`, () => {
    let h: ServiceHarness;
    let closeStore: () => Promise<void>;
    beforeEach(async () => {
      const opened = await open();
      closeStore = () => opened.close();
      h = openServiceHarness(opened.store);
    });
    afterEach(async () => {
      await h[Symbol.asyncDispose]();
      await closeStore();
    });

    const entries = async (mandateId: string, query: object = {}): Promise<EntryPage> =>
      h.call('listEntries', { params: { mandateId }, query: { limit: 200, ...query } });
    linkRules(() => h);
    linkIdentityRules(() => h);
    syncRules(() => h);

    describe('a mandate', () => {
      it('A1: attaches the entry files that the .ecc lists by itself', async () => {
        h.files.write(`${FOLDER}/Compta 2026.ecc`, index(invoicesListed, salariesListed));
        const mandate = await h.createMandate();
        expect(mandate.files.map(({ role, product, path }) => [role, product, path])).toEqual([
          ['accounting', 'compta', ACCOUNTING],
          ['entries', 'facturation', INVOICES],
          ['entries', 'salaires', SALARIES],
        ]);
      });

      it('A2: is refused for an unknown file, a relative path, another kind of file, and a file that has a mandate', async () => {
        const mandate = await h.createMandate();
        const create = (accountingFile: string) =>
          failureOf(h.call('createMandate', { body: { name: 'Rochat', accountingFile } }));
        expect((await create('/mandats/nobody.cre')).code).toBe('path-not-found');
        expect((await create('Compta 2026.cre')).code).toBe('path-not-absolute');
        expect((await create(INVOICES)).code).toBe('not-an-accounting-file');
        const again = await create(`${FOLDER}/../Rochat/Compta 2026.cre`);
        expect(again.code).toBe('already-in-mandate');
        expect(again.details).toMatchObject({ mandate: mandate.id, name: 'Atelier Rochat' });
      });

      it('A3: refuses an entry file that belongs to another mandate, and names the holder', async () => {
        await h.createMandate();
        const other = `${FOLDER}/Autre 2026.cre`;
        h.files.write(other, 'another accounting');
        h.files.write(`${FOLDER}/Autre 2026.ecc`, index(invoicesListed));
        const second = await h.call('createMandate', { body: { name: 'Autre', accountingFile: other } });
        expect(second.files).toHaveLength(1);
        const { notifications } = h.service.getStatus({ product: 'compta', path: other });
        expect(notifications.find(({ kind }) => kind === 'index-trouble')).toMatchObject({
          reason: 'held-elsewhere',
        });
      });

      it('C5: detaches a file that the .ecc no longer lists, keeps its posted entries, and compares again when it is back', async () => {
        const mandate = await h.createMandate();
        await h.writeInvoices([invoice(1), invoice(2)]);
        await h.post(mandate);
        h.files.write(`${FOLDER}/Compta 2026.ecc`, index());
        await h.advance(5000);
        expect(h.status().pending).toEqual({ new: 0, changed: 0, deleted: 0 });
        h.files.write(INVOICES, entryFile([invoice(1), invoice(3)], { lot: 2 }));
        h.files.write(`${FOLDER}/Compta 2026.ecc`, index(invoicesListed));
        await h.advance(5000);
        expect(h.status().pending).toEqual({ new: 1, changed: 0, deleted: 1 });
      });
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
        const changed = await entries(mandate.id, { change: 'changed' });
        expect(changed.items).toMatchObject([
          {
            change: 'changed',
            label: 'Facture 1 bis',
            lines: [{ amount: '101.00' }],
            before: { lines: [{ label: 'Facture 1' }] },
          },
        ]);
        const first = await entries(mandate.id, { limit: 2 });
        const second = await entries(mandate.id, { limit: 2, cursor: first.nextCursor });
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
        const { items } = await entries(mandate.id);
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
        expect((await entries(mandate.id)).items[0]?.problems).toHaveLength(1);
        h.files.write(`${FOLDER}/Compta 2026.crp`, chartFile(['1100', '3299']));
        await h.advance(5000);
        expect((await entries(mandate.id)).items[0]?.problems).toEqual([]);
        h.files.remove(`${FOLDER}/Compta 2026.crp`);
        await h.writeInvoices([invoice(1, { credit: '9999' })], { lot: 2 });
        expect((await entries(mandate.id)).items[0]?.problems).toEqual([]);
        expect(h.status().notifications.map(({ kind }) => kind)).toEqual([
          'entries-pending',
          'chart-missing',
        ]);
      });
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
        expect((await entries(h.status().mandate?.id ?? '')).items.map(({ label }) => label)).toContain(
          'Facture 2',
        );
        await h.advance(100);
        expect((await entries(h.status().mandate?.id ?? '')).items.map(({ label }) => label)).toContain(
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
        const [one, two] = (await entries(mandate.id)).items.map(({ id }) => id) as [string, string];
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
        const [first] = (await entries(mandate.id)).items.map(({ id }) => id) as [string];
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

      it('U3: what had arrived offers its reversal, what had not just vanishes', async () => {
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

    describe('a mandate that another service keeps', () => {
      const claim = `${FOLDER}/Compta 2026.synchro`;
      const foreign = JSON.stringify({
        agent: 'other',
        machine: 'PC-BEAT',
        since: '2026-06-01T00:00:00.000Z',
      });

      it('H1: is shown and never posted; taking over is explicit', async () => {
        const mandate = await h.createMandate();
        await h.writeInvoices([invoice(1)]);
        h.files.write(claim, foreign);
        expect(await failureOf(h.post(mandate))).toMatchObject({
          code: 'held-elsewhere',
          details: { machine: 'PC-BEAT' },
        });
        expect(h.status().notifications).toContainEqual(
          expect.objectContaining({ kind: 'held-elsewhere', machine: 'PC-BEAT', action: 'take-over' }),
        );
        await h.call('takeOverMandate', { params: { mandateId: mandate.id } });
        expect((await h.post(mandate)).posted.new).toBe(1);
      });
    });
  });
}
