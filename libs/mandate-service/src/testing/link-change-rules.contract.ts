import { describe, expect, it } from 'vitest';
import { failureOf } from './failure-of.js';
import type { ServiceHarness } from './service-harness.js';
import { ACCOUNTING, FOLDER, INVOICES, invoice } from './test-files.js';

const DOCUMENT = `${FOLDER}/Atelier Rochat.fac`;
const RENAMED = `${FOLDER}/Rochat SA.fac`;
const ID = 'doc-1';
const TEN_MINUTES = 10 * 60_000;

/** What the service must do about corrections of links, and taking them back. */
export function linkChangeRules(harness: () => ServiceHarness): void {
  describe('corrections of links', () => {
    const open = async () => {
      const h = harness();
      h.files.write(DOCUMENT, 'invoicing: an opaque binary');
      const mandate = await h.createMandate();
      const document = await h.call('attachFile', {
        params: { mandateId: mandate.id },
        body: { product: 'facturation', path: DOCUMENT, documentId: ID },
      });
      const accounting = mandate.files[0]?.id ?? '';
      await h.advance(1500);
      return { h, mandateId: mandate.id, fileId: document.id, accounting };
    };
    /** The document was renamed, and its link restored. */
    const openRestored = async () => {
      const opened = await open();
      opened.h.files.rename(DOCUMENT, RENAMED);
      await opened.h.advance(1500);
      const { changeId } = await restore(opened, { from: DOCUMENT, path: RENAMED });
      return { ...opened, changeId };
    };
    type Opened = Awaited<ReturnType<typeof open>>;
    const restore = ({ h, mandateId, fileId }: Opened, body: object, file = fileId) =>
      h.call('restoreLink', {
        params: { mandateId, fileId: file },
        body: { from: DOCUMENT, path: DOCUMENT, adopt: false, along: [], ...body },
      });
    const changes = async ({ h, mandateId }: Opened) =>
      (await h.call('listLinkChanges', { params: { mandateId } })).items;
    const undo = ({ h, mandateId }: Opened, changeId: string) =>
      h.call('undoLinkChange', { params: { mandateId, changeId } });
    const link = ({ h, mandateId, fileId }: Opened, query: object = {}) =>
      h.call('getLink', { params: { mandateId, fileId }, query });
    const told = ({ h }: Opened, path: string) =>
      h.service
        .getStatus({ product: 'facturation', path, documentId: ID })
        .notifications.map((one) => (one.kind === 'file-detached' ? one.status : one.kind));
    const rows = ({ h }: Opened) =>
      h.service.getOverview().notifications.map(({ notification }) => notification);

    it('L10: are told, newest first, under the names of where the files went', async () => {
      const one = await openRestored();
      const { h, mandateId, fileId, accounting, changeId } = one;
      const folder = '/mandats/Rochat SA';
      h.files.rename(FOLDER, folder);
      await h.advance(1500);
      const { links } = await h.call('getMigration', { params: { mandateId } });
      const moves = links.map(({ fileId: id, path, candidates }) => ({
        fileId: id,
        from: path,
        path: candidates[0]?.path ?? '',
        adopt: false,
      }));
      const migrated = await h.call('migrate', { params: { mandateId }, body: { moves } });
      expect(await changes(one)).toMatchObject([
        { id: migrated.changeId, kind: 'migrated', undoneAt: null, undoPossible: true },
        {
          id: changeId,
          kind: 'restored',
          moves: [{ fileId, name: 'Rochat SA.fac', from: DOCUMENT, to: RENAMED }],
          undoPossible: false,
        },
      ]);
      const [newest] = await changes(one);
      expect(newest?.moves).toEqual(migrated.restored);
      expect(newest?.moves.map(({ fileId: id }) => id)).toContain(accounting);
      await undo(one, migrated.changeId);
      expect((await changes(one)).map(({ undoPossible }) => undoPossible)).toEqual([false, true]);
    });

    it('L10: taken back, the file is sought again and told where it is; a second time is refused', async () => {
      const one = await openRestored();
      const { h, changeId } = one;
      expect([told(one, RENAMED), rows(one)]).toEqual([['link-restored'], []]);
      const undone = await undo(one, changeId);
      expect(undone).toMatchObject({ id: changeId, undoPossible: false });
      expect(undone.undoneAt).not.toBeNull();
      await h.advance(1500);
      expect(told(one, RENAMED)).toEqual(['renamed']);
      expect(rows(one)).toMatchObject([{ kind: 'file-moved', from: DOCUMENT, to: RENAMED }]);
      expect((await link(one)).candidates).toMatchObject([{ path: RENAMED, certainty: 'certain' }]);
      expect((await failureOf(undo(one, changeId))).code).toBe('link-outdated');
      const again = await restore(one, { from: DOCUMENT, path: RENAMED });
      expect(await changes(one)).toMatchObject([
        { id: again.changeId, undoPossible: true },
        { id: changeId, undoPossible: false },
      ]);
    });

    it('L10: with an accounting file what its .ecc lists goes there and back, and nothing is posted twice', async () => {
      const one = await open();
      const { h, mandateId, accounting } = one;
      await h.writeInvoices([invoice(1)]);
      await h.post(await h.call('getMandate', { params: { mandateId } }));
      const folder = '/mandats/Rochat SA';
      h.files.rename(FOLDER, folder);
      await h.advance(1500);
      const path = ACCOUNTING.replace(FOLDER, folder);
      const { changeId, restored } = await restore(one, { from: ACCOUNTING, path }, accounting);
      expect(restored).toHaveLength(2);
      await undo(one, changeId);
      h.files.rename(folder, FOLDER);
      await h.advance(5000);
      const { files } = await h.call('getMandate', { params: { mandateId } });
      expect(files.map((file) => [file.role, file.path, file.link])).toEqual([
        ['accounting', ACCOUNTING, 'linked'],
        ['entries', INVOICES, 'linked'],
        ['document', DOCUMENT, 'linked'],
      ]);
      expect(h.status().pending).toEqual({ new: 0, changed: 0, deleted: 0 });
    });

    it('L10: what was corrected since cannot be taken back before that is, even where it is back at the same path', async () => {
      const one = await openRestored();
      const { h, fileId, changeId } = one;
      const move = async (from: string, path: string) => {
        h.files.rename(from, path);
        await h.advance(1500);
        return (await restore(one, { from, path })).changeId;
      };
      const back = await move(RENAMED, DOCUMENT);
      const forth = await move(DOCUMENT, RENAMED);
      const possible = async () => (await changes(one)).map(({ undoPossible }) => undoPossible);
      expect(await possible()).toEqual([true, false, false]);
      const refused = await failureOf(undo(one, changeId));
      expect([refused.code, refused.details]).toEqual([
        'link-outdated',
        { change: changeId, files: [{ file: fileId, name: 'Rochat SA.fac' }] },
      ]);
      for (const change of [forth, back, changeId]) await undo(one, change);
      expect(await possible()).toEqual([false, false, false]);
      expect((await link(one)).path).toBe(DOCUMENT);
    });

    it('L10: is refused where another file was attached meanwhile, and for what is none of the mandate’s', async () => {
      const one = await openRestored();
      const { h, mandateId, changeId } = one;
      h.files.write('/mandats/Autre/Autre.cre', 'another accounting');
      const other = await h.call('createMandate', {
        body: { name: 'Autre', accountingFile: '/mandats/Autre/Autre.cre' },
      });
      const ofOther = { ...one, mandateId: other.id };
      expect((await failureOf(undo(ofOther, changeId))).code).toBe('link-change-not-found');
      expect((await failureOf(undo(one, 'nothing'))).code).toBe('link-change-not-found');
      expect((await failureOf(undo({ ...one, mandateId: 'nobody' }, changeId))).code).toBe(
        'mandate-not-found',
      );
      expect(await changes(ofOther)).toEqual([]);
      h.files.write(DOCUMENT, 'a document of the other mandate');
      await h.call('attachFile', {
        params: { mandateId: other.id },
        body: { product: 'facturation', path: DOCUMENT },
      });
      const refused = await failureOf(undo(one, changeId));
      expect([refused.code, refused.details]).toEqual([
        'already-in-mandate',
        { path: DOCUMENT, mandate: other.id, name: 'Autre' },
      ]);
      expect((await link(one)).path).toBe(RENAMED);
      expect((await h.call('getMandate', { params: { mandateId } })).files).toHaveLength(3);
    });

    it('L10: another document that was adopted is forgotten again, also one in the same place', async () => {
      const one = await open();
      const { h } = one;
      const here = { path: DOCUMENT, documentId: 'doc-2' };
      await h.call('documentOpened', { body: { product: 'facturation', ...here } });
      const inPlace = await restore(one, { ...here, adopt: true });
      expect(rows(one)).toEqual([]);
      await undo(one, inPlace.changeId);
      await h.advance(1500);
      expect(rows(one)).toMatchObject([{ kind: 'file-detached', status: 'other-file' }]);
      await h.call('documentOpened', { body: { product: 'facturation', path: DOCUMENT, documentId: ID } });
      expect(rows(one)).toEqual([]);

      const other = `${FOLDER}/Tout autre.fac`;
      h.files.write(other, 'quite another document, of the same program');
      const elsewhere = await restore(one, { path: other, documentId: 'doc-3', adopt: true });
      await h.advance(1500);
      await undo(one, elsewhere.changeId);
      await h.advance(1500);
      expect(await link(one)).toMatchObject({ status: 'linked', path: DOCUMENT });
      h.files.rename(DOCUMENT, RENAMED);
      await h.advance(1500);
      expect((await link(one)).candidates).toMatchObject([{ path: RENAMED, certainty: 'certain' }]);
      expect(told(one, RENAMED)).toEqual(['renamed']);
    });

    it('L10: of two moves to one place, and two of one file, none is made', async () => {
      const one = await open();
      const { h, mandateId, fileId } = one;
      const second = `${FOLDER}/Filiale.fac`;
      h.files.write(second, 'the document of the branch office');
      const other = await h.call('attachFile', {
        params: { mandateId },
        body: { product: 'facturation', path: second },
      });
      h.files.write(RENAMED, 'one document');
      h.files.write(`${FOLDER}/Autre.fac`, 'another');
      const migrate = (...moves: readonly (readonly [string, string, string])[]) =>
        failureOf(
          h.call('migrate', {
            params: { mandateId },
            body: { moves: moves.map(([id, from, path]) => ({ fileId: id, from, path, adopt: true })) },
          }),
        );
      const toOne = await migrate([fileId, DOCUMENT, RENAMED], [other.id, second, RENAMED]);
      expect([toOne.code, toOne.details]).toMatchObject(['already-in-mandate', { mandate: mandateId }]);
      const twice = await migrate([fileId, DOCUMENT, RENAMED], [fileId, DOCUMENT, `${FOLDER}/Autre.fac`]);
      expect(twice.code).toBe('link-outdated');
      expect([(await link(one)).path, await changes(one)]).toEqual([DOCUMENT, []]);
    });

    it('L10a: what was restored changes for its document once, when ten minutes are over', async () => {
      const one = await openRestored();
      const { h } = one;
      await h.advance(5000);
      let changed = 0;
      const listen = () => h.service.onChange(() => (changed += 1));
      listen();
      await h.advance(TEN_MINUTES / 2);
      expect(changed).toBe(0);
      await h.restart();
      listen();
      changed = 0;
      await h.advance(TEN_MINUTES / 2 - 5001);
      expect(changed).toBe(0);
      await h.advance(2);
      expect(changed).toBe(1);
      await h.advance(TEN_MINUTES * 2);
      expect(changed).toBe(1);
    });

    it('N14a: another document in the place is told in the console, and the original is sought', async () => {
      const one = await open();
      const { h, mandateId, fileId } = one;
      const elsewhere = '/mandats/Archives/Rochat.fac';
      h.files.rename(DOCUMENT, elsewhere);
      h.files.write(DOCUMENT, 'the document of somebody else, put in its place');
      await h.call('documentOpened', {
        body: { product: 'facturation', path: DOCUMENT, documentId: 'doc-2' },
      });
      // Saved there, it is noted nowhere as what this file is known by.
      await h.advance(3000);
      h.files.write(DOCUMENT, 'the document of somebody else, saved');
      await h.advance(3000);
      h.files.write(`${FOLDER}/Note.txt`, 'something came into the folder: it is sought again');
      await h.advance(3000);
      const told = { kind: 'file-detached', status: 'other-file', action: 'restore-link', fileId } as const;
      expect(rows(one)).toMatchObject([{ ...told, attachedPath: DOCUMENT, openedPath: DOCUMENT }]);
      const [mandate] = h.service.getOverview().mandates;
      expect([mandate?.moved, mandate?.troubles]).toEqual([0, 0]);
      const { links } = await h.call('getMigration', { params: { mandateId } });
      expect(links).toMatchObject([
        { fileId, status: 'other-file', candidates: [{ path: elsewhere, certainty: 'certain' }] },
      ]);
      expect(links[0]?.since).not.toBeNull();
      await restore(one, { path: elsewhere });
      expect([rows(one), (await link(one)).status]).toEqual([[], 'linked']);
    });

    it('N14a: it is over when the original is back, or nothing is there any more', async () => {
      const one = await open();
      const { h } = one;
      const other = { product: 'facturation', path: DOCUMENT, documentId: 'doc-2' } as const;
      const elsewhere = '/mandats/Archives/Rochat.fac';
      h.files.rename(DOCUMENT, elsewhere);
      h.files.write(DOCUMENT, 'the document of somebody else');
      await h.call('documentOpened', { body: other });
      h.files.remove(DOCUMENT);
      await h.advance(1500);
      expect(rows(one)).toMatchObject([{ kind: 'file-moved', to: elsewhere }]);
      h.files.rename(elsewhere, DOCUMENT);
      await h.advance(1500);
      expect([rows(one), (await link(one)).candidates]).toEqual([[], []]);
      await h.call('documentOpened', { body: other });
      expect(rows(one)).toHaveLength(1);
      // What lies in its very place is not where it was found.
      expect((await link(one)).candidates).toEqual([]);
      await h.call('documentOpened', { body: { ...other, documentId: ID } });
      expect([rows(one), (await link(one)).status]).toEqual([[], 'linked']);
    });
  });
}
