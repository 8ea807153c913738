import { rename, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { index, invoice, invoicesListed } from '@synchro/mandate-service/test-files';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { INVOICES_NAME, makeMandate, openAgent } from './test-agent.js';

// A busy machine is slow, and no reason to fail.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });
const SLOW = { timeout: 30_000 };

let mandate: Awaited<ReturnType<typeof makeMandate>>;
let agent: Awaited<ReturnType<typeof openAgent>>;
beforeEach(async () => {
  mandate = await makeMandate();
  agent = await openAgent(mandate.root);
});
afterEach(async () => {
  await agent.close();
  await mandate[Symbol.asyncDispose]();
});

const create = (accountingFile: string) =>
  agent.service.handlers.createMandate({
    params: undefined,
    query: undefined,
    body: { name: 'Rochat', accountingFile },
    idempotencyKey: null,
  });
const status = (path = mandate.accountingFile) => agent.service.getStatus({ product: 'compta', path });
const postAll = (mandateId: string, path = mandate.accountingFile) =>
  agent.service.handlers.createPosting({
    params: { mandateId },
    query: {},
    body: { entries: 'all', revision: status(path).revision },
    idempotencyKey: `posting at ${path}`,
  });

describe('one file on a disk, reached by two paths', () => {
  it('L13: an accounting in a linked folder belongs to the mandate of the folder', async () => {
    const { id } = await create(mandate.accountingFile);
    const alias = join(mandate.root, 'Z');
    await symlink(mandate.folder, alias);
    await expect(create(join(alias, 'Compta 2026.cre'))).rejects.toMatchObject({
      code: 'already-in-mandate',
      details: { mandate: id },
    });
  });

  it('J1: an entry file renamed together with its line has nothing to post again', async () => {
    const { id } = await create(mandate.accountingFile);
    await mandate.write([invoice(1), invoice(2)], 2);
    await expect.poll(() => status().pending.new, SLOW).toBe(2);
    await postAll(id);
    const name = INVOICES_NAME.replace('Atelier Rochat', 'Rochat SA');
    await rename(join(mandate.folder, INVOICES_NAME), join(mandate.folder, name));
    await writeFile(
      join(mandate.folder, 'Compta 2026.ecc'),
      index(invoicesListed.replace('Atelier Rochat', 'Rochat SA')),
      'latin1',
    );
    const entryFiles = async () =>
      (
        await agent.service.handlers.getMandate({
          params: { mandateId: id },
          query: undefined,
          body: undefined,
          idempotencyKey: null,
        })
      ).files.flatMap((file) => (file.role === 'entries' ? [file.name] : []));
    await expect.poll(entryFiles, SLOW).toEqual([name]);
    expect(status().pending).toEqual({ new: 0, changed: 0, deleted: 0 });
  });

  it('A6d: a mandate comes back from a folder that was renamed after it was removed', async () => {
    const { id } = await create(mandate.accountingFile);
    await mandate.write([invoice(1), invoice(2)], 2);
    await expect.poll(() => status().pending.new, SLOW).toBe(2);
    await postAll(id);
    await agent.service.handlers.removeMandate({
      params: { mandateId: id },
      query: { pendingSeen: 0 },
      body: undefined,
      idempotencyKey: null,
    });
    const folder = join(mandate.root, 'Rochat SA');
    await rename(mandate.folder, folder);
    const accountingFile = join(folder, 'Compta 2026.cre');
    expect(await create(accountingFile)).toMatchObject({ id });
    expect(status(accountingFile).pending).toEqual({ new: 0, changed: 0, deleted: 0 });
  });
});
