import { readdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CallError, createClient } from '@synchro/sync-core/client';
import { chartFile, entryFile, index, invoice, invoicesListed } from '@synchro/mandate-service/test-files';
import { expect, it, vi } from 'vitest';
import { makeMandate, openAgent } from './test-agent.js';

// A busy machine is slow, and no reason to fail.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });
const slowly = { timeout: 20_000, interval: 20 };

const nextListed = '#ECF\t1; 10/01/2027 11:06:53; "Factures (01-01-2027 ~ 31-12-2027).ecf"; 130';

it('P5, A6a: on a disk a new fiscal period joins by itself, and a removed mandate comes back with its history', async () => {
  await using mandate = await makeMandate();
  await using agent = await openAgent(mandate.root);
  const client = createClient(agent);
  const at = (name: string) => join(mandate.folder, name);
  const create = (name: string) =>
    client.call('createMandate', { body: { name, accountingFile: mandate.accountingFile } });
  const pending = async (path: string) =>
    (await client.call('getStatus', { query: { product: 'compta', path } })).pending;
  const { id: mandateId } = await create('Rochat');
  const params = { mandateId };
  const files = async () => (await client.call('getMandate', { params })).files;
  await mandate.write([invoice(1), invoice(2, { date: '2027-01-05' })], 2);
  await expect.poll(async () => (await pending(mandate.accountingFile)).new, slowly).toBe(2);

  const next = at('Compta 2027.cre');
  await writeFile(next, 'the accounting of the new year');
  await writeFile(at('Compta 2027.ecc'), index(invoicesListed, nextListed), 'latin1');
  await writeFile(at('Compta 2027.crp'), chartFile(undefined, 2027));
  await writeFile(at('Factures (01-01-2027 ~ 31-12-2027).ecf'), entryFile([], { uid: 130 }));
  await expect.poll(async () => (await pending(next)).new, slowly).toBe(1);
  expect((await pending(mandate.accountingFile)).new).toBe(1);
  expect((await files()).map(({ role, period }) => [role, period?.begin.slice(0, 4)]).toSorted()).toEqual([
    ['accounting', '2026'],
    ['accounting', '2027'],
    ['entries', '2026'],
    ['entries', '2027'],
  ]);
  await expect
    .poll(
      () =>
        stat(at('Compta 2027.synchro')).then(
          () => true,
          () => false,
        ),
      slowly,
    )
    .toBe(true);

  const { items } = await client.call('listEntries', {
    params,
    query: { accountingFile: (await files()).find(({ path }) => path === next)?.id ?? '' },
  });
  await client.call('createPosting', {
    params,
    query: { accountingFile: (await files()).find(({ path }) => path === next)?.id ?? '' },
    body: { entries: items.map(({ id }) => id) },
    idempotencyKey: 'key',
  });
  const onDisk = async () => (await readdir(mandate.folder)).toSorted();
  const before = await onDisk();
  const remove = (pendingSeen: number) => client.call('removeMandate', { params, query: { pendingSeen } });
  const refused = await remove(0).catch((error: unknown) => error);
  expect(refused).toBeInstanceOf(CallError);
  expect(refused).toMatchObject({ code: 'revision-outdated', details: { pending: { new: 1 } } });
  await remove(1);
  expect(await onDisk()).toEqual(before.filter((name) => !name.endsWith('.synchro')));
  expect((await client.call('listMandates', {})).items).toEqual([]);
  await mandate.write([invoice(1), invoice(2, { date: '2027-01-05' }), invoice(3)], 3);

  expect((await create('Rochat SA')).id).toBe(mandateId);
  await expect.poll(async () => (await pending(mandate.accountingFile)).new, slowly).toBe(2);
  expect(await pending(next)).toEqual({ new: 0, changed: 0, deleted: 0 });
  expect((await client.call('listPostings', { params })).items).toHaveLength(1);
  await client.call('renameMandate', { params, body: { name: ' Rochat ' } });
  expect((await client.call('getOverview', {})).mandates.map(({ name }) => name)).toEqual(['Rochat']);
});
