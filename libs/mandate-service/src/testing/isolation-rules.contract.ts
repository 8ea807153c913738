import { describe, expect, it } from 'vitest';
import { sampleDocument } from '@synchro/sync-core/sample-documents';
import { failureOf } from './failure-of.js';
import { HOME } from './service-harness.js';
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

const OWN_CHART = `${FOLDER}/Compta 2026.crp`;
const TWIN = INVOICES.replace('.ecf', ' (conflicted copy).ecf');
const OTHER_TWIN = INVOICES.replace('.ecf', ' (1).ecf');
const NEXT = `${FOLDER}/Compta 2027.cre`;
const DOCUMENT = `${FOLDER}/Atelier Rochat.fac`;
const CONTENT = sampleDocument({ seed: 1, ownBytes: 60_000 });

/** No file, and no step of a scan, keeps another from being checked. */
export function isolationRules(harness: () => ServiceHarness): void {
  describe('files beside one that cannot be checked', () => {
    const notifications = (h: ServiceHarness, path = ACCOUNTING) =>
      h.service.getStatus({ product: 'compta', path }).notifications;
    const failures = (h: ServiceHarness) =>
      notifications(h).flatMap((one) => (one.kind === 'check-failed' ? [`${one.name}: ${one.reason}`] : []));
    const twins = (h: ServiceHarness) =>
      notifications(h).flatMap((one) => (one.kind === 'source-twin' ? [[one.name, one.modifiedAt]] : []));
    const attach = (h: ServiceHarness, mandateId: string, path: string) =>
      h.call('attachFile', { params: { mandateId }, body: { product: 'facturation', path } });
    const nameOf = (path: string) => path.slice(FOLDER.length + 1);

    it.each([
      ['after', 9e15, '9999-12-31T00:00:00.000Z'],
      ['before', -9e15, '1970-01-01T00:00:00.000Z'],
      ['no', NaN, '1970-01-01T00:00:00.000Z'],
    ])('T6b: a twin from %s any time is reported, and new entries are', async (_, stamp, reported) => {
      const h = harness();
      await h.createMandate();
      h.stamps.set(TWIN, stamp);
      h.files.write(TWIN, entryFile([invoice(1)]));
      await h.writeInvoices([invoice(1), invoice(2)]);
      expect(twins(h)).toEqual([[nameOf(TWIN), reported]]);
      expect(h.status().pending.new).toBe(2);
      expect(failures(h)).toEqual([]);
    });

    it('W1: a twin that cannot be looked at stays reported, others come and go', async () => {
      const h = harness();
      await h.createMandate();
      await h.writeInvoices([invoice(1)]);
      h.files.write(TWIN, entryFile([invoice(1)]));
      await h.advance(5_000);
      h.refuse('stat', TWIN, 'EIO');
      h.files.write(OTHER_TWIN, entryFile([]));
      await h.advance(5_000);
      expect(twins(h).map(([name]) => name)).toEqual([nameOf(TWIN), nameOf(OTHER_TWIN)]);
      expect(failures(h)).toEqual([`${nameOf(TWIN)}: io-error`]);
      h.files.remove(OTHER_TWIN);
      await h.advance(5_000);
      expect(twins(h).map(([name]) => name)).toEqual([nameOf(TWIN)]);
    });

    it('W1, W6: a chart that cannot be read is reported, and the known one stays', async () => {
      const h = harness();
      const one = `${FOLDER}/Plan.crp`;
      const other = `${FOLDER}/Autre plan.crp`;
      h.files.rename(OWN_CHART, one);
      await h.createMandate();
      await h.writeInvoices([invoice(1)]);
      expect(notifications(h).map(({ kind }) => kind)).toEqual(['entries-pending']);
      h.refuse('read', other, 'EBUSY');
      h.files.write(other, chartFile(['1100'], 2025));
      h.files.write(one, chartFile(['1020']));
      await h.writeInvoices([invoice(1), invoice(2)], { lot: 2 });
      expect(failures(h)).toEqual(['Autre plan.crp: busy']);
      // The known chart is read on: it has lost both accounts of the entries.
      expect(notifications(h)[0]).toMatchObject({ kind: 'entries-pending', withProblems: 2 });
      h.refuse('read', other, null);
      await h.advance(31_000);
      expect(failures(h)).toEqual([]);
    });

    it('W6: no chart is chosen while one that could be it cannot be read', async () => {
      const h = harness();
      const other = `${FOLDER}/Autre plan.crp`;
      h.files.rename(OWN_CHART, `${FOLDER}/Plan.crp`);
      h.files.write(other, chartFile());
      h.refuse('read', other, 'EIO');
      await h.createMandate();
      await h.writeInvoices([invoice(1)]);
      expect(notifications(h).map(({ kind }) => kind)).toContain('chart-missing');
      expect(failures(h)).toEqual(['Autre plan.crp: io-error']);
      h.files.write(other, chartFile(undefined, 2025));
      h.refuse('read', other, null);
      await h.advance(31_000);
      expect(notifications(h).map(({ kind }) => kind)).toEqual(['entries-pending']);
    });

    it('W6: no fiscal period joins while one that could be it cannot be read', async () => {
      const h = harness();
      const { id: mandateId } = await h.createMandate();
      await h.advance(5_000);
      const copy = `${FOLDER}/Compta 2027 - Copie.cre`;
      const periods = async () =>
        (await h.call('getMandate', { params: { mandateId } })).files
          .filter(({ role }) => role === 'accounting')
          .map(({ path }) => path);
      h.refuse('read', copy.replace('.cre', '.ecc'), 'EBUSY');
      for (const path of [NEXT, copy]) {
        h.files.write(path, `${path}: an opaque binary`);
        h.files.write(path.replace('.cre', '.crp'), chartFile(undefined, 2027));
        h.files.write(path.replace('.cre', '.ecc'), index(invoicesListed));
      }
      await h.writeInvoices([invoice(1)]);
      expect(failures(h)).toEqual(['Compta 2027 - Copie.ecc: busy']);
      expect(await periods()).toEqual([ACCOUNTING]);
      expect(h.status().pending.new).toBe(1);
      h.files.remove(copy);
      await h.advance(31_000);
      expect(await periods()).toEqual([ACCOUNTING, NEXT]);
      expect(failures(h)).toEqual([]);
    });

    it('W1: an index that cannot be corrected is reported, and corrected once it can', async () => {
      const h = harness();
      const mandate = await h.createMandate();
      await h.writeInvoices([invoice(1)]);
      const renamed = `${FOLDER}/Rochat SA.ecf`;
      const entries = mandate.files.find(({ path }) => path === INVOICES)?.id ?? '';
      const ecc = `${FOLDER}/Compta 2026.ecc`;
      h.readOnly.add(ecc);
      h.files.rename(INVOICES, renamed);
      await h.call('restoreLink', {
        params: { mandateId: mandate.id, fileId: entries },
        body: { from: INVOICES, path: renamed, adopt: true, along: [] },
      });
      await h.advance(8_000);
      expect(failures(h)).toEqual(['Compta 2026.ecc: no-access']);
      h.readOnly.delete(ecc);
      await h.advance(31_000);
      expect(failures(h)).toEqual([]);
      expect(h.replaced.filter((path) => path === ecc)).toEqual([ecc]);
    });

    describe('the search for a lost document', () => {
      const lose = async (h: ServiceHarness) => {
        const { id: mandateId } = await h.createMandate();
        h.files.write(DOCUMENT, CONTENT);
        const { id: fileId } = await attach(h, mandateId, DOCUMENT);
        await h.advance(5_000);
        h.files.createFolder('/mandats/Fermé');
        h.files.createFolder('/mandats/Muet');
        return { params: { mandateId, fileId } };
      };
      const FOUND = '/mandats/Voisin/Atelier Rochat.fac';

      it.each([
        ['EIO', ['Muet: io-error']],
        ['EACCES', []],
      ])('W7: %s of a folder beside does not end it', async (code, reported) => {
        const h = harness();
        const { params } = await lose(h);
        h.refuse('listKinds', '/mandats/Muet', code);
        h.files.rename(DOCUMENT, FOUND);
        await h.advance(10_000);
        const link = await h.call('getLink', { params, query: {} });
        expect(link.status).toBe('moved');
        expect(link.candidates.map(({ path }) => path)).toEqual([FOUND]);
        expect(failures(h)).toEqual(reported);
      });

      it('W7: what could not be looked at is searched again without any hint', async () => {
        const h = harness();
        const { params } = await lose(h);
        h.refuse('listKinds', '/mandats/Muet', 'EIO');
        h.files.rename(DOCUMENT, '/mandats/Muet/Atelier Rochat.fac');
        await h.advance(10_000);
        const candidates = async () => (await h.call('getLink', { params, query: {} })).candidates.length;
        expect(await candidates()).toBe(0);
        h.refuse('listKinds', '/mandats/Muet', null);
        await h.advance(31_000);
        expect(await candidates()).toBe(1);
        expect(failures(h)).toEqual([]);
      });

      it('W8: a search by a user that finds nothing names the folder that it could not look into', async () => {
        const h = harness();
        h.files.createFolder(`${HOME}/Archives/Muet`);
        const { params } = await lose(h);
        const search = () =>
          h.service.searchFile(
            params,
            { folder: HOME },
            { signal: { aborted: false }, onProgress: () => undefined },
          );
        h.refuse('listKinds', `${HOME}/Archives/Muet`, 'EIO');
        h.files.remove(DOCUMENT);
        await h.advance(5_000);
        const { code, details } = await failureOf(search());
        expect([code, details]).toEqual([
          'file-access-failed',
          { path: `${HOME}/Archives/Muet`, reason: 'io-error' },
        ]);
        h.files.write(`${HOME}/Archives/Vieux.fac`, CONTENT);
        expect(await search()).toMatchObject({ isOver: true, found: 1 });
      });
    });

    describe('operations of a user', () => {
      const failed = (path: string, reason: string) => ['file-access-failed', { path, reason }];
      const answer = async (work: Promise<unknown>) => {
        const { code, details } = await failureOf(work);
        return [code, details];
      };

      it('W8: creating a mandate', async () => {
        const h = harness();
        h.refuse('stat', ACCOUNTING, 'EIO');
        expect(await answer(h.createMandate())).toEqual(failed(ACCOUNTING, 'io-error'));
        h.refuse('stat', ACCOUNTING, null);
        await h.createMandate();
      });

      it('W8: attaching a document, and listing a folder', async () => {
        const h = harness();
        const { id } = await h.createMandate();
        h.files.write(DOCUMENT, CONTENT);
        h.refuse('stat', DOCUMENT, 'EBUSY');
        expect(await answer(attach(h, id, DOCUMENT))).toEqual(failed(DOCUMENT, 'busy'));
        h.refuse('listKinds', FOLDER, 'EIO');
        const list = h.call('listFolder', { query: { path: FOLDER } });
        expect(await answer(list)).toEqual(failed(FOLDER, 'io-error'));
      });
    });
  });
}
