import { expect, it } from 'vitest';
import { createMemoryStore } from '../store/memory-store.js';
import { openServiceHarness } from '../testing/service-harness.js';
import { FOLDER, index, INVOICES, invoicesListed } from '../testing/test-files.js';
import { correctIndexes } from './correct-indexes.js';

const ECC = `${FOLDER}/Compta 2026.ecc`;
const NEW = `${FOLDER}/Rochat SA.ecf`;

it('L11: what another program wrote since the index was read is not written over', async () => {
  const store = createMemoryStore();
  await using h = openServiceHarness(store);
  const mandate = await h.createMandate();
  const entries = mandate.files.find(({ path }) => path === INVOICES)?.id ?? '';
  h.files.rename(INVOICES, NEW);
  await h.service.close();
  await h.call('restoreLink', {
    params: { mandateId: mandate.id, fileId: entries },
    body: { from: INVOICES, path: NEW, adopt: true, along: [] },
  });

  const text = async () => String.fromCharCode(...((await h.files.read(ECC))?.bytes ?? []));
  const writtenMeanwhile = index('#LABEL\tmeanwhile', invoicesListed);
  const correct = (list: typeof h.files.list) =>
    correctIndexes(
      {
        store,
        files: { ...h.files, list },
        onTrouble: (what) => expect.fail(what),
        isOurs: () => Promise.resolve(true),
      },
      mandate.id,
      { stillForMs: () => 60_000 },
      { attempt: (_, check) => check() },
    );
  // It asks for the names beside the index after it has read it.
  const due = await correct((folder) => {
    h.files.write(ECC, writtenMeanwhile);
    return h.files.list(folder);
  });
  expect([await text(), due]).toEqual([writtenMeanwhile, 3000]);
  expect(await correct((folder) => h.files.list(folder))).toBeNull();
  expect(await text()).toBe(writtenMeanwhile.replace(/"[^"]*"/, '"Rochat SA.ecf"'));
});
