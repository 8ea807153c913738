import type { MandateMessage } from '@synchro/sync-core/contract';
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

const CLAIM = `${FOLDER}/Compta 2026.synchro`;
const DOCUMENT = `${FOLDER}/Atelier Rochat.fac`;

/** What the service must do when a mandate is renamed, removed and created again. */
export function mandateCommandRules(harness: () => ServiceHarness): void {
  let h: ServiceHarness;
  beforeEach(() => {
    h = harness();
  });

  const rename = (mandateId: string, name: string) =>
    h.call('renameMandate', { params: { mandateId }, body: { name } });
  const remove = (mandateId: string, pendingSeen: number) =>
    h.call('removeMandate', { params: { mandateId }, query: { pendingSeen } });
  const create = (name = 'Atelier Rochat', accountingFile = ACCOUNTING, key: string | null = null) =>
    h.call('createMandate', { body: { name, accountingFile }, idempotencyKey: key });
  const names = () => h.service.getOverview().mandates.map(({ name }) => name);
  const paths = ({ files }: MandateMessage) => files.map(({ path }) => path).toSorted();
  const history = async (mandateId: string) =>
    (await h.call('listPostings', { params: { mandateId }, query: {} })).items.map(({ counts }) => counts);
  const onDisk = async () => [...((await h.files.list(FOLDER)) ?? [])].toSorted();

  describe('renaming', () => {
    it('A7: gives the mandate another name, without blanks around it, told at once', async () => {
      const { id } = await h.createMandate();
      const told: string[][] = [];
      h.service.onChange(() => told.push(names()));
      expect(await rename(id, '  Rochat & fils SA ')).toMatchObject({ id, name: 'Rochat & fils SA' });
      expect(told).toEqual([['Rochat & fils SA']]);
      expect(h.status().mandate?.name).toBe('Rochat & fils SA');
    });

    it('A7: a blank name is refused, and so is a mandate that is not there', async () => {
      const { id } = await h.createMandate();
      expect(await failureOf(rename(id, ' \t'))).toMatchObject({
        code: 'invalid-request',
        details: { field: 'name' },
      });
      expect((await failureOf(create('  '))).code).toBe('invalid-request');
      expect(names()).toEqual(['Atelier Rochat']);
      expect((await failureOf(rename('nobody', 'x'))).code).toBe('mandate-not-found');
      await remove(id, 0);
      expect((await failureOf(rename(id, 'x'))).code).toBe('mandate-not-found');
    });
  });

  describe('removing', () => {
    it('A6: only who was told how many entries wait removes it; otherwise the counts now, and nothing is removed', async () => {
      const { id } = await h.createMandate();
      await h.writeInvoices([invoice(1), invoice(2)]);
      for (const seen of [0, 1, 3])
        expect(await failureOf(remove(id, seen))).toMatchObject({
          code: 'revision-outdated',
          details: { pending: { new: 2, changed: 0, deleted: 0 } },
        });
      expect(h.status().pending.new).toBe(2);
      await remove(id, 2);
      expect(names()).toEqual([]);
      expect((await failureOf(remove(id, 2))).code).toBe('mandate-not-found');
    });

    it('A6: it is told no more, and nothing on disk is touched but the claim beside it', async () => {
      h.files.write(DOCUMENT, 'invoicing: an opaque binary');
      const chart = '/plans/Plan.crp';
      h.files.write(chart, chartFile());
      const mandate = await h.call('createMandate', {
        body: { name: 'Atelier Rochat', accountingFile: ACCOUNTING, chartFile: chart },
      });
      const params = { mandateId: mandate.id };
      await h.call('attachFile', { params, body: { product: 'facturation', path: DOCUMENT } });
      await h.writeInvoices([invoice(1)]);
      await h.post(mandate);
      h.files.remove(DOCUMENT);
      await h.advance(5000);
      const before = await onDisk();
      const revision = h.service.getOverview().revision;
      await remove(mandate.id, 0);
      expect(await onDisk()).toEqual(before.filter((name) => !name.endsWith('.synchro')));
      expect(before).toContain('Compta 2026.synchro');
      expect(h.status()).toMatchObject({ mandate: null, file: null, notifications: [] });
      expect((await h.call('listMandates', {})).items).toEqual([]);
      expect((await failureOf(h.call('listPostings', { params, query: {} }))).code).toBe('mandate-not-found');
      expect(h.service.folders().size).toBe(0);
      expect(h.service.getOverview().revision).toBeGreaterThanOrEqual(revision);
    });

    it('A6: the claim of another machine is left as it is', async () => {
      const { id } = await h.createMandate();
      const foreign = JSON.stringify({
        agent: 'other',
        machine: 'PC-BEAT',
        since: '2026-06-01T00:00:00.000Z',
      });
      h.files.write(CLAIM, foreign);
      await h.settle();
      await remove(id, 0);
      expect(String.fromCharCode(...((await h.files.read(CLAIM))?.bytes ?? []))).toBe(foreign);
    });

    it.each([
      ['its index', `${FOLDER}/Compta 2026.ecc`, index(invoicesListed, salariesListed)],
      ['its chart', `${FOLDER}/Compta 2026.crp`, chartFile(['1100', '3200'])],
      ['an entry file', INVOICES, entryFile([invoice(1)], { lot: 2 })],
      ['a half-written entry file', INVOICES, '#FSC\t9.5.0\tECF\r\nhalf'],
      ['the index of a new fiscal period', `${FOLDER}/Compta 2027.ecc`, index(invoicesListed)],
      [
        'the chart of a new fiscal period',
        `${FOLDER}/Compta 2027.ecc`,
        index(invoicesListed),
        `${FOLDER}/Compta 2027.crp`,
      ],
    ])('A6: a scan that reads %s leaves nothing behind', async (_, path, content, read = path) => {
      const { id } = await h.createMandate();
      h.files.write(`${FOLDER}/Compta 2027.cre`, 'the accounting of the new year');
      h.files.write(`${FOLDER}/Compta 2027.crp`, chartFile(undefined, 2027));
      await h.advance(60_000);
      const revision = h.service.getOverview().revision;
      const removed = new Promise<void>((resolve, reject) => {
        h.meanwhile('read', read, () => void remove(id, 0).then(resolve, reject));
      });
      h.files.write(path, content);
      await h.advance(10_000);
      await removed;
      await h.advance(60_000);
      expect(h.service.folders().size).toBe(0);
      expect(h.service.getOverview()).toMatchObject({ revision, mandates: [] });
      expect((await onDisk()).filter((name) => name.endsWith('.synchro'))).toEqual([]);
    });

    it('A6: a command that was under way leaves no claim', async () => {
      const { id } = await h.createMandate();
      const since = '2026-06-01T00:00:00.000Z';
      h.files.write(CLAIM, JSON.stringify({ agent: 'other', machine: 'PC-BEAT', since }));
      await h.settle();
      const removed = new Promise<void>((resolve, reject) => {
        h.meanwhile('create', CLAIM, () => void remove(id, 0).then(() => resolve(), reject));
      });
      const takenOver = h.call('takeOverMandate', { params: { mandateId: id } });
      expect((await failureOf(takenOver)).code).toBe('mandate-not-found');
      await removed;
      expect(await h.files.stat(CLAIM)).toBeNull();
    });
  });

  describe('creating again', () => {
    it('A6a: brings the mandate back under the new name, with its history; nothing posted is new', async () => {
      const mandate = await h.createMandate();
      await h.writeInvoices([invoice(1), invoice(2)]);
      await h.post(mandate);
      const { revision } = h.status();
      await remove(mandate.id, 0);
      await h.advance(60_000);
      const again = await create(' Rochat SA ');
      expect(again).toMatchObject({ id: mandate.id, name: 'Rochat SA', createdAt: mandate.createdAt });
      expect(paths(again)).toEqual([INVOICES, ACCOUNTING].toSorted());
      expect(again.files.map(({ id }) => id)).toEqual(mandate.files.map(({ id }) => id));
      expect(h.status().pending).toEqual({ new: 0, changed: 0, deleted: 0 });
      expect(h.status().revision).toBe(revision);
      expect(await history(mandate.id)).toEqual([{ new: 2, changed: 0, deleted: 0 }]);
      expect(await h.files.stat(CLAIM)).not.toBeNull();
    });

    it.each([
      ['its folder was renamed', false],
      ['it went to another disk', true],
    ])('A6d: brings the mandate back where %s; nothing posted is new', async (_, isCopied) => {
      const moved = isCopied ? '/usb/Rochat' : '/mandats/Rochat SA';
      const text = 'an opaque binary, written once it was in its place';
      h.files.makeVolume('/usb');
      h.files.write(ACCOUNTING, Array.from({ length: 5_000 }, (_one, n) => `${text} ${n}`).join('\n'));
      const mandate = await h.createMandate();
      await h.writeInvoices([invoice(1), invoice(2)]);
      await h.post(mandate);
      await h.advance(5_000);
      h.files.write(ACCOUNTING, Array.from({ length: 5_000 }, (_one, n) => `${n} ${text}`).join('\n'));
      await h.advance(5_000);
      await remove(mandate.id, 0);
      h.files.rename(FOLDER, moved);
      const accountingFile = ACCOUNTING.replace(FOLDER, moved);
      const again = await h.call('createMandate', { body: { name: 'Rochat', accountingFile } });
      await h.advance(5_000);
      expect(again.id).toBe(mandate.id);
      const { files } = await h.call('getMandate', { params: { mandateId: mandate.id } });
      expect(files.map(({ path }) => path).toSorted()).toEqual(
        [INVOICES, ACCOUNTING].map((path) => path.replace(FOLDER, moved)).toSorted(),
      );
      const status = h.service.getStatus({ product: 'compta', path: accountingFile });
      expect(status.pending).toEqual({ new: 0, changed: 0, deleted: 0 });
    });

    it('A6d: a copy of the accounting whose original is still there is another mandate', async () => {
      const mandate = await h.createMandate();
      await remove(mandate.id, 0);
      const copy = '/mandats/Copie/Compta 2026.cre';
      h.files.write(copy, (await h.files.read(ACCOUNTING))?.bytes ?? '');
      const other = await h.call('createMandate', { body: { name: 'Copie', accountingFile: copy } });
      expect(other.id).not.toBe(mandate.id);
    });

    it('A6a: what changed meanwhile is compared with what was posted, and the revision goes on', async () => {
      const mandate = await h.createMandate();
      await h.writeInvoices([invoice(1), invoice(2)]);
      await h.post(mandate);
      await h.writeInvoices([invoice(1), invoice(2), invoice(3)], { lot: 2 });
      const { revision } = h.status();
      await remove(mandate.id, 1);
      await h.writeInvoices([invoice(1), invoice(4)], { lot: 3 });
      await create();
      await h.advance(5000);
      expect(h.status().pending).toEqual({ new: 1, changed: 0, deleted: 1 });
      expect(h.status().revision).toBe(revision + 3); // Removed, back again, the new version.
      const [posting] = (await h.call('listPostings', { params: { mandateId: mandate.id }, query: {} }))
        .items;
      await h.call('deletePosting', { params: { mandateId: mandate.id, postingId: posting?.id ?? '' } });
      expect(h.status().pending).toEqual({ new: 2, changed: 0, deleted: 0 });
    });

    it('A6a: the documents come back with what was known of them, but for what was detached before', async () => {
      const other = `${FOLDER}/Filiale.fac`;
      for (const path of [DOCUMENT, other]) h.files.write(path, `${path}: an opaque binary`);
      h.files.write(`${FOLDER}/Compta 2026.ecc`, index(invoicesListed, salariesListed));
      h.files.write(SALARIES, entryFile([], { type: 'ECS', uid: 124 }));
      const mandate = await h.createMandate();
      const params = { mandateId: mandate.id };
      const attach = (path: string, documentId: string) =>
        h.call('attachFile', { params, body: { product: 'facturation', path, documentId } });
      const document = await attach(DOCUMENT, 'doc-1');
      const filiale = await attach(other, 'doc-2');
      const invoices = mandate.files.find(({ path }) => path === INVOICES)?.id ?? '';
      await h.call('correctFile', { params: { ...params, fileId: invoices }, body: { product: 'banking' } });
      h.files.write(`${FOLDER}/Compta 2026.ecc`, index(invoicesListed));
      await h.advance(3001); // In the very moment in which the index is held to be whole.
      const detach = { params: { ...params, fileId: filiale.id }, query: { pendingSeen: 0 } };
      await h.call('detachFile', detach);
      await remove(mandate.id, 0);
      const again = await create();
      expect(paths(again)).toEqual([ACCOUNTING, DOCUMENT, INVOICES].toSorted());
      expect(again.files.find(({ id }) => id === invoices)?.product).toBe('banking');
      expect(again.files.find(({ id }) => id === document.id)?.entryFile).toBe(invoices);
      const moved = h.service.getStatus({
        product: 'facturation',
        path: '/elsewhere.fac',
        documentId: 'doc-1',
      });
      expect(moved.file?.id).toBe(document.id);
    });

    it('A6b: its files are free for others meanwhile, and what another mandate holds is not taken back', async () => {
      const mandate = await h.createMandate();
      await h.writeInvoices([invoice(1)]);
      await h.post(mandate);
      const other = `${FOLDER}/Autre 2026.cre`;
      h.files.write(other, 'another accounting');
      h.files.write(`${FOLDER}/Autre 2026.ecc`, index(invoicesListed));
      const second = await create('Autre', other);
      expect(paths(second)).toEqual([other]);
      await remove(mandate.id, 0);
      await h.advance(5000);
      // It was refused while the first held it, and comes by itself now.
      const told = () => h.service.getStatus({ product: 'compta', path: other });
      expect(told().notifications.map(({ kind }) => kind)).not.toContain('index-trouble');
      expect(told().pending.new).toBe(1);
      const again = await create();
      expect([again.id, paths(again)]).toEqual([mandate.id, [ACCOUNTING]]);
      expect(h.status().notifications.map(({ kind }) => kind)).toContain('index-trouble');
      expect(told().pending.new).toBe(1);
      expect(await history(mandate.id)).toHaveLength(1);
    });

    it('A6b: an entry file stays out whose accounting file is another’s by now', async () => {
      const before = `${FOLDER}/Compta 2025.cre`;
      h.files.write(before, 'the accounting of the year before');
      h.files.write(`${FOLDER}/Compta 2025.ecc`, index(salariesListed));
      h.files.write(SALARIES, entryFile([], { type: 'ECS', uid: 124 }));
      const other = '/mandats/Autre/Autre 2026.cre';
      h.files.write(other, 'another accounting');
      const attach = (mandateId: string) =>
        h.call('attachFile', { params: { mandateId }, body: { product: 'compta', path: before } });
      const mandate = await h.createMandate();
      const second = await create('Autre', other);
      await attach(mandate.id);
      await remove(mandate.id, 0);
      await attach(second.id);
      const { files } = await h.call('getMandate', { params: { mandateId: second.id } });
      const fileId = files.find(({ path }) => path === SALARIES)?.id ?? '';
      await h.call('detachFile', { params: { mandateId: second.id, fileId }, query: { pendingSeen: 0 } });
      expect(paths(await create())).toEqual([INVOICES, ACCOUNTING].toSorted());
    });

    it('A6b: another mandate may have the document, and its program’s id for it', async () => {
      h.files.write(DOCUMENT, 'invoicing: an opaque binary');
      const other = '/mandats/Autre/Autre 2026.cre';
      h.files.write(other, 'another accounting');
      const opened = { product: 'facturation' as const, path: DOCUMENT, documentId: 'doc-1' };
      const { documentId, ...body } = opened;
      const mandate = await h.createMandate();
      await h.call('attachFile', { params: { mandateId: mandate.id }, body: { ...body, documentId } });
      await remove(mandate.id, 0);
      const second = await create('Autre', other);
      const { id } = await h.call('attachFile', { params: { mandateId: second.id }, body });
      await h.call('documentOpened', { body: opened });
      expect(h.service.getStatus({ ...opened, path: '/elsewhere.fac' }).file?.id).toBe(id);
      expect(paths(await create())).not.toContain(DOCUMENT);
    });

    it('A6a: of several mandates that had the accounting file, the one that was removed last comes back', async () => {
      const other = '/mandats/Autre/Autre 2026.cre';
      h.files.write(other, 'another accounting');
      const first = await h.createMandate();
      await remove(first.id, 0);
      await h.advance(1000);
      const second = await create('Autre', other);
      const params = { mandateId: second.id };
      await h.call('attachFile', { params, body: { product: 'compta', path: ACCOUNTING } });
      await remove(second.id, 0);
      expect((await create()).id).toBe(second.id);
    });

    it('A6a: what another machine keeps by now is told, and not posted', async () => {
      const mandate = await h.createMandate();
      await remove(mandate.id, 0);
      const since = '2026-06-01T00:00:00.000Z';
      h.files.write(CLAIM, JSON.stringify({ agent: 'other', machine: 'PC-BEAT', since }));
      expect((await create()).heldBy).toEqual({ machine: 'PC-BEAT', since });
      await remove(mandate.id, 0);
      h.files.remove(CLAIM);
      expect((await create()).heldBy).toBeNull();
    });

    it('B4: with the same key it is brought back once', async () => {
      const mandate = await create('Rochat', ACCOUNTING, 'key-1');
      await remove(mandate.id, 0);
      const [one, two] = [await create('R2', ACCOUNTING, 'key-2'), await create('R2', ACCOUNTING, 'key-2')];
      expect([one.id, two.id]).toEqual([mandate.id, mandate.id]);
      expect((await failureOf(create('R3', ACCOUNTING, 'key-2'))).code).toBe('idempotency-key-reused');
      expect((await failureOf(create('R3'))).code).toBe('already-in-mandate');
      expect(names()).toEqual(['R2']);
    });
  });
}
