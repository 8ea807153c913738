import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { CallError, createClient } from '@synchro/sync-core/client';
import type { SynchroClient } from '@synchro/sync-core/client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeMandate, openAgent } from './test-agent.js';
import type { TestMandate } from './test-agent.js';

let mandate: TestMandate;
let agent: Awaited<ReturnType<typeof openAgent>>;
let client: SynchroClient;
let mandateId: string;
beforeAll(async () => {
  mandate = await makeMandate();
  agent = await openAgent(mandate.root, { chooserRoots: [homedir()] });
  client = createClient({ url: agent.url, token: agent.token });
  const body = { name: 'Rochat', accountingFile: mandate.accountingFile };
  mandateId = (await client.call('createMandate', { body })).id;
});
afterAll(async () => {
  await agent.close();
  await mandate[Symbol.asyncDispose]();
});

const list = (path?: string) => client.call('listFolder', path === undefined ? {} : { query: { path } });
const refused = (path: string) =>
  list(path).then(
    () => 'told',
    (error: unknown) => (error instanceof CallError ? error.code : error),
  );

describe('folders on a disk', () => {
  it('D2: a folder of a mandate is looked into wherever it lies, from where choosing begins', async () => {
    const roots = (await list()).entries.map(({ path }) => path);
    expect(roots).toContain(mandate.root); // The folder above the mandate's.
    expect(roots).toContain(homedir());
    expect(roots).not.toContain(mandate.folder);
    expect(await list(mandate.folder)).toMatchObject({ path: mandate.folder, parent: mandate.root });
    expect(await refused(dirname(mandate.root))).toBe('folder-not-allowed');
    expect(await refused(join(mandate.folder, '../../..'))).toBe('folder-not-allowed');
    expect(await refused(mandate.accountingFile)).toBe('path-not-found');
  });

  it('D3: it tells whose a file is already', async () => {
    const { entries } = await list(mandate.folder);
    expect(entries.filter((entry) => entry.mandate !== null).map(({ name }) => name)).toEqual([
      'Atelier Rochat (01-01-2026 ~ 31-12-2026).ecf',
      'Compta 2026.cre',
    ]);
    expect(entries.find(({ name }) => name === 'Compta 2026.cre')?.mandate).toEqual({
      id: mandateId,
      name: 'Rochat',
    });
    expect(entries.map(({ name }) => name)).not.toContain('.Compta 2026.synchro');
  });

  it.skipIf(process.platform === 'win32')(
    'D4, D4a: a file of another type is not attached, and no answer reveals what exists',
    async () => {
      const secret = await mkdtemp(join(tmpdir(), 'synchro-secret-'));
      await mkdir(join(secret, '.ssh'));
      for (const name of ['x.sal', 'passwd', '.ssh/x.sal']) await writeFile(join(secret, name), '');
      await symlink(join(secret, 'x.sal'), join(mandate.folder, 'lien.sal'));
      const attach = async (path: string) => {
        const body = { product: 'salaires' as const, path };
        const error: unknown = await client
          .call('attachFile', { params: { mandateId }, body })
          .catch((cause: unknown) => cause);
        if (!(error instanceof CallError)) return 'attached';
        return [error.code, error.status, Object.keys(error.details)];
      };
      const otherType = ['file-type-unknown', 422, ['field', 'path', 'types']];
      for (const path of ['/etc/passwd', '/etc/none', join(secret, 'passwd'), '/proc/self/environ'])
        expect([path, await attach(path)]).toEqual([path, otherType]);
      const notThere = ['path-not-found', 422, ['field', 'path']];
      const paths = [`/proc/self/root${secret}/x.sal`, join(secret, '.ssh', 'x.sal'), join(secret, 'y.sal')];
      for (const path of [...paths, join(mandate.folder, 'lien.sal')])
        expect([path, await attach(path)]).toEqual([path, notThere]);
      for (const path of ['/etc', '/proc', '/proc/self', secret])
        expect([path, await refused(path)]).toEqual([path, 'folder-not-allowed']);
      expect(await attach(join(secret, 'x.sal'))).toBe('attached');
      expect((await list(secret)).entries.map(({ name }) => name)).toEqual(['passwd', 'x.sal']);
      expect(await refused(join(secret, '.ssh'))).toBe('folder-not-allowed');
      await rm(secret, { recursive: true });
    },
  );

  it.skipIf(process.platform === 'win32')(
    'D3: a link leads nowhere, and nothing is told of what is behind',
    async () => {
      await symlink(dirname(mandate.root), join(mandate.folder, 'Lien'));
      await mkdir(join(mandate.folder, 'Archives'));
      await writeFile(join(mandate.folder, 'Archives', 'x.fac'), '');
      await symlink(join(mandate.folder, 'Archives', 'x.fac'), join(mandate.folder, 'Archives', 'lien.fac'));
      const names = async (path: string) => (await list(path)).entries.map(({ name }) => name);
      expect(await names(mandate.folder)).toContain('Archives');
      expect(await names(mandate.folder)).not.toContain('Lien');
      expect(await names(join(mandate.folder, 'Archives'))).toEqual(['x.fac']);
      for (const path of ['Lien', 'Lien/none', `Lien/${mandate.root.split('/').at(-1) ?? ''}`])
        expect([path, await refused(join(mandate.folder, path))]).toEqual([path, 'folder-not-allowed']);
    },
  );
});
