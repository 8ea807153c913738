import { describe, expect, it } from 'vitest';
import { failureOf } from './failure-of.js';
import type { ServiceHarness } from './service-harness.js';
import {
  ACCOUNTING,
  entryFile,
  FOLDER,
  index,
  INVOICES,
  invoice,
  invoicesListed,
  salariesListed,
} from './test-files.js';

const ECC = `${FOLDER}/Compta 2026.ecc`;
const NAME = 'Atelier Rochat (01-01-2026 ~ 31-12-2026).ecf';
const NEW_NAME = 'Rochat SA (01-01-2026 ~ 31-12-2026).ecf';
const NEW = `${FOLDER}/${NEW_NAME}`;
/** As a program may write it: unsound lines, others' lines, line ends of either kind. */
const INDEX = index(invoicesListed, salariesListed).replace(
  '#END',
  '#BACKUP\tsalaires-2026|%1.salx|%1.ecs/n\n#END',
);
const latin1 = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
const CORRECTED = INDEX.replace(NAME, NEW_NAME);

/** What the service must do about the index of an accounting, when an entry file that it lists was renamed. */
export function indexCorrectionRules(harness: () => ServiceHarness): void {
  describe('the index of renamed entry files', () => {
    /** Invoice 1 is posted, 2 waits; then the entry file is renamed in the file manager. */
    const open = async (name = NEW_NAME) => {
      const h = harness();
      h.files.write(ECC, INDEX);
      const mandate = await h.createMandate();
      await h.writeInvoices([invoice(1)]);
      await h.post(mandate);
      await h.writeInvoices([invoice(1), invoice(2)], { lot: 2 });
      h.files.rename(INVOICES, `${FOLDER}/${name}`);
      await h.advance(2500);
      const entries = mandate.files.find(({ path }) => path === INVOICES)?.id ?? '';
      return { h, mandateId: mandate.id, entries, path: `${FOLDER}/${name}` };
    };
    type Opened = Awaited<ReturnType<typeof open>>;
    const restore = ({ h, mandateId, entries, path }: Opened, body: object = {}) =>
      h.call('restoreLink', {
        params: { mandateId, fileId: entries },
        body: { from: INVOICES, path, adopt: false, along: [], ...body },
      });
    /** The transaction of the restore, and nothing after it. */
    const killedAfterRestoring = async (one: Opened) => {
      await one.h.service.close();
      return restore(one);
    };
    const onDisk = async ({ h }: Opened) => String.fromCharCode(...((await h.files.read(ECC))?.bytes ?? []));
    const written = ({ h }: Opened) => h.replaced.filter((path) => path === ECC).length;
    const sources = async ({ h, mandateId }: Opened) =>
      (await h.call('getMandate', { params: { mandateId } })).files
        .filter(({ role }) => role === 'entries')
        .map(({ id, path, pending, trouble }) => [id, path, pending, trouble?.kind ?? null]);
    /** It is the same source, of which one booking waits, and nothing else changed. */
    const expectKept = async (one: Opened, path = one.path) => {
      const [first, second, ...others] = await sources(one);
      expect([first, second?.[3], others]).toEqual([[one.entries, path, 1, null], 'missing', []]);
      expect(one.h.status().pending).toEqual({ new: 1, changed: 0, deleted: 0 });
    };

    it('L11: gets the new name, all else to the byte, once; nothing is new or deleted', async () => {
      const one = await open();
      await restore(one);
      await one.h.advance(5000);
      expect(await onDisk(one)).toBe(CORRECTED);
      await expectKept(one);
      await one.h.advance(60_000);
      expect(written(one)).toBe(1);
      one.h.files.write(NEW, entryFile([invoice(1), invoice(2), invoice(3)], { lot: 3 }));
      await one.h.advance(5000);
      expect(one.h.status().pending.new).toBe(2);
    });

    it.each([
      ['in case only', NAME.toUpperCase().replace('.ECF', '.ecf')],
      ['with letters beyond ASCII, as macOS spells them', 'Société à Genève.ecf'.normalize('NFD')],
    ])('L11: gets a name that differs %s', async (_, name) => {
      const one = await open(name);
      await restore(one);
      await one.h.advance(5000);
      // The letters of this name are the same in Latin-1.
      expect(await onDisk(one)).toBe(INDEX.replace(NAME, name.normalize('NFC')));
      await expectKept(one);
    });

    it('L11: is left alone where é is only spelt in another way', async () => {
      const h = harness();
      const [composed, decomposed] = ['NFC', 'NFD'].map((form) => `${FOLDER}/Société.ecf`.normalize(form));
      h.files.write(composed ?? '', entryFile([invoice(1)]));
      h.files.write(ECC, latin1(INDEX.replace(NAME, 'Société.ecf')));
      const mandate = await h.createMandate();
      await h.advance(5000);
      h.files.rename(composed ?? '', decomposed ?? '');
      await h.advance(2500);
      const entries = mandate.files.find(({ path }) => path === composed)?.id ?? '';
      const one = { h, mandateId: mandate.id, entries, path: decomposed ?? '' };
      await restore(one, { from: composed });
      await h.advance(5000);
      expect([written(one), (await sources(one))[0]]).toEqual([0, [entries, decomposed, 1, null]]);
    });

    it('L11a: killed after the restore, it is corrected when the service is back', async () => {
      const one = await open();
      await killedAfterRestoring(one);
      expect(await onDisk(one)).toBe(INDEX);
      await one.h.restart();
      await one.h.advance(5000);
      expect(await onDisk(one)).toBe(CORRECTED);
      await expectKept(one);
    });

    it('L11a: what the program has corrected itself is not written', async () => {
      const one = await open();
      await killedAfterRestoring(one);
      one.h.files.write(ECC, CORRECTED);
      await one.h.restart();
      await one.h.advance(5000);
      expect(written(one)).toBe(0);
      await expectKept(one);
      // Over: its program renames it again, and the line with it.
      one.h.files.rename(NEW, INVOICES);
      one.h.files.write(ECC, INDEX);
      await one.h.advance(5000);
      expect((await sources(one)).map(([, path]) => path)).toContain(INVOICES);
    });

    it('L11a: rewritten with the old name meanwhile, it attaches and detaches nothing, and is corrected', async () => {
      const one = await open();
      one.h.readOnly.add(ECC);
      await restore(one);
      for (const label of ['one', 'two']) {
        one.h.files.write(ECC, `${INDEX}#LABEL\t${label}\r\n`);
        await one.h.advance(5000);
        await expectKept(one);
      }
      one.h.readOnly.delete(ECC);
      one.h.files.write(ECC, INDEX);
      await one.h.advance(5000);
      expect(await onDisk(one)).toBe(CORRECTED);
      await expectKept(one);
    });

    it('L11: in a read-only folder the file stays attached, and it is tried again at later scans', async () => {
      const one = await open();
      one.h.readOnly.add(ECC);
      await restore(one);
      await one.h.advance(60_000);
      expect([written(one), await onDisk(one)]).toEqual([0, INDEX]);
      await expectKept(one);
      one.h.readOnly.delete(ECC);
      await one.h.service.scans.scan(one.mandateId);
      expect(await onDisk(one)).toBe(CORRECTED);
    });

    it('L11: is not written while its program writes it, nor what was not read', async () => {
      const one = await open();
      await killedAfterRestoring(one);
      await one.h.restart();
      for (let second = 0; second < 6; second += 1) {
        one.h.files.write(ECC, `${INDEX}#LABEL\t${second}\r\n`);
        await one.h.advance(1000);
      }
      expect(written(one)).toBe(0);
      await one.h.advance(5000);
      expect(await onDisk(one)).toBe(`${CORRECTED}#LABEL\t5\r\n`);
    });

    it('L11: is not written while a file of the former name lies there', async () => {
      const one = await open();
      await killedAfterRestoring(one);
      one.h.files.write(INVOICES, entryFile([invoice(9)]));
      await one.h.restart();
      await one.h.advance(5000);
      expect(written(one)).toBe(0);
      await expectKept(one);
      one.h.files.remove(INVOICES);
      await one.h.advance(5000);
      expect(await onDisk(one)).toBe(CORRECTED);
    });

    it.each([
      ['does not say so', INDEX],
      ['does', CORRECTED],
    ])('L11a: renamed again before the index %s, it is followed, there and back', async (_, reached) => {
      const one = await open();
      const { h, mandateId } = one;
      const [params, last] = [{ mandateId }, `${FOLDER}/Encore.ecf`];
      await killedAfterRestoring(one);
      h.files.write(ECC, reached);
      h.files.rename(NEW, last);
      await restore(one, { from: NEW, path: last, adopt: true });
      await h.restart();
      await h.advance(5000);
      expect(await onDisk(one)).toBe(INDEX.replace(NAME, 'Encore.ecf'));
      await expectKept(one, last);
      for (const { id } of (await h.call('listLinkChanges', { params })).items)
        await h.call('undoLinkChange', { params: { mandateId, changeId: id } });
      h.files.rename(last, INVOICES);
      await h.advance(5000);
      expect(await onDisk(one)).toBe(INDEX);
      await expectKept(one, INVOICES);
    });

    it('L11: taken back, it gets the old name once the file has it', async () => {
      const one = await open();
      const { h, mandateId } = one;
      const { changeId } = await restore(one);
      await h.advance(5000);
      await h.call('undoLinkChange', { params: { mandateId, changeId } });
      await h.advance(5000);
      expect(await onDisk(one)).toBe(CORRECTED);
      const rows = h.service.getOverview().notifications.map(({ notification }) => notification);
      expect(rows.find(({ kind }) => kind === 'file-moved')).toMatchObject({ from: INVOICES, to: NEW });
      h.files.rename(NEW, INVOICES);
      await h.advance(5000);
      expect(await onDisk(one)).toBe(INDEX);
      await expectKept(one, INVOICES);
    });

    it('L11: gets no name of a file that is not there', async () => {
      const one = await open();
      const { h, mandateId } = one;
      const { changeId } = await restore(one);
      await h.advance(5000);
      await h.call('undoLinkChange', { params: { mandateId, changeId } });
      h.files.remove(NEW);
      await h.advance(5000);
      expect(await onDisk(one)).toBe(CORRECTED);
      expect((await sources(one))[0]).toEqual([one.entries, INVOICES, 1, 'missing']);
    });

    it('L12: an entry file has to lie beside the accounting; with it, it goes anywhere', async () => {
      const one = await open();
      const { h, mandateId, entries } = one;
      const elsewhere = '/mandats/Factures/Rochat.ecf';
      h.files.createFolder('/mandats/Factures');
      h.files.rename(NEW, elsewhere);
      await h.advance(2500);
      const refused = await failureOf(restore(one, { path: elsewhere, adopt: true }));
      expect([refused.code, refused.details]).toEqual([
        'not-beside-accounting',
        { file: entries, path: elsewhere, folder: FOLDER },
      ]);
      expect((await sources(one))[0]).toEqual([entries, INVOICES, 1, 'missing']);
      expect((await h.call('listLinkChanges', { params: { mandateId } })).items).toEqual([]);

      const folder = '/mandats/Factures';
      const accounting = ACCOUNTING.replace(FOLDER, folder);
      for (const end of ['.cre', '.ecc'])
        h.files.rename(ACCOUNTING.replace('.cre', end), accounting.replace('.cre', end));
      await h.advance(2500);
      const { files } = await h.call('getMandate', { params: { mandateId } });
      const moves = [
        { fileId: entries, from: INVOICES, path: elsewhere, adopt: true },
        { fileId: files[0]?.id ?? '', from: ACCOUNTING, path: accounting, adopt: true },
      ];
      await h.call('migrate', { params: { mandateId }, body: { moves } });
      await h.advance(5000);
      expect((await sources(one))[0]).toEqual([entries, elsewhere, 1, null]);
      const bytes = (await h.files.read(`${folder}/Compta 2026.ecc`))?.bytes ?? [];
      expect(String.fromCharCode(...bytes)).toBe(INDEX.replace(NAME, 'Rochat.ecf'));
    });

    it('L12: an accounting file does not leave an entry file behind that goes elsewhere', async () => {
      const one = await open();
      const { h, mandateId, entries } = one;
      const accounting = '/mandats/Ailleurs/Compta 2026.cre';
      h.files.createFolder('/mandats/Ailleurs');
      h.files.rename(ACCOUNTING, accounting);
      const { files } = await h.call('getMandate', { params: { mandateId } });
      const moves = [
        { fileId: files[0]?.id ?? '', from: ACCOUNTING, path: accounting, adopt: true },
        { fileId: entries, from: INVOICES, path: NEW, adopt: true },
      ];
      const refused = await failureOf(h.call('migrate', { params: { mandateId }, body: { moves } }));
      expect([refused.code, refused.details]).toMatchObject([
        'not-beside-accounting',
        { file: entries, folder: '/mandats/Ailleurs' },
      ]);
    });

    it('L12: where another machine keeps the mandate, the name is not corrected, nor taken back', async () => {
      const one = await open();
      const { h, mandateId, entries } = one;
      const claim = `${FOLDER}/Compta 2026.synchro`;
      const foreign = { agent: 'other', machine: 'PC-BEAT', since: '2026-06-01T00:00:00.000Z' };
      h.files.write(claim, JSON.stringify(foreign));
      const refused = await failureOf(restore(one));
      expect([refused.code, refused.details]).toEqual(['held-elsewhere', { machine: 'PC-BEAT' }]);
      await h.call('takeOverMandate', { params: { mandateId } });
      const { changeId } = await restore(one);
      await h.advance(5000);
      h.files.write(claim, JSON.stringify(foreign));
      const undo = failureOf(h.call('undoLinkChange', { params: { mandateId, changeId } }));
      expect((await undo).code).toBe('held-elsewhere');
      expect((await sources(one))[0]).toEqual([entries, NEW, 1, null]);
      expect(await onDisk(one)).toBe(CORRECTED);
    });

    it('L11: only who keeps the mandate corrects it: taken over between restore and scan, it is left', async () => {
      const one = await open();
      const { h } = one;
      await killedAfterRestoring(one);
      const foreign = { agent: 'other', machine: 'PC-BEAT', since: '2026-06-01T00:00:00.000Z' };
      h.files.write(`${FOLDER}/Compta 2026.synchro`, JSON.stringify(foreign));
      await h.restart();
      await h.advance(5000);
      expect(written(one)).toBe(0);
      await expectKept(one);
    });
  });
}
