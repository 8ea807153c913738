import type { MandateMessage } from '@synchro/sync-core/contract';
import type { Product } from '@synchro/sync-core/domain';
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
  SALARIES,
  salariesListed,
} from './test-files.js';

const DOCUMENT = `${FOLDER}/Atelier Rochat.fac`;
const BEFORE = `${FOLDER}/Compta 2025.cre`;
const CLAIM_BEFORE = `${FOLDER}/Compta 2025.synchro`;

/** What the service must do when a person attaches, detaches or corrects a file. */
export function fileCommandRules(harness: () => ServiceHarness): void {
  describe('files that a person attaches and detaches', () => {
    let h: ServiceHarness;
    let mandate: MandateMessage;
    let params: { readonly mandateId: string };
    beforeEach(async () => {
      h = harness();
      h.files.write(DOCUMENT, 'invoicing: an opaque binary');
      mandate = await h.createMandate();
      params = { mandateId: mandate.id };
    });

    const attach = (path: string, product: Product = 'facturation', more: object = {}) =>
      h.call('attachFile', { params, body: { product, path, ...more } });
    const detach = (fileId: string, pendingSeen = 0) =>
      h.call('detachFile', { params: { ...params, fileId }, query: { pendingSeen } });
    const correct = (fileId: string, body: { product?: Product; entryFile?: string | null }) =>
      h.call('correctFile', { params: { ...params, fileId }, body });
    const files = async () => (await h.call('getMandate', { params })).files;
    const fileAt = async (path: string) => (await files()).find((file) => file.path === path);
    const idOf = async (path: string) => (await fileAt(path))?.id ?? `nothing at ${path}`;
    const statusOf = (path: string) => h.service.getStatus({ product: 'compta', path });
    const writeIndex = async (...lines: string[]) => {
      h.files.write(`${FOLDER}/Compta 2026.ecc`, index(...lines));
      await h.advance(5000);
    };
    /** Last year's accounting; it shares no entry file with the mandate unless its index is told to. */
    const writeBefore = (...lines: string[]) => {
      h.files.write(BEFORE, 'the accounting of the year before');
      h.files.write(`${FOLDER}/Compta 2025.ecc`, index(...lines));
      h.files.write(`${FOLDER}/Compta 2025.crp`, chartFile(undefined, 2025));
    };
    const postIn = (path: string, accountingFile: string) =>
      h.call('createPosting', {
        params,
        query: { accountingFile },
        body: { entries: 'all', revision: statusOf(path).revision },
        idempotencyKey: `in ${path} ${statusOf(path).revision}`,
      });

    describe('attaching', () => {
      it.each<[string, string, Product]>([
        ['not-an-accounting-file', 'x.cre', 'facturation'],
        ['not-an-accounting-file', 'x.fac', 'compta'],
        ['not-an-accounting-file', 'x.ecf', 'compta'],
        ['not-a-document', 'x.ecc', 'facturation'],
        ['not-a-document', 'x.CRP', 'salaires'],
        ['not-a-document', 'x.synchro', 'banking'],
        ['not-listed', 'x.ecf', 'facturation'],
        ['not-listed', 'x.ECS', 'salaires'],
        ['not-listed', 'x.eca', 'assets'],
      ])('A4: %s: %s of %s', async (code, name, product) => {
        h.files.write(`${FOLDER}/${name}`, 'something');
        expect((await failureOf(attach(`${FOLDER}/${name}`, product))).code).toBe(code);
        expect(await files()).toHaveLength(2);
      });

      it('A4: a .cre is a further fiscal period, with what its .ecc lists', async () => {
        writeBefore(salariesListed);
        h.files.write(SALARIES, entryFile([], { type: 'ECS', uid: 124 }));
        const added = await attach(BEFORE, 'compta');
        expect(added).toMatchObject({
          role: 'accounting',
          product: 'compta',
          period: { begin: '2025-01-01', end: '2025-12-31' },
        });
        expect((await files()).map(({ path }) => path)).toEqual([ACCOUNTING, INVOICES, BEFORE, SALARIES]);
        expect(await h.files.stat(CLAIM_BEFORE)).not.toBeNull();
        expect(statusOf(BEFORE)).toMatchObject({ mandate: { id: mandate.id }, revision: 0 });
      });

      it('A4: an entry that lay outside every period goes to the period that is attached', async () => {
        await h.writeInvoices([invoice(1), invoice(2, { date: '2025-12-30' })]);
        expect(statusOf(ACCOUNTING).pending.new).toBe(2);
        writeBefore();
        const { id } = await attach(BEFORE, 'compta');
        expect([statusOf(ACCOUNTING).pending.new, statusOf(BEFORE).pending.new]).toEqual([1, 1]);
        expect((await postIn(BEFORE, id)).posted.new).toBe(1);
        expect([statusOf(ACCOUNTING).pending.new, statusOf(BEFORE).pending.new]).toEqual([1, 0]);

        await detach(id);
        await h.writeInvoices([invoice(1), ...[2, 3].map((n) => invoice(n, { date: '2025-12-30' }))], {
          lot: 2,
        });
        expect(statusOf(ACCOUNTING).pending.new).toBe(2);
        await attach(BEFORE, 'compta');
        expect([statusOf(ACCOUNTING).pending.new, statusOf(BEFORE).pending.new]).toEqual([1, 1]);
      });

      it('A4: what is attached already is refused, here and elsewhere, naming the holder', async () => {
        const document = await attach(DOCUMENT);
        for (const [path, product] of [
          [DOCUMENT, 'facturation'],
          [INVOICES, 'facturation'],
          [ACCOUNTING, 'compta'],
        ] as const)
          expect(await failureOf(attach(path, product))).toMatchObject({
            code: 'already-in-mandate',
            details: { mandate: mandate.id, name: 'Atelier Rochat' },
          });
        writeBefore();
        const other = await h.call('createMandate', { body: { name: 'Avant', accountingFile: BEFORE } });
        expect((await failureOf(attach(BEFORE, 'compta'))).details).toMatchObject({ mandate: other.id });
        expect(await idOf(DOCUMENT)).toBe(document.id);
      });

      it('A4: an entry file that a person had detached is attached again while the index lists it', async () => {
        await h.writeInvoices([invoice(1)]);
        await h.post(mandate);
        await h.writeInvoices([invoice(1), invoice(2)], { lot: 2 });
        const id = await idOf(INVOICES);
        await detach(id, 1);
        expect((await attach(INVOICES)).id).toBe(id);
        expect(statusOf(ACCOUNTING).pending).toEqual({ new: 1, changed: 0, deleted: 0 });
        await detach(id, 1);
        await writeIndex();
        expect((await failureOf(attach(INVOICES))).code).toBe('not-listed');
        // Listed anew, it still is for the person to say.
        await writeIndex(invoicesListed);
        expect(await fileAt(INVOICES)).toBeUndefined();
        await attach(INVOICES);
        await writeIndex();
        expect(await fileAt(INVOICES)).toBeUndefined();
        await writeIndex(invoicesListed);
        expect((await fileAt(INVOICES))?.id).toBe(id);
      });

      it('A4: a document that was detached comes back as it was known', async () => {
        const { id } = await attach(DOCUMENT, 'facturation', { documentId: 'doc-1' });
        await writeIndex(invoicesListed, salariesListed);
        await correct(id, { entryFile: await idOf(SALARIES) });
        await detach(id);
        expect(await fileAt(DOCUMENT)).toBeUndefined();
        const again = await attach(DOCUMENT);
        expect(again).toMatchObject({ id, entryFile: await idOf(SALARIES) });
        const opened = h.service.getStatus({ product: 'facturation', path: '/x.fac', documentId: 'doc-1' });
        expect(opened.file?.id).toBe(id);
      });
    });

    describe('detaching', () => {
      it('A5: only who was told how many entries wait detaches; otherwise the counts now', async () => {
        await h.writeInvoices([invoice(1)]);
        const document = await attach(DOCUMENT);
        for (const fileId of [await idOf(INVOICES), document.id])
          expect(await failureOf(detach(fileId, 2))).toMatchObject({
            code: 'revision-outdated',
            details: { pending: { new: 1, changed: 0, deleted: 0 } },
          });
        expect(await files()).toHaveLength(3);
        await detach(document.id, 1);
        expect(statusOf(ACCOUNTING).pending.new).toBe(1);
        expect((await failureOf(detach(document.id, 1))).code).toBe('file-not-found');
      });

      it('A5: an entry file stays away though the .ecc lists it; what was posted from it stays posted', async () => {
        await h.writeInvoices([invoice(1), invoice(2)]);
        await h.post(mandate);
        await h.writeInvoices([invoice(1), invoice(3)], { lot: 2 });
        const { revision } = statusOf(ACCOUNTING);
        await detach(await idOf(INVOICES), 2);
        expect(statusOf(ACCOUNTING)).toMatchObject({
          pending: { new: 0, changed: 0, deleted: 0 },
          revision: revision + 1,
        });
        await writeIndex(invoicesListed, salariesListed);
        await h.writeInvoices([], { lot: 3 });
        expect((await files()).map(({ path }) => path)).toEqual([ACCOUNTING, SALARIES]);
        expect(statusOf(ACCOUNTING).pending).toEqual({ new: 0, changed: 0, deleted: 0 });
        const { items } = await h.call('listPostings', { params, query: {} });
        expect(items.map(({ counts }) => counts.new)).toEqual([2]);
      });

      it('A5: the revision stays where nothing waited', async () => {
        await h.writeInvoices([invoice(1)]);
        await h.post(mandate);
        const { revision } = statusOf(ACCOUNTING);
        await detach(await idOf(INVOICES));
        expect(statusOf(ACCOUNTING).revision).toBe(revision);
      });

      it('A5: the index is read on as ever beside a file that was detached', async () => {
        await detach(await idOf(INVOICES));
        h.files.write(`${FOLDER}/Compta 2026.ecc`, index(invoicesListed, salariesListed));
        await h.settle();
        expect(await fileAt(SALARIES)).toBeDefined(); // At once: nothing of the index was lost.
        await writeIndex(salariesListed);
        h.files.write(
          `${FOLDER}/Compta 2026.ecc`,
          index(salariesListed, '#ECA\t1; 03/07/2026 08:00:01; "A.eca"; 125'),
        );
        await h.settle();
        expect(await fileAt(`${FOLDER}/A.eca`)).toBeDefined();
      });

      it('A5: another mandate that lists the file gets it, and here that is no trouble', async () => {
        const other = `${FOLDER}/Autre 2026.cre`;
        h.files.write(other, 'another accounting');
        h.files.write(`${FOLDER}/Autre 2026.ecc`, index(invoicesListed));
        const second = await h.call('createMandate', { body: { name: 'Autre', accountingFile: other } });
        await h.settle();
        expect(second.files).toHaveLength(1);
        await detach(await idOf(INVOICES));
        await h.settle();
        expect(h.service.getStatus({ product: 'facturation', path: INVOICES }).mandate?.id).toBe(second.id);
        await writeIndex(invoicesListed, salariesListed);
        expect(statusOf(ACCOUNTING).notifications.map(({ kind }) => kind)).not.toContain('index-trouble');
        expect((await failureOf(attach(INVOICES))).code).toBe('already-in-mandate');
      });

      it('A5: a detached entry file is proposed to no document', async () => {
        await detach(await idOf(INVOICES));
        expect((await attach(DOCUMENT)).entryFile).toBeNull();
        await attach(INVOICES);
        expect((await fileAt(DOCUMENT))?.entryFile).toBeNull();
      });

      it('A5: of a detached entry file no copy is told', async () => {
        const copy = INVOICES.replace('.ecf', ' (1).ecf');
        h.files.write(copy, entryFile([]));
        await h.settle();
        const kinds = () => statusOf(ACCOUNTING).notifications.map(({ kind }) => kind);
        expect(kinds()).toContain('source-twin');
        await detach(await idOf(INVOICES));
        expect(kinds()).not.toContain('source-twin');
      });

      it('A5: the last accounting file stays', async () => {
        const id = await idOf(ACCOUNTING);
        expect((await failureOf(detach(id))).code).toBe('last-accounting-file');
        writeBefore();
        await attach(BEFORE, 'compta');
        await detach(id);
        expect((await failureOf(detach(await idOf(BEFORE)))).code).toBe('last-accounting-file');
      });

      it('A5: an accounting file goes with what only its index lists and its claim; the rest stays', async () => {
        writeBefore(salariesListed, invoicesListed);
        h.files.write(SALARIES, entryFile([], { type: 'ECS', uid: 124 }));
        const { id } = await attach(BEFORE, 'compta');
        expect(await files()).toHaveLength(4);
        await detach(id);
        expect((await files()).map(({ path }) => path)).toEqual([ACCOUNTING, INVOICES]);
        expect(await h.files.stat(CLAIM_BEFORE)).toBeNull();
        expect(await h.files.stat(`${FOLDER}/Compta 2026.synchro`)).not.toBeNull();
        expect(statusOf(BEFORE)).toMatchObject({ mandate: null, notifications: [] });
        await attach(BEFORE, 'compta');
        expect((await files()).map(({ path }) => path).toSorted()).toEqual(
          [ACCOUNTING, INVOICES, BEFORE, SALARIES].toSorted(),
        );
      });

      it('A5, C6: its entries lie outside every period afterwards; what was posted in it is neither new nor deleted', async () => {
        writeBefore(invoicesListed);
        const { id } = await attach(BEFORE, 'compta');
        const old = (n: number) => invoice(n, { date: '2025-12-30' });
        await h.writeInvoices([invoice(1), old(2), old(3)]);
        await postIn(BEFORE, id);
        await h.writeInvoices([invoice(1), old(3), old(4)], { lot: 2 });
        expect(statusOf(BEFORE).pending).toEqual({ new: 1, changed: 0, deleted: 1 });
        const revisions = [statusOf(ACCOUNTING).revision, statusOf(BEFORE).revision];
        await detach(id, 2);
        expect(statusOf(ACCOUNTING).pending).toEqual({ new: 2, changed: 0, deleted: 0 });
        expect(statusOf(ACCOUNTING).revision).toBe((revisions[0] ?? 0) + 1);
        const { items } = await h.entries(mandate.id);
        expect(items.map(({ problems }) => problems.map(({ code }) => code))).toEqual([
          ['outside-periods'],
          [],
        ]);
        const { revision } = h.service.getOverview();
        await h.writeInvoices([invoice(1), old(4)], { lot: 3 });
        expect(statusOf(ACCOUNTING).pending).toEqual({ new: 2, changed: 0, deleted: 0 });
        expect(h.service.getOverview().revision).toBe(revision); // Nor does anything wait unseen.
        await attach(BEFORE, 'compta');
        expect(statusOf(ACCOUNTING).pending).toEqual({ new: 1, changed: 0, deleted: 0 });
        expect(statusOf(BEFORE).pending).toEqual({ new: 1, changed: 0, deleted: 2 });
        expect(statusOf(BEFORE).revision).toBeGreaterThan(revisions[1] ?? 0);
      });

      it('A5: what was posted in a detached accounting file stays in the history and is not un-posted', async () => {
        writeBefore(invoicesListed);
        const { id } = await attach(BEFORE, 'compta');
        await h.writeInvoices([invoice(1, { date: '2025-12-30' })]);
        const { id: postingId } = await postIn(BEFORE, id);
        const undo = async () =>
          (await h.call('listPostings', { params, query: {} })).items.map((posting) => posting.undo.possible);
        expect(await undo()).toEqual([true]);
        await detach(id);
        expect(await undo()).toEqual([false]);
        const unpost = h.call('deletePosting', { params: { ...params, postingId } });
        expect((await failureOf(unpost)).code).toBe('file-not-found');
        await attach(BEFORE, 'compta');
        expect(await undo()).toEqual([true]);
      });
    });

    describe('correcting', () => {
      it('A7: the program of an entry file, which the next scan of the .ecc leaves', async () => {
        const id = await idOf(INVOICES);
        expect(await correct(id, { product: 'banking' })).toMatchObject({ id, product: 'banking' });
        await writeIndex(invoicesListed, salariesListed);
        expect((await fileAt(INVOICES))?.product).toBe('banking');
        await writeIndex(salariesListed);
        await writeIndex(invoicesListed);
        expect(await fileAt(INVOICES)).toMatchObject({ id, product: 'banking' });
      });

      it('A7: the entry file of a document, or that it has none', async () => {
        await h.writeInvoices([invoice(1)]);
        const { id, entryFile: proposed } = await attach(DOCUMENT);
        const invoices = await idOf(INVOICES);
        expect(proposed).toBe(invoices);
        expect(await correct(id, { entryFile: null })).toMatchObject({ entryFile: null, pending: 0 });
        expect(await correct(id, {})).toMatchObject({ entryFile: null });
        expect(await correct(id, { entryFile: invoices })).toMatchObject({ entryFile: invoices, pending: 1 });
      });

      it('A7: what its role does not have is refused', async () => {
        const { id } = await attach(DOCUMENT);
        const [invoices, accounting] = [await idOf(INVOICES), await idOf(ACCOUNTING)];
        const code = async (fileId: string, body: Parameters<typeof correct>[1]) =>
          (await failureOf(correct(fileId, body))).code;
        expect(await code(id, { product: 'salaires' })).toBe('not-a-document');
        expect(await code(accounting, { product: 'salaires' })).toBe('not-a-document');
        expect(await code(invoices, { entryFile: null })).toBe('not-a-document');
        expect(await code(invoices, { product: 'compta' })).toBe('invalid-request');
        for (const entryFileId of [id, accounting, 'nobody'])
          expect(await code(id, { entryFile: entryFileId })).toBe('file-not-found');
        await detach(invoices);
        expect(await code(id, { entryFile: invoices })).toBe('file-not-found');
        expect(await code(invoices, { product: 'banking' })).toBe('file-not-found');
      });
    });
  });
}
