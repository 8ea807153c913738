import { writeChart } from '@synchro/cresus-files';
import { beforeEach, describe, expect, it } from 'vitest';
import { failureOf } from './failure-of.js';
import type { ServiceHarness } from './service-harness.js';
import {
  ACCOUNTING,
  chartFile,
  entryFile,
  FOLDER,
  index,
  INVOICES,
  invoice,
  invoicesListed,
} from './test-files.js';

const NEXT = `${FOLDER}/Compta 2027.cre`;
const COPY = `${FOLDER}/Compta 2027 - Copie.cre`;
const nextListed = '#ECF\t1; 10/01/2027 11:06:53; "Factures (01-01-2027 ~ 31-12-2027).ecf"; 130';
const sharedListed = '#ECA\t1; 10/01/2027 11:06:53; "Immobilisations.eca"; 131';

/** What the service must do about the fiscal periods of a mandate. */
export function periodRules(harness: () => ServiceHarness): void {
  describe('fiscal periods', () => {
    let h: ServiceHarness;
    let mandateId: string;
    beforeEach(async () => {
      h = harness();
      mandateId = (await h.createMandate()).id;
      await h.advance(5000);
    });

    const beside = (path: string, extension: string) => path.replace('.cre', extension);
    /** Another fiscal period beside the mandate's; its index lists the invoices of 2026 too unless told otherwise. */
    const writePeriod = (path: string, { listed = [invoicesListed, nextListed], charted = true } = {}) => {
      h.files.write(path, `${path}: an opaque binary`);
      if (charted) h.files.write(beside(path, '.crp'), chartFile(undefined, 2027));
      h.files.write(beside(path, '.ecc'), index(...listed));
    };
    const files = async () => (await h.call('getMandate', { params: { mandateId } })).files;
    const periods = async () =>
      (await files())
        .filter(({ role }) => role === 'accounting')
        .map(({ path, period }) => [path, period?.begin]);
    const attach = (path: string) =>
      h.call('attachFile', { params: { mandateId }, body: { product: 'compta', path } });
    const status = (path: string) => h.service.getStatus({ product: 'compta', path });
    const onlyOne = [[ACCOUNTING, '2026-01-01']];
    const both = [...onlyOne, [NEXT, '2027-01-01']];

    describe('a new fiscal period', () => {
      it('P5: joins the mandate by itself, and entries go to the period that they belong to', async () => {
        await h.writeInvoices([invoice(1), invoice(2, { date: '2027-01-05' })]);
        expect(status(ACCOUNTING).pending.new).toBe(2);
        writePeriod(NEXT);
        h.files.write(`${FOLDER}/Factures (01-01-2027 ~ 31-12-2027).ecf`, entryFile([], { uid: 130 }));
        await h.advance(5000);
        expect(await periods()).toEqual(both);
        expect(await files()).toHaveLength(4);
        expect([status(ACCOUNTING).pending.new, status(NEXT).pending.new]).toEqual([1, 1]);
        const accountingFile = status(NEXT).file?.id ?? '';
        const { items } = await h.entries(mandateId, { accountingFile });
        expect(items.map(({ date, problems }) => [date, problems])).toEqual([['2027-01-05', []]]);
        expect((await failureOf(h.entries(mandateId))).code).toBe('accounting-file-ambiguous');
        const posted = await h.call('createPosting', {
          params: { mandateId },
          query: { accountingFile },
          body: { entries: 'all', revision: status(NEXT).revision },
          idempotencyKey: 'next',
        });
        expect(posted.posted).toEqual({ new: 1, changed: 0, deleted: 0 });
        expect([status(ACCOUNTING).pending.new, status(NEXT).pending.new]).toEqual([1, 0]);
      });

      it('P5a: its chart tells the period, or else the names of what it lists', async () => {
        h.files.write(`${FOLDER}/Compta 2026.ecc`, index(invoicesListed, sharedListed));
        await h.advance(5000);
        writePeriod(NEXT, { listed: [sharedListed], charted: false });
        await h.advance(5000);
        expect(await periods()).toEqual(onlyOne);
        writePeriod(NEXT, { listed: [invoicesListed, nextListed], charted: false });
        await h.advance(5000);
        expect(await periods()).toEqual(onlyOne); // The names disagree.
        writePeriod(NEXT, { listed: [sharedListed, nextListed], charted: false });
        await h.advance(5000);
        expect(await periods()).toEqual(both);
      });

      it('P5a: a chart that cannot be read leaves it open, whatever the names say', async () => {
        h.files.write(`${FOLDER}/Compta 2026.ecc`, index(invoicesListed, sharedListed));
        await h.advance(5000);
        h.files.write(beside(NEXT, '.crp'), 'DATEBEG=');
        writePeriod(NEXT, { listed: [sharedListed, nextListed], charted: false });
        await h.advance(10_000);
        expect(await periods()).toEqual(onlyOne);
        h.files.write(beside(NEXT, '.crp'), chartFile(undefined, 2027));
        await h.advance(5000);
        expect(await periods()).toEqual(both);
      });

      it('P5a: where its chart has no days, the names tell them', async () => {
        h.files.write(`${FOLDER}/Compta 2026.ecc`, index(invoicesListed, sharedListed));
        await h.advance(5000);
        const chart = { title: 'Atelier Rochat', begin: '', end: '', accounts: [], vatCodes: [] };
        h.files.write(beside(NEXT, '.crp'), writeChart(chart));
        writePeriod(NEXT, { listed: [sharedListed, nextListed], charted: false });
        await h.advance(5000);
        expect(await periods()).toEqual(both);
      });

      it('P5: it joins once its files are quiet, and is looked at at once', async () => {
        writePeriod(NEXT);
        await h.settle();
        await h.advance(200);
        expect(await periods()).toEqual(onlyOne);
        h.files.write(beside(NEXT, '.ecc'), index(invoicesListed));
        await h.advance(200);
        expect(await periods()).toEqual(onlyOne);
        await h.advance(310); // Its index, and then its chart, have been so for a moment.
        expect(await periods()).toEqual(both);
      });

      it('P5: a copy of what belongs to the mandate never joins it', async () => {
        for (const extension of ['.cre', '.ecc', '.crp']) {
          const read = await h.files.read(beside(ACCOUNTING, extension));
          h.files.write(`${FOLDER}/Compta 2026 - Copie${extension}`, read?.bytes ?? '');
        }
        await h.advance(60_000);
        expect(await periods()).toEqual(onlyOne);
        writePeriod(NEXT);
        await h.advance(5000);
        writePeriod(COPY);
        await h.advance(60_000);
        expect(await periods()).toEqual(both);
      });

      it('P5b: of two that came with the same period none joins; a person says which', async () => {
        writePeriod(COPY);
        writePeriod(NEXT);
        await h.advance(60_000);
        expect(await periods()).toEqual(onlyOne);
        await attach(NEXT);
        await h.advance(60_000);
        expect(await periods()).toEqual(both);
      });

      it('P5: what is not linked with the mandate, belongs to another or lies elsewhere does not join', async () => {
        writePeriod(NEXT, { listed: [nextListed] });
        h.files.write(`${FOLDER}/Archive/Compta 2027.cre`, 'an opaque binary');
        h.files.write(`${FOLDER}/Archive/Compta 2027.ecc`, index(invoicesListed));
        h.files.write(`${FOLDER}/Archive/Compta 2027.crp`, chartFile(undefined, 2027));
        await h.advance(60_000);
        expect(await periods()).toEqual(onlyOne);
        const other = await h.call('createMandate', { body: { name: 'Autre', accountingFile: NEXT } });
        writePeriod(NEXT);
        await h.advance(60_000);
        expect(await periods()).toEqual(onlyOne);
        // Who removed its mandate did not mean it to join another.
        await h.call('removeMandate', { params: { mandateId: other.id }, query: { pendingSeen: 0 } });
        await h.advance(60_000);
        expect(await periods()).toEqual(onlyOne);
      });

      it('P5: of several mandates in a folder it joins the one that it is linked with', async () => {
        const other = `${FOLDER}/Autre 2026.cre`;
        h.files.write(other, 'another accounting');
        h.files.write(beside(other, '.ecc'), index(sharedListed));
        h.files.write(beside(other, '.crp'), chartFile());
        const { id } = await h.call('createMandate', { body: { name: 'Autre', accountingFile: other } });
        writePeriod(NEXT, { listed: [sharedListed] });
        await h.advance(5000);
        expect(await periods()).toEqual(onlyOne);
        expect(status(NEXT).mandate?.id).toBe(id);
      });

      it('P5: one that a person detached does not come back by itself', async () => {
        writePeriod(NEXT);
        await h.advance(5000);
        const fileId = status(NEXT).file?.id ?? '';
        await h.call('detachFile', { params: { mandateId, fileId }, query: { pendingSeen: 0 } });
        writePeriod(NEXT);
        await h.advance(60_000);
        expect(await periods()).toEqual(onlyOne);
        expect((await attach(NEXT)).id).toBe(fileId);
        expect(await periods()).toEqual(both);
      });

      it('P5: nothing joins a mandate that another machine keeps, until it is taken over', async () => {
        const since = '2026-06-01T00:00:00.000Z';
        h.files.write(
          beside(ACCOUNTING, '.synchro'),
          JSON.stringify({ agent: 'o', machine: 'PC-BEAT', since }),
        );
        await h.settle();
        writePeriod(NEXT);
        await h.advance(60_000);
        expect(await periods()).toEqual(onlyOne);
        await h.call('takeOverMandate', { params: { mandateId } });
        h.service.scans.hint(mandateId);
        await h.advance(5000);
        expect(await periods()).toEqual(both);
      });

      it('P5: nothing joins while a period of the mandate is not known', async () => {
        h.files.remove(beside(ACCOUNTING, '.crp'));
        h.files.write(beside(ACCOUNTING, '.ecc'), index(sharedListed));
        await h.advance(10_000);
        writePeriod(NEXT, { listed: [sharedListed] });
        await h.advance(60_000);
        expect(await periods()).toEqual([[ACCOUNTING, undefined]]);
        h.files.write(beside(ACCOUNTING, '.crp'), chartFile());
        await h.advance(5000);
        expect(await periods()).toEqual(both);
      });

      it('P5: what is beside the mandate and not of it is read once while it stays as it is', async () => {
        writePeriod(COPY);
        writePeriod(NEXT);
        await h.advance(5000);
        const reads = () => h.readWhole.filter((path) => path.startsWith(`${FOLDER}/Compta 2027`)).length;
        expect(reads()).toBe(4);
        for (let scan = 0; scan < 5; scan += 1) await h.service.scans.scan(mandateId);
        expect(reads()).toBe(4);
        h.files.write(beside(COPY, '.ecc'), index(nextListed));
        await h.advance(5000);
        expect(await periods()).toEqual(both);
      });

      it('P6: the chart of one is never taken for that of another, however few there are', async () => {
        writePeriod(NEXT);
        await h.advance(5000);
        h.files.write(beside(ACCOUNTING, '.ecc'), index(sharedListed));
        h.files.remove(beside(ACCOUNTING, '.crp'));
        await h.advance(10_000);
        expect(status(ACCOUNTING).notifications.map(({ kind }) => kind)).toContain('chart-missing');
        expect(await periods()).toEqual([[ACCOUNTING, undefined], both[1]]);
        h.files.write(`${FOLDER}/Plan comptable.crp`, chartFile());
        await h.advance(5000);
        expect(await periods()).toEqual(both);
      });

      it('P5, A6a: both periods go with a mandate that is removed, and come back with it', async () => {
        await h.writeInvoices([invoice(1), invoice(2, { date: '2027-01-05' })]);
        writePeriod(NEXT);
        await h.advance(5000);
        await h.call('removeMandate', { params: { mandateId }, query: { pendingSeen: 2 } });
        for (const path of [ACCOUNTING, NEXT])
          expect(await h.files.stat(beside(path, '.synchro'))).toBeNull();
        const again = await h.call('createMandate', { body: { name: 'Rochat', accountingFile: NEXT } });
        expect(again.id).toBe(mandateId);
        expect(await periods()).toEqual(both);
        expect([status(ACCOUNTING).pending.new, status(NEXT).pending.new]).toEqual([1, 1]);
        expect(
          (await h.call('getMandate', { params: { mandateId } })).files.map(({ path }) => path),
        ).toContain(INVOICES);
      });
    });
  });
}
