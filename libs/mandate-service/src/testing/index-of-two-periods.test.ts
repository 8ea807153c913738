import { expect, it } from 'vitest';
import { createMemoryStore } from '../store/memory-store.js';
import { present } from '../use-cases/lookups.js';
import { openServiceHarness } from './service-harness.js';
import { entryFile, FOLDER, index, INVOICES, invoice, invoicesListed } from './test-files.js';

const NEW = `${FOLDER}/Rochat SA.ecf`;
const [ECC_2026, CRE_2027, ECC_2027] = ['Compta 2026.ecc', 'Compta 2027.cre', 'Compta 2027.ecc'].map(
  (name) => `${FOLDER}/${name}`,
) as [string, string, string];

it('L11a: of two accounting files that list it each gets the new name; until both have, both lines mean it', async () => {
  const store = createMemoryStore();
  await using h = openServiceHarness(store);
  const mandate = await h.createMandate();
  const [accounting, entries] = mandate.files.map(({ id }) => id);
  h.files.write(CRE_2027, 'the accounting of the year after');
  h.files.write(ECC_2027, index(invoicesListed.replace('; 123', '; 7')));
  store.transaction((tx) => {
    const [file, record] = [tx.files.get(accounting ?? ''), tx.accountings.get(accounting ?? '')];
    tx.files.put({ ...present(file, 'the file'), id: 'next', path: CRE_2027 });
    tx.accountings.put({
      ...present(record, 'the accounting'),
      id: 'next',
      index: { status: 'sound', fingerprint: null },
    });
  });
  await h.service.scans.scan(mandate.id);
  await h.writeInvoices([invoice(1)]);

  h.files.rename(INVOICES, NEW);
  await h.advance(2500);
  h.readOnly.add(ECC_2026);
  await h.call('restoreLink', {
    params: { mandateId: mandate.id, fileId: entries ?? '' },
    body: { from: INVOICES, path: NEW, adopt: false, along: [] },
  });
  await h.advance(5000);
  const text = async (path: string) => String.fromCharCode(...((await h.files.read(path))?.bytes ?? []));
  expect(await text(ECC_2027)).toContain('"Rochat SA.ecf"; 7');
  // Its program writes it anew, with the old name; the other one has the new name by now.
  h.files.write(ECC_2026, index('#LABEL', invoicesListed));
  await h.advance(5000);
  const attached = async () =>
    (await h.call('getMandate', { params: { mandateId: mandate.id } })).files.map(({ id, path }) => [
      id,
      path,
    ]);
  const kept = await attached();
  expect(kept).toHaveLength(3);
  expect(kept).toContainEqual([entries, NEW]);

  h.readOnly.delete(ECC_2026);
  await h.service.scans.scan(mandate.id);
  await h.advance(5000);
  expect(await text(ECC_2026)).toContain('"Rochat SA.ecf"; 123');
  expect(await attached()).toEqual(kept);
  h.files.write(NEW, entryFile([invoice(1), invoice(2)], { lot: 2 }));
  await h.advance(5000);
  const { files } = await h.call('getMandate', { params: { mandateId: mandate.id } });
  expect(files.find(({ id }) => id === entries)).toMatchObject({ pending: 2, trouble: null });
});
