import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { beforeEach, describe, expect, it } from 'vitest';
import type { SourceRecord } from '../store/records.js';
import { present } from '../use-cases/lookups.js';
import type { ServiceHarness } from './service-harness.js';
import {
  entryFile,
  FOLDER,
  index,
  invoice,
  INVOICES,
  invoicesListed,
  SALARIES,
  salariesListed,
} from './test-files.js';

/** What must hold where a version that was taken in can no longer be read. */
export function storedVersionRules(harness: () => ServiceHarness): void {
  let h: ServiceHarness;
  beforeEach(() => {
    h = harness();
  });

  /** Two sources, each with an entry that is posted and one that is pending. */
  const setUp = async () => {
    const salaries = (count: number, lot: number) =>
      entryFile(
        Array.from({ length: count }, (_, i) => invoice(51 + i)),
        { uid: 124, type: 'ECS', lot },
      );
    h.files.write(`${FOLDER}/Compta 2026.ecc`, index(invoicesListed, salariesListed));
    h.files.write(SALARIES, salaries(1, 1));
    const mandate = await h.createMandate();
    await h.writeInvoices([invoice(1)]);
    const { id } = await h.post(mandate);
    h.files.write(SALARIES, salaries(2, 2));
    await h.writeInvoices([invoice(1), invoice(2)], { lot: 2 });
    expect(h.status().pending).toEqual({ new: 2, changed: 0, deleted: 0 });
    return { mandate, first: id };
  };
  /** Stores bytes as what was taken in from the invoices; the hash is that of the bytes unless it is left as it was. */
  const store = (bytes: Uint8Array, change: 'damaged' | Partial<SourceRecord>) =>
    h.store.transaction((tx) => {
      const file = tx.files.all().find(({ path }) => path === INVOICES);
      const source = present(tx.sources.get(file?.id ?? ''), 'the source of the invoices');
      const version = change === 'damaged' ? (source.version ?? '') : bytesToHex(sha256(bytes));
      tx.versions.put({ id: source.id, version, bytes });
      tx.sources.put({ ...source, version, ...(change === 'damaged' ? {} : change) });
    });
  const garbage = Uint8Array.of(1, 2, 3);
  const kinds = () => h.status().notifications.map(({ kind }) => kind);

  describe('a stored version that cannot be read', () => {
    it('H6: is replaced by what its file holds, and that is posted', async () => {
      const { mandate } = await setUp();
      store(garbage, 'damaged');
      await h.restart();
      const { posted, left } = await h.post(mandate);
      expect(posted).toEqual({ new: 2, changed: 0, deleted: 0 });
      expect(left).toEqual([]);
      expect(kinds()).toEqual([]);
    });

    it('H6: is not what was taken in if a single digit of it differs, although it can be read', async () => {
      const { mandate } = await setUp();
      store(entryFile([invoice(1), invoice(2, { amountInCentimes: 99 })], { lot: 2 }), 'damaged');
      await h.restart();
      const { id } = await h.post(mandate);
      expect((await h.exported(mandate, id)).join()).toContain('\tFacture 2\t102.00\t');
      expect(h.status().pending).toEqual({ new: 0, changed: 0, deleted: 0 });
    });

    it('H6: keeps its source from being posted while the file is unreadable too; all else goes on', async () => {
      const { mandate, first } = await setUp();
      h.files.write(INVOICES, garbage);
      store(garbage, { settledFormat: 0 });
      await h.restart();
      const { posted, left } = await h.post(mandate);
      expect(posted).toEqual({ new: 1, changed: 0, deleted: 0 });
      expect(left).toMatchObject([{ problems: [{ code: 'source-blocked', trouble: 'unreadable' }] }]);
      await h.advance(5000);
      expect(kinds()).toEqual(expect.arrayContaining(['entries-pending', 'source-trouble']));
      await h.call('deletePosting', { params: { mandateId: mandate.id, postingId: first } });
      expect(h.status().pending).toMatchObject({ changed: 0, deleted: 0 });
      await h.writeInvoices([invoice(1), invoice(2), invoice(3)], { lot: 3 });
      expect(kinds()).toEqual(['entries-pending']);
      // Invoices 1 to 3 and the first salary; the second one is posted.
      expect(h.status().pending).toEqual({ new: 4, changed: 0, deleted: 0 });
    });

    it('H7: is noticed at the next scan where the reader has another format than the one that took it in', async () => {
      await setUp();
      h.files.write(INVOICES, garbage);
      await h.advance(5000);
      const look = await h.files.stat(INVOICES);
      if (look?.kind !== 'file') throw new Error('The invoices are gone.');
      const accepted = { settled: look.fingerprint, trouble: null };
      store(garbage, { ...accepted, settledFormat: 1 });
      await h.restart();
      await h.advance(5000);
      expect(kinds()).not.toContain('source-trouble');
      store(garbage, { ...accepted, settledFormat: 0 });
      await h.restart();
      await h.advance(5000);
      expect(kinds()).toContain('source-trouble');
    });
  });
}
