import { access, mkdtemp, readdir, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, test } from '@playwright/test';
import { createClient } from '@synchro/sync-core/client';
import { startDesk } from '../support/desk-process.js';
import type { RunningDesk } from '../support/desk-process.js';

/** The desk's own API, as its page calls it. */
function deskApi({ url }: RunningDesk) {
  const { origin, hash } = new URL(url);
  const headers = { authorization: `Bearer ${hash.slice(1)}`, 'content-type': 'application/json' };
  return {
    perform: async (act: string) => {
      const { status } = await fetch(`${origin}/api/acts/${act}`, { method: 'POST', headers, body: '{}' });
      expect([act, status]).toEqual([act, 200]);
    },
    client: async () => {
      const config = (await (await fetch(`${origin}/api/config`, { headers })).json()) as {
        readonly agentUrl: string;
        readonly token: string;
      };
      return createClient({ url: config.agentUrl, token: config.token });
    },
  };
}

/** What the agent refers to: one mandate whose files are all at home. */
async function expectWhole(desk: RunningDesk, home: string) {
  const client = await deskApi(desk).client();
  const { items } = await client.call('listMandates');
  expect(items).toHaveLength(1);
  const files = items[0]?.files ?? [];
  expect(files.map(({ path }) => dirname(path))).toEqual(Array(5).fill(home));
  for (const { path } of files) await access(path);
  const params = { mandateId: items[0]?.id ?? '' };
  await expect.poll(async () => (await client.call('getMigration', { params })).links).toEqual([]);
}

test.describe('a folder that is kept', () => {
  test.describe.configure({ timeout: 120_000 }); // Each start is an agent's start too.

  let parent: string;
  let keep: string;
  let home: string;
  test.beforeEach(async () => {
    parent = await mkdtemp(join(tmpdir(), 'desk-keep-'));
    keep = join(parent, 'kept');
    home = join(keep, 'Disque', 'Menuiserie Rochat');
  });
  test.afterEach(async () => {
    await running?.stop('SIGKILL'); // Only where the test failed before it stopped it.
    await rm(parent, { recursive: true, force: true });
  });

  let running: RunningDesk | null = null;
  const start = async (): Promise<RunningDesk> => (running = await startDesk(keep));

  test('is whole after Ctrl-C, whatever was moved, and after a kill it is at the next start', async () => {
    const first = await start();
    for (const act of ['copy-document', 'rename-document', 'move-folder', 'unplug-drive'])
      await deskApi(first).perform(act);
    expect(await readdir(parent)).toEqual(expect.arrayContaining(['kept.unplugged']));
    await first.stop();
    expect(await readdir(parent)).toEqual(['kept']);
    expect(await readdir(home)).toContain('Facturation Rochat.fac');

    const second = await start();
    await expectWhole(second, home);
    // Migrated to where it is, so that the agent looks for it there; then killed while it is nowhere.
    await deskApi(second).perform('move-folder');
    const client = await deskApi(second).client();
    const params = { mandateId: (await client.call('listMandates')).items[0]?.id ?? '' };
    const links = async () => (await client.call('getMigration', { params })).links;
    await expect.poll(async () => (await links()).filter(({ status }) => status === 'moved')).toHaveLength(5);
    const moves = (await links()).map(({ fileId, path: from, candidates: [first] }) => ({
      fileId,
      from,
      path: first?.path ?? '',
      adopt: false,
    }));
    await client.call('migrate', { params, body: { moves } });
    await deskApi(second).perform('unplug-drive');
    await second.stop('SIGKILL');

    // The killed desk's agent leaves after it, and keeps its data for itself until then.
    await expect(start).toPass();
    await expectWhole(running!, home);
    await running!.stop();
  });

  test('of an earlier version, with the mandate beside the agent, is taken over', async () => {
    const first = await start();
    await first.stop();
    await rename(home, join(keep, 'Menuiserie Rochat'));
    await rm(join(keep, 'Disque'), { recursive: true });
    const second = await start();
    await expectWhole(second, home);
    await second.stop();
  });
});
