import { describe, expect, it } from 'vitest';
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

const DOCUMENT = `${FOLDER}/Atelier Rochat.fac`;
const ID = 'doc-1';

/** What the service must do about files that are no longer where their mandate says. */
export function linkRules(harness: () => ServiceHarness): void {
  describe('links', () => {
    const open = async () => {
      const h = harness();
      h.files.write(DOCUMENT, 'invoicing: an opaque binary');
      const mandate = await h.createMandate();
      const document = await h.call('attachFile', {
        params: { mandateId: mandate.id },
        body: { product: 'facturation', path: DOCUMENT, documentId: ID },
      });
      const accounting = mandate.files[0]?.id ?? '';
      return { h, mandateId: mandate.id, fileId: document.id, accounting };
    };
    const opened = (h: ServiceHarness, path: string, documentId: string | null = ID) =>
      h.service.getStatus({
        product: 'facturation',
        path,
        ...(documentId === null ? {} : { documentId }),
      });
    const link = (h: ServiceHarness, mandateId: string, fileId: string, query: object = {}) =>
      h.call('getLink', { params: { mandateId, fileId }, query });
    const restore = (h: ServiceHarness, mandateId: string, fileId: string, body: object) =>
      h.call('restoreLink', {
        params: { mandateId, fileId },
        body: { from: DOCUMENT, path: DOCUMENT, adopt: false, along: [], ...body },
      });
    const detached = (h: ServiceHarness, path: string, documentId?: string | null) =>
      opened(h, path, documentId).notifications.map((one) =>
        one.kind === 'file-detached' ? one.status : one.kind,
      );
    const rows = (h: ServiceHarness) =>
      h.service.getOverview().notifications.map(({ notification }) => notification);

    it('L1: a document in its place has nothing to say, and knows its mandate and entry file', async () => {
      const { h, mandateId, fileId } = await open();
      expect(opened(h, DOCUMENT)).toMatchObject({ mandate: { id: mandateId }, notifications: [] });
      expect(await link(h, mandateId, fileId)).toMatchObject({ status: 'linked', candidates: [] });
      h.share(mandateId);
      await h.writeInvoices([invoice(1)]);
      h.hub.signOut();
      expect(opened(h, DOCUMENT).notifications).toMatchObject([
        { kind: 'signed-out', heldBack: 1 },
        { kind: 'entries-waiting', counts: { new: 1 } },
      ]);
    });

    it('A2: what is no document, is not there, or belongs to a mandate is not attached', async () => {
      const { h, mandateId, fileId } = await open();
      const attach = (path: string, product: 'facturation' | 'compta' = 'facturation') =>
        failureOf(h.call('attachFile', { params: { mandateId }, body: { product, path } }));
      expect((await attach(`${FOLDER}/Compta 2026.ecc`)).code).toBe('not-a-document');
      expect((await attach(`${FOLDER}/x.bin`, 'compta')).code).toBe('not-an-accounting-file');
      expect((await attach('x.fac')).code).toBe('path-not-absolute');
      expect((await attach(`${FOLDER}/x.fac`)).code).toBe('path-not-found');
      expect((await attach(DOCUMENT)).details).toMatchObject({ mandate: mandateId });
      expect(fileId).not.toBe('');
    });

    it('N12: renamed in the file manager: told where it is opened, found by its number, and restored', async () => {
      const { h, mandateId, fileId } = await open();
      const renamed = `${FOLDER}/Rochat SA.fac`;
      h.files.rename(DOCUMENT, renamed);
      await h.advance(1500);
      expect(detached(h, renamed)).toEqual(['renamed']);
      expect(rows(h)).toMatchObject([{ kind: 'file-moved', from: DOCUMENT, to: renamed, folder: null }]);
      const { candidates } = await link(h, mandateId, fileId, { path: renamed, documentId: ID });
      expect(candidates).toMatchObject([
        { path: renamed, certainty: 'certain', reasons: ['file-number', 'size-and-time'] },
      ]);
      const { restored } = await restore(h, mandateId, fileId, { path: renamed });
      expect(restored).toEqual([{ fileId, name: 'Rochat SA.fac', from: DOCUMENT, to: renamed }]);
      expect(detached(h, renamed)).toEqual(['link-restored']);
      expect(rows(h)).toEqual([]);
    });

    it('L6: saved elsewhere by its program, a document is known by its internal id', async () => {
      const { h, mandateId, fileId } = await open();
      const moved = '/autre/disque/Rochat.fac';
      h.files.remove(DOCUMENT);
      h.files.write(moved, 'invoicing: saved under another name on another disk');
      await h.advance(1500);
      expect(rows(h)).toEqual([]);
      await h.call('documentOpened', { body: { product: 'facturation', path: moved, documentId: ID } });
      expect(detached(h, moved)).toEqual(['moved-and-renamed']);
      expect(rows(h)).toMatchObject([{ kind: 'file-moved', to: moved }]);
      expect((await link(h, mandateId, fileId)).candidates).toMatchObject([
        { path: moved, certainty: 'certain', reasons: ['internal-id'] },
      ]);
      await restore(h, mandateId, fileId, { path: moved, documentId: ID });
      expect(detached(h, moved)).toEqual(['link-restored']);
    });

    it('L4, N12a: a copy says that it is one and disturbs nobody else; it is not taken for the original unless a person says so', async () => {
      const { h, mandateId, fileId } = await open();
      const copy = '/ailleurs/Atelier Rochat.fac';
      h.files.write(copy, 'invoicing: an opaque binary');
      await h.call('documentOpened', { body: { product: 'facturation', path: copy, documentId: ID } });
      await h.advance(1500);
      expect([detached(h, copy), detached(h, DOCUMENT), rows(h)]).toEqual([['copy'], [], []]);
      expect((await link(h, mandateId, fileId, { path: copy, documentId: ID })).status).toBe('copy');
      const body = { path: copy, documentId: ID };
      expect((await failureOf(restore(h, mandateId, fileId, body))).code).toBe('not-the-same-file');
      await restore(h, mandateId, fileId, { ...body, adopt: true });
      expect((await link(h, mandateId, fileId, body)).status).toBe('linked');
    });

    it('L3: another document in its place is told, and can be adopted', async () => {
      const { h, mandateId, fileId } = await open();
      await h.call('documentOpened', {
        body: { product: 'facturation', path: DOCUMENT, documentId: 'doc-2' },
      });
      expect(detached(h, DOCUMENT, 'doc-2')).toEqual(['other-file']);
      expect(detached(h, DOCUMENT, null)).toEqual([]);
      const body = { documentId: 'doc-2' };
      expect((await failureOf(restore(h, mandateId, fileId, body))).code).toBe('not-the-same-file');
      await restore(h, mandateId, fileId, { ...body, adopt: true });
      expect(detached(h, DOCUMENT, 'doc-2')).toEqual(['link-restored']);
    });

    it('L2: two files of its name are for a person to choose from', async () => {
      const { h, mandateId, fileId } = await open();
      h.files.remove(DOCUMENT);
      h.files.write('/mandats/A/Atelier Rochat.fac', 'one');
      h.files.write('/mandats/B/Atelier Rochat.fac', 'another');
      await h.advance(1500);
      expect(rows(h)).toMatchObject([{ kind: 'file-moved', to: null }]);
      const { status, candidates } = await link(h, mandateId, fileId);
      expect([status, candidates.map(({ certainty }) => certainty)]).toEqual([
        'ambiguous',
        ['likely', 'likely'],
      ]);
    });

    it('L5: what was deleted, or is on a drive that is not mounted, is missing and not moved', async () => {
      const { h, mandateId, fileId } = await open();
      h.files.unmount('/mandats');
      await h.advance(1500);
      expect((await link(h, mandateId, fileId)).status).toBe('missing');
      expect(rows(h).filter(({ kind }) => kind === 'file-moved')).toEqual([]);
      expect(h.service.getOverview().mandates).toMatchObject([{ moved: 0, missing: 1 }]);
      h.files.mount('/mandats');
      await h.advance(1500);
      expect(h.service.getOverview().mandates).toMatchObject([{ moved: 0, missing: 0 }]);
      expect((await link(h, mandateId, fileId)).status).toBe('linked');
    });

    it('L6: a file number that went to another file proves nothing', async () => {
      const { h, mandateId, fileId } = await open();
      const other = `${FOLDER}/Tout autre chose.fac`;
      h.files.remove(DOCUMENT);
      h.files.write(other, 'an unrelated document which happens to have the number');
      await h.advance(1500);
      expect((await link(h, mandateId, fileId)).status).toBe('missing');
    });

    it('N14: a folder that was renamed is told as one, and migrated in one step, with nothing posted twice', async () => {
      const { h, mandateId, accounting } = await open();
      await h.writeInvoices([invoice(1), invoice(2)]);
      const mandate = await h.call('getMandate', { params: { mandateId } });
      await h.post(mandate);
      await h.writeInvoices([invoice(1), invoice(2), invoice(3)], { lot: 3 });
      const folder = '/mandats/Rochat SA';
      h.files.rename(FOLDER, folder);
      await h.advance(1500);
      expect(rows(h)).toMatchObject([{ kind: 'file-moved', folder: 'Rochat', from: FOLDER, to: folder }]);
      const elsewhere = h.service.getStatus({ product: 'compta', path: ACCOUNTING.replace(FOLDER, folder) });
      expect(elsewhere.notifications).toMatchObject([
        { kind: 'file-detached', status: 'moved' },
        { kind: 'source-trouble' },
        { kind: 'entries-pending' },
      ]);
      const { links } = await h.call('getMigration', { params: { mandateId } });
      expect(links.map(({ status }) => status)).toEqual(['moved', 'moved', 'moved']);
      const moves = links.map(({ fileId, path, candidates }) => ({
        fileId,
        from: path,
        path: candidates[0]?.path ?? '',
        adopt: false,
      }));
      const { restored } = await h.call('migrate', { params: { mandateId }, body: { moves } });
      expect(restored).toHaveLength(3);
      await h.advance(1500);
      expect(rows(h)).toEqual([]);
      const now = h.service.getStatus({ product: 'compta', path: ACCOUNTING.replace(FOLDER, folder) });
      expect([now.file?.id, now.pending]).toEqual([accounting, { new: 1, changed: 0, deleted: 0 }]);
    });

    it('N14: a folder that was put into one beside it is found there', async () => {
      const { h } = await open();
      h.files.createFolder('/mandats/Archives');
      h.files.rename(FOLDER, '/mandats/Archives/Rochat');
      await h.advance(3000);
      expect(rows(h)).toMatchObject([
        { kind: 'file-moved', folder: 'Rochat', from: FOLDER, to: '/mandats/Archives/Rochat' },
      ]);
    });

    it('L1: the accounting takes along what its .ecc lists, also when only itself is named', async () => {
      const { h, mandateId, accounting } = await open();
      await h.writeInvoices([invoice(1)]);
      await h.post(await h.call('getMandate', { params: { mandateId } }));
      const folder = '/mandats/Rochat SA';
      h.files.rename(FOLDER, folder);
      await h.advance(1500);
      const path = ACCOUNTING.replace(FOLDER, folder);
      await restore(h, mandateId, accounting, { from: ACCOUNTING, path });
      await h.advance(1500);
      expect(h.service.getStatus({ product: 'compta', path }).pending).toEqual({
        new: 0,
        changed: 0,
        deleted: 0,
      });
      const { files } = await h.call('getMandate', { params: { mandateId } });
      expect(files.map(({ role, link: status }) => [role, status])).toEqual([
        ['accounting', 'linked'],
        ['entries', 'linked'],
        ['document', 'moved'],
      ]);
    });

    it('N12: what moved along is corrected with the document where it is asked for', async () => {
      const { h, mandateId, fileId } = await open();
      const second = `${FOLDER}/Filiale.fac`;
      h.files.write(second, 'the document of the branch office');
      const other = await h.call('attachFile', {
        params: { mandateId },
        body: { product: 'facturation', path: second },
      });
      h.files.createFolder('/mandats/Factures');
      for (const name of ['Atelier Rochat.fac', 'Filiale.fac'])
        h.files.rename(`${FOLDER}/${name}`, `/mandats/Factures/${name}`);
      await h.advance(1500);
      const path = '/mandats/Factures/Atelier Rochat.fac';
      const [candidate] = (await link(h, mandateId, fileId, { path, documentId: ID })).candidates;
      expect(candidate?.along.map((one) => one.fileId)).toEqual([other.id]);
      const { restored } = await restore(h, mandateId, fileId, { path, documentId: ID, along: [other.id] });
      expect(restored.map((one) => one.to)).toEqual([path, '/mandats/Factures/Filiale.fac']);
      expect(rows(h)).toEqual([]);
    });

    it('L1: a link that has changed meanwhile, a place that is taken and one with nothing in it are refused', async () => {
      const { h, mandateId, fileId } = await open();
      const second = '/mandats/Autre/Autre.cre';
      h.files.write(second, 'another accounting');
      const other = await h.call('createMandate', { body: { name: 'Autre', accountingFile: second } });
      const taken = '/mandats/Autre/Autre.fac';
      h.files.write(taken, 'a document of the other mandate');
      await h.call('attachFile', {
        params: { mandateId: other.id },
        body: { path: taken, product: 'facturation' },
      });
      const refused = async (body: object) => (await failureOf(restore(h, mandateId, fileId, body))).code;
      expect(await refused({ from: '/somewhere/else.fac' })).toBe('link-outdated');
      expect(await refused({ path: taken, adopt: true })).toBe('already-in-mandate');
      expect(await refused({ path: `${FOLDER}/none.fac`, adopt: true })).toBe('path-not-found');
      expect(await refused({ path: 'none.fac', adopt: true })).toBe('path-not-absolute');
      expect((await link(h, mandateId, fileId)).status).toBe('linked');
    });

    it('L1: of several moves none is made if one cannot be', async () => {
      const { h, mandateId, fileId, accounting } = await open();
      h.files.rename(FOLDER, '/mandats/Rochat SA');
      await h.advance(1500);
      const moves = [
        { fileId, from: DOCUMENT, path: DOCUMENT.replace(FOLDER, '/mandats/Rochat SA'), adopt: false },
        {
          fileId: accounting,
          from: '/outdated.cre',
          path: ACCOUNTING.replace(FOLDER, '/mandats/Rochat SA'),
          adopt: false,
        },
      ];
      const failed = await failureOf(h.call('migrate', { params: { mandateId }, body: { moves } }));
      expect(failed.code).toBe('link-outdated');
      expect((await h.call('getMigration', { params: { mandateId } })).links).toHaveLength(3);
    });

    it('L1: moved back by hand, everything is as it was', async () => {
      const { h, mandateId, fileId } = await open();
      h.files.rename(FOLDER, '/mandats/Rochat SA');
      await h.advance(1500);
      expect(rows(h)).toHaveLength(1);
      h.files.rename('/mandats/Rochat SA', FOLDER);
      await h.advance(1500);
      expect(rows(h)).toEqual([]);
      expect((await link(h, mandateId, fileId)).status).toBe('linked');
    });

    it('L4: the .crp and .ecc of a renamed folder are read at their new place', async () => {
      const { h, mandateId } = await open();
      const folder = '/mandats/Rochat SA';
      h.files.rename(FOLDER, folder);
      await h.advance(1500);
      const { links } = await h.call('getMigration', { params: { mandateId } });
      const moves = links.map(({ fileId, path }) => ({
        fileId,
        from: path,
        path: path.replace(FOLDER, folder),
        adopt: false,
      }));
      await h.call('migrate', { params: { mandateId }, body: { moves } });
      h.files.write(`${folder}/Compta 2026.ecc`, index(invoicesListed));
      h.files.write(`${folder}/Compta 2026.crp`, chartFile());
      h.files.write(INVOICES.replace(FOLDER, folder), entryFile([invoice(7)], { lot: 9 }));
      await h.advance(5000);
      const status = h.service.getStatus({ product: 'compta', path: ACCOUNTING.replace(FOLDER, folder) });
      expect([status.pending.new, status.notifications.map(({ kind }) => kind)]).toEqual([
        1,
        ['entries-pending'],
      ]);
    });
  });
}
