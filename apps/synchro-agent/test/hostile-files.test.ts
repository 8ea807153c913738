import { lstat, mkdir, mkdtemp, readdir, readFile, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { MandateMessage, StatusSnapshot } from '@synchro/sync-core/contract';
import { chartFile, entryFile, index, invoice, invoicesListed } from '@synchro/mandate-service/test-files';
import { describe, expect, it, vi } from 'vitest';
import { readEvents } from './read-events.js';
import { INVOICES_NAME, makeMandate, openAgent } from './test-agent.js';

// A busy machine is slow, and no reason to fail.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const isWindows = process.platform === 'win32';

/** An agent over a mandate whose files the test has put there before. */
async function open(prepare: (folder: string, outside: string) => Promise<void>) {
  const mandate = await makeMandate();
  const outside = await mkdtemp(join(mandate.root, 'outside-'));
  await prepare(mandate.folder, outside);
  const agent = await openAgent(mandate.root);
  const headers = { authorization: `Bearer ${agent.token}`, 'content-type': 'application/json' };
  const scope = `product=compta&path=${encodeURIComponent(mandate.accountingFile)}`;
  const call = async <T>(path: string, init: RequestInit = {}) =>
    (await (await fetch(`${agent.url}/api/v1${path}`, { ...init, headers })).json()) as T;
  return {
    folder: mandate.folder,
    outside,
    create: () =>
      call<MandateMessage & { type?: string }>('/mandates', {
        method: 'POST',
        body: JSON.stringify({ name: 'Rochat', accountingFile: mandate.accountingFile }),
      }),
    mandate: (id: string) => call<MandateMessage>(`/mandates/${id}`),
    status: () => call<StatusSnapshot>(`/status?${scope}`),
    everything: async (id: string) => JSON.stringify(await call(`/mandates/${id}/entries`)),
    stream: async () => readEvents(await fetch(`${agent.url}/api/v1/status/stream?${scope}`, { headers })),
    write: (lines: Parameters<typeof mandate.write>[0], lot: number) => mandate.write(lines, lot),
    async [Symbol.asyncDispose]() {
      await agent.close();
      await mandate[Symbol.asyncDispose]();
    },
  };
}
const has = (kind: string) => (snapshot: StatusSnapshot) =>
  snapshot.notifications.some((notification) => notification.kind === kind);

const hostileNames = [
  '../secret.ecf',
  '..\\secret.ecf',
  'sub/../../secret.ecf',
  'sub/x.ecf',
  './x.ecf',
  '/etc/passwd',
  'C:\\x.ecf',
  'C:x.ecf',
  '\\\\server\\share\\x.ecf',
  '..',
  '.',
];

describe.concurrent('a name in the .ecc is data from outside', () => {
  it('those that lead anywhere else are refused and told; the sound line between them counts', async () => {
    await using stage = await open(async (folder) => {
      await writeFile(join(folder, '..', 'secret.ecf'), entryFile([invoice(666)]));
      await mkdir(join(folder, 'sub'));
      await writeFile(join(folder, 'sub', 'x.ecf'), entryFile([invoice(666)]));
      await writeFile(join(folder, 'x.ecf'), entryFile([invoice(666)]));
      await writeFile(join(folder, INVOICES_NAME), entryFile([invoice(1)]));
      const hostile = hostileNames.map((name, i) => `#ECF\t1; 10/06/2026 11:06:53; "${name}"; ${200 + i}`);
      const lines = [...hostile.slice(0, 5), invoicesListed, ...hostile.slice(5)];
      await writeFile(join(folder, 'Compta 2026.ecc'), index(...lines), 'latin1');
    });
    const { id } = await stage.create();
    await using events = await stage.stream();
    // A bad line could be a half-written one, so it is told once the file has been still.
    const told = (await events.until(
      (snapshot: StatusSnapshot) => has('index-trouble')(snapshot) && snapshot.pending.new > 0,
    )) as StatusSnapshot;
    expect(told.notifications).toContainEqual(
      expect.objectContaining({ kind: 'index-trouble', reason: 'bad-lines' }),
    );
    const entries = await stage.everything(id);
    expect(entries).toContain('Facture 1');
    expect(entries).not.toContain('666');
    const { files } = await stage.mandate(id);
    expect(files.map(({ name }) => name)).toEqual(['Compta 2026.cre', INVOICES_NAME]);
  });
});

describe.skipIf(isWindows).concurrent('a link that leads out of the folder is never read', () => {
  it('as an entry file: it is missing', async () => {
    await using stage = await open(async (folder, outside) => {
      await writeFile(join(outside, 'x.ecf'), entryFile([invoice(666)]));
      await rm(join(folder, INVOICES_NAME));
      await symlink(join(outside, 'x.ecf'), join(folder, INVOICES_NAME));
    });
    const { id } = await stage.create();
    await using events = await stage.stream();
    const told = (await events.until(has('source-trouble'))) as StatusSnapshot;
    expect(told).toMatchObject({
      pending: { new: 0 },
      notifications: [{ kind: 'source-trouble', trouble: { kind: 'missing' } }],
    });
    expect(await stage.everything(id)).not.toContain('666');
  });

  it('in the place of a file that was read before: what was known stays', async () => {
    await using stage = await open(async (folder, outside) => {
      await writeFile(join(folder, INVOICES_NAME), entryFile([invoice(1)]));
      await writeFile(join(outside, 'x.ecf'), entryFile([invoice(666), invoice(667)], { lot: 2 }));
    });
    const { id } = await stage.create();
    await using events = await stage.stream();
    await events.until(({ pending }: StatusSnapshot) => pending.new === 1);
    await symlink(join(stage.outside, 'x.ecf'), join(stage.folder, 'link'));
    await rename(join(stage.folder, 'link'), join(stage.folder, INVOICES_NAME));
    const told = (await events.until(has('source-trouble'))) as StatusSnapshot;
    expect(told.pending).toEqual({ new: 1, changed: 0, deleted: 0 });
    expect(await stage.everything(id)).not.toContain('666');
  });

  it('as a folder that a listed name leads through', async () => {
    await using stage = await open(async (folder, outside) => {
      await writeFile(join(outside, INVOICES_NAME), entryFile([invoice(666)]));
      await rm(join(folder, INVOICES_NAME));
      // A link to the folder itself, under the name of the file.
      await symlink(outside, join(folder, INVOICES_NAME));
    });
    const { id } = await stage.create();
    await using events = await stage.stream();
    await events.until(has('source-trouble'));
    expect(await stage.everything(id)).not.toContain('666');
  });

  it('as the index or the chart: as if there were none', async () => {
    await using stage = await open(async (folder, outside) => {
      for (const [name, bytes] of [
        ['Compta 2026.ecc', Buffer.from(index(invoicesListed), 'latin1')],
        ['Compta 2026.crp', chartFile()],
      ] as const) {
        await writeFile(join(outside, name), bytes);
        await rm(join(folder, name));
        await symlink(join(outside, name), join(folder, name));
      }
    });
    const { files } = await stage.create();
    expect(files.map(({ role }) => role)).toEqual(['accounting']);
    expect((await stage.status()).notifications.map(({ kind }) => kind)).toContain('chart-missing');
  });

  it('as the accounting file, or as a chart that was named: there is nothing at that path', async () => {
    await using stage = await open(async (folder, outside) => {
      await writeFile(join(outside, 'x.cre'), 'x');
      await rm(join(folder, 'Compta 2026.cre'));
      await symlink(join(outside, 'x.cre'), join(folder, 'Compta 2026.cre'));
    });
    expect((await stage.create()).type).toBe('urn:synchro:problem:path-not-found');
  });

  it('as the claim: what it leads to is neither read nor written, and nothing is posted', async () => {
    await using stage = await open(async (folder, outside) => {
      const claim = { agent: 'other', machine: 'PC-EVIL', since: '2026-06-01T00:00:00.000Z' };
      await writeFile(join(outside, 'claim'), JSON.stringify(claim));
      await symlink(join(outside, 'claim'), join(folder, 'Compta 2026.synchro'));
    });
    expect((await stage.create()).heldBy).toBeNull();
    expect(await readFile(join(stage.outside, 'claim'), 'utf8')).toContain('PC-EVIL');
    expect((await lstat(join(stage.folder, 'Compta 2026.synchro'))).isSymbolicLink()).toBe(true);
    await using events = await stage.stream();
    await events.until(({ notifications }: StatusSnapshot) =>
      notifications.some((one) => one.kind === 'claim-unverified' && one.reason === 'not-a-file'),
    );
  });
});

describe.skipIf(isWindows).concurrent('what lies in the folder besides', () => {
  it('a link to itself, a pipe and a folder of an entry file’s name do not keep the others from being read', async () => {
    await using stage = await open(async (folder) => {
      const listed = (name: string, uid: number) => `#ECF\t1; 10/06/2026 11:06:53; "${name}"; ${uid}`;
      await symlink(join(folder, 'loop.ecf'), join(folder, 'loop.ecf'));
      await mkdir(join(folder, 'folder.ecf'));
      await writeFile(
        join(folder, 'Compta 2026.ecc'),
        index(listed('loop.ecf', 1), listed('folder.ecf', 2), invoicesListed),
        'latin1',
      );
      await writeFile(join(folder, INVOICES_NAME), entryFile([invoice(1)]));
    });
    await stage.create();
    await using events = await stage.stream();
    await events.until(({ pending }: StatusSnapshot) => pending.new === 1);
    await stage.write([invoice(1), invoice(2)], 2);
    await events.until(({ pending }: StatusSnapshot) => pending.new === 2);
  });

  it('nothing is written there but the claim', async () => {
    await using stage = await open(() => Promise.resolve());
    const before = await readdir(stage.folder);
    await stage.create();
    const after = await readdir(stage.folder);
    expect(after.filter((name) => !before.includes(name))).toEqual(['Compta 2026.synchro']);
  });
});
