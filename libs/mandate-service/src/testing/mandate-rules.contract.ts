import { beforeEach, describe, expect, it } from 'vitest';
import { failureOf } from './failure-of.js';
import type { ServiceHarness } from './service-harness.js';
import {
  ACCOUNTING,
  entryFile,
  FOLDER,
  index,
  invoice,
  INVOICES,
  invoicesListed,
  SALARIES,
  salariesListed,
} from './test-files.js';

/** What the service must do about a mandate and its files. */
export function mandateRules(harness: () => ServiceHarness): void {
  let h: ServiceHarness;
  beforeEach(() => {
    h = harness();
  });

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

    it('L13: is refused for a file that has a mandate under another path, which is named', async () => {
      const mandate = await h.createMandate();
      const link = `${FOLDER}/Lien.cre`;
      h.files.link(link, ACCOUNTING);
      const refused = await failureOf(
        h.call('createMandate', { body: { name: 'Lien', accountingFile: link } }),
      );
      expect(refused.code).toBe('already-in-mandate');
      expect(refused.details).toMatchObject({ mandate: mandate.id, name: 'Atelier Rochat' });
    });

    it('L13: does not count an entry file that another mandate has under another path', async () => {
      await h.createMandate();
      const second = `${FOLDER}/Autre 2026.cre`;
      h.files.write(second, 'another accounting');
      h.files.link(`${FOLDER}/Lien.ecf`, INVOICES);
      h.files.write(`${FOLDER}/Autre 2026.ecc`, index('#ECF\t1; 10/06/2026 11:06:53; "Lien.ecf"; 123'));
      const other = await h.call('createMandate', { body: { name: 'Autre', accountingFile: second } });
      expect(other.files).toHaveLength(1);
      const { notifications } = h.service.getStatus({ product: 'compta', path: second });
      expect(notifications).toContainEqual(
        expect.objectContaining({ kind: 'index-trouble', reason: 'held-elsewhere' }),
      );
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
}
