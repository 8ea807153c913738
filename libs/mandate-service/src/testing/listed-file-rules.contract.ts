import { beforeEach, describe, expect, it } from 'vitest';
import type { MandateMessage } from '@synchro/sync-core/contract';
import { failureOf } from './failure-of.js';
import type { ServiceHarness } from './service-harness.js';
import { ACCOUNTING, entryFile, FOLDER, index, invoice, INVOICES, invoicesListed } from './test-files.js';

const ECC = `${FOLDER}/Compta 2026.ecc`;
const NEW = INVOICES.replace('Atelier Rochat', 'Rochat SA');
const newListed = invoicesListed.replace('Atelier Rochat', 'Rochat SA');
const NOTHING = { new: 0, changed: 0, deleted: 0 };
const three = [invoice(1), invoice(2), invoice(3)];

/** Which entry file a line of an `.ecc` means [J1–J5]. */
export function listedFileRules(harness: () => ServiceHarness): void {
  let h: ServiceHarness;
  let mandate: MandateMessage;
  beforeEach(() => {
    h = harness();
  });
  const open = async () => {
    mandate = await h.createMandate();
    await h.writeInvoices(three);
    await h.post(mandate);
  };
  const attached = async () =>
    (await h.call('getMandate', { params: { mandateId: mandate.id } })).files
      .filter(({ role }) => role === 'entries')
      .map(({ id, path }) => [id, path]);
  const indexReason = () =>
    h.status().notifications.flatMap((one) => (one.kind === 'index-trouble' ? [one.reason] : []));
  const rescan = async () => {
    await h.service.scans.scan(mandate.id);
    await h.advance(30_000);
  };
  const expectNothingToPost = async () => {
    expect(h.status().pending).toEqual(NOTHING);
    expect(await failureOf(h.post(mandate))).toMatchObject({ code: 'nothing-to-post' });
  };

  describe('a line of the index', () => {
    it.each([
      ['another name', 'Rochat SA'],
      ['other case', 'ATELIER ROCHAT'],
      ['another spelling of é', 'Atelier Rochat é'],
    ])('J1: a file renamed with its line stays the same source: %s', async (_, name) => {
      await open();
      const [source] = await attached();
      const path = INVOICES.replace('Atelier Rochat', name.normalize('NFD'));
      h.files.rename(INVOICES, path);
      const line = invoicesListed.replace('Atelier Rochat', name);
      h.files.write(
        ECC,
        Uint8Array.from(index(line), (character) => character.charCodeAt(0)),
      );
      await rescan();
      await expectNothingToPost();
      expect(await attached()).toEqual([[source?.[0], path]]);
      h.files.write(path, entryFile([...three, invoice(4)], { lot: 2 }));
      await h.advance(5_000);
      expect(h.status().pending).toEqual({ new: 1, changed: 0, deleted: 0 });
    });

    it('J1: the line may come before the file has its new name, or after', async () => {
      await open();
      h.files.write(ECC, index(newListed));
      await rescan();
      await expectNothingToPost();
      h.files.rename(INVOICES, NEW);
      await rescan();
      await expectNothingToPost();
      expect((await attached()).map(([, path]) => path)).toEqual([NEW]);

      h.files.rename(NEW, INVOICES);
      await rescan();
      h.files.write(ECC, index(invoicesListed));
      await rescan();
      await expectNothingToPost();
      expect((await attached()).map(([, path]) => path)).toEqual([INVOICES]);
    });

    it('J1: two files that swap their names stay the sources of their uids', async () => {
      const OTHER = `${FOLDER}/Autre.ecf`;
      const otherListed = '#ECF\t1; 10/06/2026 11:06:53; "Autre.ecf"; 125';
      h.files.write(ECC, index(invoicesListed, otherListed));
      h.files.write(OTHER, entryFile([invoice(11), invoice(12)], { uid: 125 }));
      await open();
      const before = await attached();
      const spare = `${FOLDER}/spare`;
      h.files.rename(INVOICES, spare);
      h.files.rename(OTHER, INVOICES);
      h.files.rename(spare, OTHER);
      h.files.write(
        ECC,
        index(invoicesListed.replace('; 123', '; 125'), otherListed.replace('; 125', '; 123')),
      );
      await rescan();
      await expectNothingToPost();
      const after = new Map((await attached()).map(([id, path]) => [id, path]));
      expect(before.map(([id]) => after.get(id))).toEqual([OTHER, INVOICES]);
    });

    it('J1: a source that a person detached stays detached under its new name', async () => {
      await open();
      const [source] = await attached();
      await h.call('detachFile', {
        params: { mandateId: mandate.id, fileId: source?.[0] ?? '' },
        query: { pendingSeen: 0 },
      });
      h.files.rename(INVOICES, NEW);
      h.files.write(ECC, index(newListed));
      await rescan();
      expect(await attached()).toEqual([]);
      expect(h.status().pending).toEqual(NOTHING);
    });

    it('J1: a line that comes back with its uid and another name is the former source', async () => {
      await open();
      const [source] = await attached();
      h.files.write(ECC, index());
      await rescan();
      expect(await attached()).toEqual([]);
      h.files.rename(INVOICES, NEW);
      h.files.write(ECC, index(newListed));
      await rescan();
      await expectNothingToPost();
      expect(await attached()).toEqual([[source?.[0], NEW]]);
    });

    it('J2: a uid that is given again, to a file with none of the entries, is another source', async () => {
      await open();
      const [source] = await attached();
      h.files.remove(INVOICES);
      h.files.write(NEW, entryFile([invoice(21), invoice(22)]));
      h.files.write(ECC, index(newListed));
      await rescan();
      expect(h.status().pending).toEqual({ new: 2, changed: 0, deleted: 0 });
      expect((await attached())[0]?.[0]).not.toBe(source?.[0]);
    });

    it('J2: so is one whose name is of another period, even while its file is empty', async () => {
      await open();
      const next = INVOICES.replaceAll('2026', '2027');
      h.files.write(next, entryFile([]));
      h.files.write(ECC, index(invoicesListed.replaceAll('-2026', '-2027')));
      await rescan();
      expect(h.status().pending).toEqual(NOTHING);
      expect((await attached()).map(([, path]) => path)).toEqual([next]);
    });

    it('J3: a line of a uid that another line has is not used, and is reported', async () => {
      await open();
      h.files.write(NEW, entryFile(three));
      h.files.write(ECC, index(invoicesListed, newListed));
      await rescan();
      await expectNothingToPost();
      expect(indexReason()).toEqual(['listed-twice']);
      h.files.write(ECC, index(invoicesListed));
      await rescan();
      expect(indexReason()).toEqual([]);
    });

    it('J4: a line that names a file of another role is not used, and all else goes on', async () => {
      await open();
      h.files.write(ECC, index(invoicesListed, '#ECF\t1; 10/06/2026 11:06:53; "Compta 2026.cre"; 125'));
      await rescan();
      expect(indexReason()).toEqual(['other-role']);
      await h.writeInvoices([...three, invoice(4)], { lot: 2 });
      expect(h.status().pending).toEqual({ new: 1, changed: 0, deleted: 0 });
      expect(h.service.getStatus({ product: 'compta', path: ACCOUNTING }).file?.role).toBe('accounting');
    });

    it.each([
      ['cut off', '#FSC\t9.3\tECC\r\n', 'unreadable'],
      ['filled with NUL', `#FSC\t9.3\tECC\r\n${'\0'.repeat(60)}`, 'unreadable'],
      ['with a date that does not exist', index(invoicesListed.replace('10/06', '10/00')), 'bad-lines'],
      [
        'with a name that cannot be read',
        index(invoicesListed.replace('Atelier', '../Atelier')),
        'bad-lines',
      ],
    ])('J5: an index %s detaches nothing', async (_, text, reason) => {
      await open();
      const before = await attached();
      await h.writeInvoices([...three, invoice(4)], { lot: 2 });
      h.files.write(ECC, text);
      await rescan();
      expect(await attached()).toEqual(before);
      expect(h.status().pending).toEqual({ new: 1, changed: 0, deleted: 0 });
      expect(indexReason()).toEqual([reason]);
    });
  });
}
