import { readdir, readFile, rename, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { index, invoice, invoicesListed } from '@synchro/mandate-service/test-files';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { INVOICES_NAME, makeMandate, openAgent } from './test-agent.js';

// A busy machine is slow, and no reason to fail.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });
const SLOW = { timeout: 30_000 };

/** Lines of other programs, line ends of either kind, a letter beyond ASCII. */
const INDEX = index(invoicesListed, '#LABEL\tété', '#BACKUP\tsalaires-2026|%1.salx|%1.ecs/n').replace(
  'ecs/n\r\n',
  'ecs/n\n',
);

let mandate: Awaited<ReturnType<typeof makeMandate>>;
let agent: Awaited<ReturnType<typeof openAgent>>;
beforeEach(async () => {
  mandate = await makeMandate();
  await writeFile(at('Compta 2026.ecc'), INDEX, 'latin1');
  agent = await openAgent(mandate.root);
});
afterEach(async () => {
  await agent.close();
  await mandate[Symbol.asyncDispose]();
});

const at = (name: string) => join(mandate.folder, name);
const onDisk = async () => readFile(at('Compta 2026.ecc'), 'latin1');
const nothing = { query: undefined, body: undefined, idempotencyKey: null };
const filesOf = async (mandateId: string) => {
  const { files } = await agent.service.handlers.getMandate({ ...nothing, params: { mandateId } });
  return files.filter(({ role }) => role === 'entries');
};
const pending = () => agent.service.getStatus({ product: 'compta', path: mandate.accountingFile }).pending;

/** Two invoices wait, one of them is posted; then the entry file is renamed, and its link restored. */
async function restored(name: string) {
  const { id: mandateId } = await agent.service.handlers.createMandate({
    ...nothing,
    params: undefined,
    body: { name: 'Rochat', accountingFile: mandate.accountingFile },
  });
  await mandate.write([invoice(1)], 2);
  await expect.poll(pending, SLOW).toEqual({ new: 1, changed: 0, deleted: 0 });
  const { revision } = agent.service.getStatus({ product: 'compta', path: mandate.accountingFile });
  await agent.service.handlers.createPosting({
    params: { mandateId },
    query: {},
    body: { entries: 'all', revision },
    idempotencyKey: 'a posting',
  });
  await mandate.write([invoice(1), invoice(2)], 3);
  await expect.poll(pending, SLOW).toEqual({ new: 1, changed: 0, deleted: 0 });
  const fileId = (await filesOf(mandateId))[0]?.id ?? '';
  await rename(at(INVOICES_NAME), at(name));
  const link = () => agent.service.handlers.getLink({ ...nothing, params: { mandateId, fileId }, query: {} });
  await expect.poll(async () => (await link()).status, SLOW).toBe('renamed');
  expect((await link()).candidates).toMatchObject([{ path: at(name), certainty: 'certain' }]);
  const { changeId } = await agent.service.handlers.restoreLink({
    params: { mandateId, fileId },
    query: undefined,
    body: { from: at(INVOICES_NAME), path: at(name), adopt: false, along: [] },
    idempotencyKey: null,
  });
  return { mandateId, fileId, changeId };
}

describe('the index on a disk', () => {
  it.each([
    ['another name', 'Rochat SA (01-01-2026 ~ 31-12-2026).ecf'],
    ['capitals', INVOICES_NAME.replace('Atelier', 'ATELIER')],
    ['letters as macOS spells them', 'Société (01-01-2026 ~ 31-12-2026).ecf'.normalize('NFD')],
  ])(
    'L11: an entry file renamed to %s is listed so, and all else is as it was to the byte',
    async (_, name) => {
      const { mandateId, fileId } = await restored(name);
      await expect.poll(onDisk, SLOW).toBe(INDEX.replace(INVOICES_NAME, name.normalize('NFC')));
      const { ino } = await stat(at('Compta 2026.ecc'));
      await mandate.write([], 4); // What lies at the old name now is nobody's.
      await writeFile(at(name), await readFile(at(name)));
      await agent.service.scans.scan(mandateId);
      expect((await filesOf(mandateId)).map(({ id, path }) => [id, path])).toEqual([[fileId, at(name)]]);
      expect(pending()).toEqual({ new: 1, changed: 0, deleted: 0 });
      expect((await stat(at('Compta 2026.ecc'))).ino).toBe(ino);
      expect((await readdir(mandate.folder)).filter((one) => one.endsWith('.tmp'))).toEqual([]);
    },
  );

  it('L11: an agent that was off in between corrects it when it starts', async () => {
    const name = 'Rochat SA.ecf';
    // Until it has been still for three seconds it is not written: the agent is closed before.
    const writing = setInterval(() => void writeFile(at('Compta 2026.ecc'), INDEX, 'latin1'), 200);
    let mandateId: string;
    try {
      ({ mandateId } = await restored(name));
      await agent.close();
    } finally {
      clearInterval(writing);
    }
    await writeFile(at('Compta 2026.ecc'), INDEX, 'latin1');
    agent = await openAgent(mandate.root);
    await expect.poll(onDisk, SLOW).toBe(INDEX.replace(INVOICES_NAME, name));
    await agent.service.scans.scan(mandateId);
    expect((await filesOf(mandateId)).map(({ path }) => path)).toEqual([at(name)]);
    expect(pending()).toEqual({ new: 1, changed: 0, deleted: 0 });
  });

  it('L10, L11: taken back, the old name comes back with the file', async () => {
    const name = 'Rochat SA.ecf';
    const { mandateId, fileId, changeId } = await restored(name);
    await expect.poll(onDisk, SLOW).toBe(INDEX.replace(INVOICES_NAME, name));
    await agent.service.handlers.undoLinkChange({ ...nothing, params: { mandateId, changeId } });
    const status = async () =>
      (await agent.service.handlers.getLink({ ...nothing, params: { mandateId, fileId }, query: {} })).status;
    await expect.poll(status, SLOW).toBe('renamed');
    await rename(at(name), at(INVOICES_NAME));
    await expect.poll(onDisk, SLOW).toBe(INDEX);
    await expect.poll(status, SLOW).toBe('linked');
    expect((await filesOf(mandateId)).map(({ id }) => id)).toEqual([fileId]);
    expect(pending()).toEqual({ new: 1, changed: 0, deleted: 0 });
  });
});
