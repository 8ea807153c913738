import { changed, joined, sampleBytes, sampleDocument } from '@synchro/sync-core/sample-documents';
import { describe, expect, it } from 'vitest';
import type { ServiceHarness } from './service-harness.js';
import { entryFile, FOLDER, INVOICES, invoice } from './test-files.js';

const DOCUMENT = `${FOLDER}/Atelier Rochat.fac`;
const CONTENT = sampleDocument({ seed: 1, ownBytes: 40_000 });
const OTHER = '/mandats/Dubois/Dubois.fac';
const OTHER_CONTENT = sampleDocument({ seed: 2, ownBytes: 40_000 });

/** By what documents are known again, and where they are sought. */
export function linkIdentityRules(harness: () => ServiceHarness): void {
  describe('the identity of documents', () => {
    const attach = async (h: ServiceHarness, mandateId: string, path: string) =>
      (await h.call('attachFile', { params: { mandateId }, body: { product: 'facturation', path } })).id;
    /** Attached, saved in its place, and quiet since. */
    const open = async () => {
      const h = harness();
      h.files.write(DOCUMENT, CONTENT);
      const mandate = await h.createMandate();
      const fileId = await attach(h, mandate.id, DOCUMENT);
      await h.advance(1500);
      h.files.write(DOCUMENT, CONTENT);
      await h.advance(1500);
      return { h, mandateId: mandate.id, fileId };
    };
    const openTwo = async () => {
      const one = await open();
      const { h } = one;
      h.files.write('/mandats/Dubois/Dubois.cre', 'another accounting');
      h.files.write(OTHER, OTHER_CONTENT);
      const mandate = await h.call('createMandate', {
        body: { name: 'Dubois', accountingFile: '/mandats/Dubois/Dubois.cre' },
      });
      const otherId = await attach(h, mandate.id, OTHER);
      await h.advance(1500);
      return { ...one, otherMandateId: mandate.id, otherId };
    };
    const link = (h: ServiceHarness, mandateId: string, fileId: string) =>
      h.call('getLink', { params: { mandateId, fileId }, query: {} });
    const bytes = (h: ServiceHarness, path: string) =>
      h.files.read(path).then((read) => read?.bytes ?? CONTENT);
    const looks = (h: ServiceHarness, path: string) => h.opened.filter((one) => one === path).length;

    it('L6c: moved to another volume it is certain by its content and time, in a folder of the mandate', async () => {
      const { h, mandateId, fileId } = await open();
      h.files.makeVolume('/usb');
      const second = '/usb/Filiale.fac';
      h.files.write(second, sampleDocument({ seed: 3, ownBytes: 40_000 }));
      await attach(h, mandateId, second);
      h.files.rename(DOCUMENT, '/usb/Rochat SA.fac');
      await h.advance(2500);
      expect(await link(h, mandateId, fileId)).toMatchObject({
        status: 'moved-and-renamed',
        candidates: [
          { path: '/usb/Rochat SA.fac', certainty: 'certain', reasons: ['content', 'size-and-time'] },
        ],
      });
    });

    it('L6f: moved to another volume and then saved it is for a person to say', async () => {
      const { h, mandateId, fileId } = await open();
      h.files.makeVolume('/usb');
      h.files.write('/usb/Filiale.fac', sampleDocument({ seed: 3, ownBytes: 40_000 }));
      await attach(h, mandateId, '/usb/Filiale.fac');
      h.files.rename(DOCUMENT, '/usb/Rochat SA.fac');
      h.files.write('/usb/Rochat SA.fac', joined(sampleBytes(200, 9), changed(CONTENT, 9)));
      await h.advance(2500);
      expect(await link(h, mandateId, fileId)).toMatchObject({
        status: 'ambiguous',
        candidates: [{ path: '/usb/Rochat SA.fac', certainty: 'likely', reasons: ['content'] }],
      });
    });

    it('L6d: another document of the same program is not taken for it', async () => {
      const { h, mandateId, fileId } = await openTwo();
      h.files.remove(DOCUMENT);
      h.files.write(`${FOLDER}/Tout autre.fac`, sampleDocument({ seed: 4, ownBytes: 40_000 }));
      await h.advance(2500);
      expect(await link(h, mandateId, fileId)).toMatchObject({ status: 'missing', candidates: [] });
    });

    it('L6e: an entry file of another uid is not taken for it, whatever its name', async () => {
      const { h, mandateId } = await open();
      await h.writeInvoices([invoice(1)]);
      const { files } = await h.call('getMandate', { params: { mandateId } });
      const entries = files.find(({ role }) => role === 'entries')?.id ?? '';
      h.files.remove(INVOICES);
      const [there, elsewhere] = [`${FOLDER}/Archives`, `${FOLDER}/Ailleurs`].map((folder) =>
        INVOICES.replace(FOLDER, folder),
      );
      for (const [path, uid] of [
        [there, 123],
        [elsewhere, 124],
      ] as const) {
        h.files.write(path ?? '', entryFile([invoice(1)], { uid }));
        h.files.write((path ?? '').replace(/[^/]*$/, 'x.fac'), 'a document');
        await attach(h, mandateId, (path ?? '').replace(/[^/]*$/, 'x.fac'));
      }
      await h.advance(2500);
      const { candidates } = await link(h, mandateId, entries);
      expect(candidates.map(({ path, certainty }) => [path, certainty])).toEqual([[there, 'likely']]);
      expect(candidates[0]?.reasons).toEqual(expect.arrayContaining(['carried-id', 'name']));
    });

    it('L5a: while its volume is not there it is missing, whatever has its name elsewhere', async () => {
      const h = harness();
      const mandate = await h.createMandate();
      h.files.makeVolume('/volumes/usb');
      h.files.makeVolume('/volumes/other');
      h.files.write('/volumes/usb/Rochat.fac', CONTENT);
      h.files.write('/volumes/other/Rochat.fac', OTHER_CONTENT);
      const fileId = await attach(h, mandate.id, '/volumes/usb/Rochat.fac');
      await h.advance(1500);
      h.files.unmount('/volumes/usb');
      await h.advance(2500);
      expect(await link(h, mandate.id, fileId)).toMatchObject({ status: 'missing', candidates: [] });
      h.files.mount('/volumes/usb');
      await h.advance(1500);
      expect(await link(h, mandate.id, fileId)).toMatchObject({ status: 'linked' });
    });

    it('L7: it is found where the folder two levels above was renamed, and below the folders of the mandate', async () => {
      const { h, mandateId, fileId } = await open();
      h.files.rename('/mandats', '/clients');
      await h.advance(2500);
      const moved = DOCUMENT.replace('/mandats', '/clients');
      expect(await link(h, mandateId, fileId)).toMatchObject({
        status: 'moved',
        candidates: [{ path: moved }],
      });
      h.files.rename('/clients', '/mandats');
      const deep = `${FOLDER}/Archives/2025/Rochat.fac`;
      h.files.createFolder(`${FOLDER}/Archives/2025`);
      h.files.rename(DOCUMENT, deep);
      await h.advance(2500);
      expect((await link(h, mandateId, fileId)).candidates).toMatchObject([
        { path: deep, certainty: 'certain' },
      ]);
    });

    it('L7a: a file beside the mandate’s folder is looked at from outside', async () => {
      const { h, mandateId, fileId } = await open();
      const [inside, beside] = [`${FOLDER}/Rochat SA.fac`, '/mandats/Autre/Rochat SA.fac'];
      h.files.remove(DOCUMENT);
      for (const path of [inside, beside]) h.files.write(path, changed(CONTENT, 5));
      await h.advance(2500);
      expect((await link(h, mandateId, fileId)).candidates).toMatchObject([{ path: inside }]);
      expect([looks(h, inside), looks(h, beside)]).toEqual([1, 0]);
    });

    it('L7d: below the mandate’s folders a file of exactly its size is compared by content, and no other is opened', async () => {
      const { h, mandateId, fileId } = await open();
      const renamed = `${FOLDER}/Archives/2026/Ancien.fac`;
      const [sameSize, larger] = [`${FOLDER}/Archives/Autre.fac`, `${FOLDER}/Archives/Plus grand.fac`];
      h.files.remove(DOCUMENT);
      h.files.write(renamed, CONTENT);
      h.files.write(sameSize, sampleBytes(CONTENT.length, 6));
      h.files.write(larger, joined(CONTENT, sampleBytes(1, 6)));
      await h.advance(2500);
      expect(await link(h, mandateId, fileId)).toMatchObject({
        status: 'ambiguous',
        candidates: [{ path: renamed, certainty: 'likely', reasons: ['content'] }],
      });
      expect([looks(h, renamed), looks(h, sameSize), looks(h, larger)]).toEqual([1, 1, 0]);
    });

    it('L7d: one search opens at most 50 files', async () => {
      const { h, mandateId, fileId } = await open();
      h.files.remove(DOCUMENT);
      for (let n = 1; n <= 60; n += 1)
        h.files.write(`${FOLDER}/Archives/${n}.fac`, sampleBytes(CONTENT.length, n));
      const before = h.opened.length;
      await h.advance(1500);
      expect((await link(h, mandateId, fileId)).status).toBe('missing');
      expect(h.opened.length - before).toBe(50);
    });

    it('L7e: what is hidden or in the bin is not searched, so its place is not told', async () => {
      const { h, mandateId, fileId } = await open();
      for (const place of [`${FOLDER}/.Trash`, `${FOLDER}/$RECYCLE.BIN`, '/mandats/.caché', `${FOLDER}/.x`]) {
        const to = place.endsWith('x') ? `${FOLDER}/.Atelier Rochat.fac` : `${place}/Atelier Rochat.fac`;
        h.files.createFolder(place);
        h.files.rename(DOCUMENT, to);
        await h.advance(2500);
        expect(await link(h, mandateId, fileId)).toMatchObject({ status: 'missing', candidates: [] });
        h.files.rename(to, DOCUMENT);
        await h.advance(2500);
        expect(await link(h, mandateId, fileId)).toMatchObject({ status: 'linked' });
      }
    });

    it('L7b: it is not sought again while nothing changes in the folders', async () => {
      const { h, mandateId, fileId } = await open();
      h.files.remove(DOCUMENT);
      await h.advance(2500);
      expect((await link(h, mandateId, fileId)).status).toBe('missing');
      const listed = h.listed.length;
      for (let save = 0; save < 5; save += 1) h.files.write(`${FOLDER}/Compta 2026.cre`, `save ${save}`);
      await h.advance(500);
      expect(h.listed.length - listed).toBeLessThan(5);
      h.files.write(`${FOLDER}/Rochat SA.fac`, CONTENT);
      await h.advance(500);
      expect((await link(h, mandateId, fileId)).candidates).toMatchObject([{ reasons: ['content'] }]);
    });

    it('L8: swapped with the document of another mandate, each is told where it lies', async () => {
      const { h, mandateId, fileId, otherMandateId, otherId } = await openTwo();
      h.files.rename(DOCUMENT, '/swap');
      h.files.rename(OTHER, DOCUMENT);
      h.files.rename('/swap', OTHER);
      await h.advance(2500);
      expect((await link(h, mandateId, fileId)).status).toBe('other-file');
      expect((await link(h, otherMandateId, otherId)).status).toBe('other-file');
      const told = h.service.getStatus({ product: 'facturation', path: DOCUMENT }).notifications;
      expect(told).toMatchObject([{ kind: 'file-detached', status: 'other-file' }]);
      h.files.rename(DOCUMENT, '/swap');
      h.files.rename(OTHER, DOCUMENT);
      h.files.rename('/swap', OTHER);
      await h.advance(2500);
      expect((await link(h, mandateId, fileId)).status).toBe('linked');
      expect((await link(h, otherMandateId, otherId)).status).toBe('linked');
    });

    it('L8: overwritten with the document of another mandate it is told, and can be adopted', async () => {
      const { h, mandateId, fileId, otherMandateId, otherId } = await openTwo();
      h.files.write(DOCUMENT, await bytes(h, OTHER));
      await h.advance(2500);
      expect((await link(h, mandateId, fileId)).status).toBe('other-file');
      expect((await link(h, otherMandateId, otherId)).status).toBe('linked');
      const body = { from: DOCUMENT, path: DOCUMENT, adopt: true, along: [] };
      await h.call('restoreLink', { params: { mandateId, fileId }, body });
      await h.advance(2500);
      expect((await link(h, mandateId, fileId)).status).toBe('linked');
    });

    it('L8: older content, and content that nobody knows, is the document’s own', async () => {
      const { h, mandateId, fileId } = await openTwo();
      h.files.write(DOCUMENT, changed(CONTENT, 6));
      await h.advance(2500);
      h.files.remove(DOCUMENT);
      h.files.write(DOCUMENT, CONTENT);
      await h.advance(2500);
      expect((await link(h, mandateId, fileId)).status).toBe('linked');
      h.files.write(DOCUMENT, sampleDocument({ seed: 5, ownBytes: 40_000 }));
      await h.advance(2500);
      expect((await link(h, mandateId, fileId)).status).toBe('linked');
    });

    it('L9: a save is noted once it is quiet, in one transaction; of an entry file nothing is', async () => {
      const { h } = await open();
      let changes = 0;
      const stop = h.service.onChange(() => (changes += 1));
      for (let save = 0; save < 5; save += 1) {
        h.files.write(DOCUMENT, changed(CONTENT, save));
        await h.advance(300);
      }
      expect([changes, looks(h, DOCUMENT)]).toEqual([0, 2]);
      await h.advance(1500);
      expect([changes, looks(h, DOCUMENT)]).toEqual([1, 3]);
      h.files.write(INVOICES, entryFile([invoice(1)], { lot: 2 }));
      await h.advance(3000);
      expect(changes).toBe(2);
      stop();
    });
  });
}
