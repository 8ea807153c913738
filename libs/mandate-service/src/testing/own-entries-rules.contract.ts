import type { FileEntryItem, FileEntryState, StatusSnapshot } from '@synchro/sync-core/contract';
import type { Product } from '@synchro/sync-core/domain';
import { beforeEach, describe, expect, it } from 'vitest';
import { failureOf } from './failure-of.js';
import type { ServiceHarness } from './service-harness.js';
import { FOLDER, INVOICES, invoice, vatInvoice } from './test-files.js';

const DOCUMENT = `${FOLDER}/Atelier Rochat.fac`;
const unknownAccount = { credit: '3299' };

/** What the service must tell a program of the entries that it wrote itself. */
export function ownEntriesRules(harness: () => ServiceHarness): void {
  let h: ServiceHarness;
  beforeEach(() => {
    h = harness();
  });

  const open = async (product: Product = 'facturation') => {
    h.files.write(DOCUMENT, 'a document: an opaque binary');
    const mandate = await h.createMandate();
    const document = await h.call('attachFile', {
      params: { mandateId: mandate.id },
      body: { product, path: DOCUMENT, documentId: 'doc-1' },
    });
    const undo = (postingId: string) =>
      h.call('deletePosting', { params: { mandateId: mandate.id, postingId } });
    return { mandate, document, entryFileId: document.entryFile ?? '', undo };
  };
  const status = (query: { readonly path?: string; readonly documentId?: string } = {}): StatusSnapshot =>
    h.service.getStatus({ product: 'facturation', path: DOCUMENT, documentId: 'doc-1', ...query });
  const told = (snapshot = status()) => snapshot.notifications.map(({ kind }) => kind);
  const list = async (
    mandateId: string,
    fileId: string,
    state: FileEntryState,
    page: { readonly cursor?: string; readonly limit?: number } = {},
  ) =>
    h.call('listFileEntries', {
      params: { mandateId, fileId },
      query: { state, limit: 200, ...page },
    });
  const vouchers = (items: readonly FileEntryItem[]) => items.map(({ voucher }) => voucher);

  describe('what a program is told of its own entries', () => {
    it('N16: they wait, with when that began, and are in the snapshot', async () => {
      const { entryFileId } = await open();
      expect(status()).toMatchObject({ notifications: [], entries: { posted: 0, lastPostedAt: null } });
      await h.writeInvoices([invoice(1), invoice(2)]);
      const snapshot = status();
      expect(snapshot.notifications).toMatchObject([
        { kind: 'entries-waiting', fileId: entryFileId, counts: { new: 2, changed: 0, deleted: 0 } },
      ]);
      expect(snapshot.notifications[0]?.since).toBe(h.status().notifications[0]?.since);
      expect(snapshot.entries).toEqual({
        fileId: entryFileId,
        name: 'Atelier Rochat (01-01-2026 ~ 31-12-2026).ecf',
        waiting: { new: 2, changed: 0, deleted: 0 },
        withProblems: 0,
        posted: 0,
        lastPostedAt: null,
      });
    });

    it('N17: the account that the accounting does not know is told where it can be put right', async () => {
      await open();
      await h.writeInvoices([invoice(1), invoice(2, unknownAccount), invoice(3, unknownAccount)]);
      expect(status().notifications).toMatchObject([
        {
          kind: 'entries-problems',
          count: 2,
          first: { code: 'unknown-account', account: '3299' },
          others: 0,
        },
        { kind: 'entries-waiting', counts: { new: 3 } },
      ]);
      await h.writeInvoices([invoice(1), invoice(2), invoice(3)], { lot: 2 });
      expect(told()).toEqual(['entries-waiting']);
    });

    it('N17: a file that cannot be trusted is a problem of all that wait', async () => {
      const { mandate, document } = await open();
      await h.writeInvoices([invoice(1), invoice(2, unknownAccount)]);
      h.files.write(INVOICES, '#FSC\tnonsense\r\n');
      await h.advance(5000);
      expect(status()).toMatchObject({
        notifications: [{ kind: 'entries-problems', count: 2, first: { code: 'source-blocked' }, others: 1 }],
        entries: { withProblems: 2 },
      });
      expect((await list(mandate.id, document.id, 'waiting')).items).toEqual([]);
      const { items } = await list(mandate.id, document.id, 'problems');
      expect(items.map(({ problems }) => problems.map(({ code }) => code))).toEqual([
        ['source-blocked'],
        ['unknown-account', 'source-blocked'],
      ]);
    });

    it('N18: in payroll what is posted is locked until it is un-posted, since the last posting', async () => {
      const { mandate, undo } = await open('salaires');
      await h.writeInvoices([invoice(1), invoice(2)]);
      await h.post(mandate, { entries: [(await h.entries(mandate.id)).items[0]!.id] });
      const first = status().entries?.lastPostedAt;
      await h.advance(60_000);
      const { id } = await h.post(mandate);
      expect(status().notifications).toMatchObject([{ kind: 'entries-locked', count: 2 }]);
      const last = status().entries?.lastPostedAt;
      expect(last).toBe(status().notifications[0]?.since);
      expect(last! > first!).toBe(true);
      await undo(id);
      expect(status()).toMatchObject({ entries: { posted: 1, lastPostedAt: first } });
      expect(told()).toEqual(['entries-locked', 'entries-waiting']);
    });

    it('N18: invoicing locks nothing', async () => {
      const { mandate } = await open();
      await h.writeInvoices([invoice(1)]);
      await h.post(mandate);
      expect(status()).toMatchObject({ notifications: [], entries: { posted: 1 } });
    });

    it('F1: another document in its place, or an entry file that is open, is told nothing of entries', async () => {
      await open();
      await h.writeInvoices([invoice(1)]);
      await h.call('documentOpened', {
        body: { product: 'facturation', path: DOCUMENT, documentId: 'another' },
      });
      expect(told(status({ documentId: 'another' }))).toEqual(['file-detached']);
      expect(status({ documentId: 'another' }).entries).toBeNull();
      expect(status({ path: INVOICES, documentId: 'x' })).toMatchObject({ entries: null, notifications: [] });
    });
  });

  describe('the entries of a file', () => {
    it('F1: wait, have problems, or are posted, of a document as of its entry file', async () => {
      const { mandate, document, entryFileId } = await open();
      await h.writeInvoices([invoice(1), invoice(2, unknownAccount), ...vatInvoice(3)]);
      const [first] = (await h.entries(mandate.id)).items;
      const { id } = await h.post(mandate, { entries: [first!.id] });
      for (const fileId of [document.id, entryFileId]) {
        const [waiting, problems, posted] = await Promise.all(
          (['waiting', 'problems', 'posted'] as const).map((state) => list(mandate.id, fileId, state)),
        );
        expect(waiting?.items).toMatchObject([
          { change: 'new', voucher: 'F-3', numbers: [30, 31, 32], problems: [], posting: null },
        ]);
        expect(waiting?.items[0]?.lines).toHaveLength(3);
        expect(problems?.items).toMatchObject([
          { voucher: 'F-2', numbers: [2], problems: [{ code: 'unknown-account', account: '3299' }] },
        ]);
        expect(posted).toMatchObject({
          items: [{ change: null, voucher: 'F-1', numbers: [1], problems: [], posting: { id } }],
          nextCursor: null,
        });
      }
    });

    it('F1: come a page at a time, by date', async () => {
      const { mandate, document } = await open();
      const day = (n: number) => ({ date: `2026-06-0${n}` });
      await h.writeInvoices([5, 3, 1, 4, 2].map((n) => invoice(n, day(n))));
      const walk = async (state: FileEntryState) => {
        const seen: string[] = [];
        for (let cursor: string | null | undefined; cursor !== null;) {
          const page = await list(mandate.id, document.id, state, {
            limit: 2,
            ...(cursor === undefined ? {} : { cursor }),
          });
          seen.push(...vouchers(page.items));
          cursor = page.nextCursor;
        }
        return seen;
      };
      expect(await walk('waiting')).toEqual(['F-1', 'F-2', 'F-3', 'F-4', 'F-5']);
      await h.post(mandate);
      expect(await walk('posted')).toEqual(['F-1', 'F-2', 'F-3', 'F-4', 'F-5']);
      expect(await walk('waiting')).toEqual([]);
    });

    it.each(['waiting', 'problems', 'posted'] as const)(
      'F1: a cursor that no page of %s gave is refused',
      async (state) => {
        const { mandate, document } = await open();
        const failure = await failureOf(list(mandate.id, document.id, state, { cursor: 'x' }));
        expect(failure).toMatchObject({ code: 'invalid-request', details: { field: 'cursor' } });
      },
    );

    it('F1: a document without an entry file has none, and neither has the accounting', async () => {
      const { mandate } = await open();
      const path = `${FOLDER}/Autre.fac`;
      h.files.write(path, 'another document');
      const other = await h.call('attachFile', {
        params: { mandateId: mandate.id },
        body: { product: 'facturation', path },
      });
      expect(other.entryFile).toBeNull();
      await h.writeInvoices([invoice(1)]);
      const accounting = mandate.files.find(({ role }) => role === 'accounting')!;
      for (const { id } of [other, accounting])
        expect((await list(mandate.id, id, 'waiting')).items).toEqual([]);
      expect(status({ path, documentId: 'other' })).toMatchObject({ entries: null, notifications: [] });
      expect((await failureOf(list(mandate.id, 'none', 'waiting'))).code).toBe('file-not-found');
    });

    it('F2: numbers are those of the version last taken in, also where nothing else changed', async () => {
      const { mandate, document } = await open();
      const invoices = (from: number) => [
        invoice(1, { idno: from }),
        invoice(2, { idno: from + 1 }),
        invoice(3, { idno: from + 2 }),
      ];
      await h.writeInvoices(invoices(1));
      await h.post(mandate, { entries: [(await h.entries(mandate.id)).items[0]!.id] });
      await h.writeInvoices(invoices(70), { lot: 2 });
      const numbers = async (state: FileEntryState) =>
        (await list(mandate.id, document.id, state)).items.flatMap((item) => item.numbers);
      expect(await numbers('posted')).toEqual([70]);
      expect(await numbers('waiting')).toEqual([71, 72]);
      await h.writeInvoices(invoices(70).slice(1), { lot: 3 });
      expect(await numbers('posted')).toEqual([]);
      expect((await list(mandate.id, document.id, 'waiting')).items).toMatchObject([
        { change: 'new', voucher: 'F-2', numbers: [71] },
        { change: 'new', voucher: 'F-3', numbers: [72] },
        { change: 'deleted', voucher: 'F-1', numbers: [] },
      ]);
    });

    it('F2: of identical bookings each has numbers of its own, posted or not', async () => {
      const { mandate, document } = await open();
      const twice = (...numbers: number[]) => numbers.map((idno) => invoice(1, { idno }));
      await h.writeInvoices(twice(1, 2, 3));
      await h.post(mandate, { entries: [(await h.entries(mandate.id)).items[0]!.id] });
      await h.writeInvoices(twice(11, 12, 13), { lot: 2 });
      const posted = (await list(mandate.id, document.id, 'posted')).items.flatMap((item) => item.numbers);
      const pages = [
        await list(mandate.id, document.id, 'waiting', { limit: 1 }),
        await list(mandate.id, document.id, 'waiting'),
      ];
      const waiting = pages.map(({ items }) => items.flatMap(({ numbers }) => numbers));
      expect([...posted, ...(waiting[1] ?? [])].sort()).toEqual([11, 12, 13]);
      expect(waiting[0]).toEqual(waiting[1]?.slice(0, 1));
    });
  });
}
