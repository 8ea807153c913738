import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createClient, NotConnectedError } from '@synchro/sync-core/client';
import { invoice } from '@synchro/mandate-service/test-files';
import { expect, it } from 'vitest';
import { bundleAgent, runAgent } from './running-agent.js';
import { makeMandate } from './test-agent.js';

/** Kills, and the changes and postings that go on meanwhile; enough to hit every part of a posting. */
const KILLS = 18;

/** A small generator, so that a failing run can be repeated. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
}

it('killed at any instant during changes and postings, nothing is lost and nothing is there twice', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'synchro-kill-'));
  const main = await bundleAgent(folder);
  await using mandate = await makeMandate();
  const args = ['--data', join(mandate.root, 'data')];
  const random = randomFrom(20261124);

  let agent = await runAgent(main, args);
  let client = createClient(agent);
  const { id: mandateId } = await client.call('createMandate', {
    body: { name: 'Rochat', accountingFile: mandate.accountingFile },
  });
  /** Every posting that was acknowledged: key → its answer. */
  const acknowledged = new Map<string, { readonly id: string; readonly count: number }>();
  /** Sent and not answered yet, at most one. */
  const unanswered = new Map<string, readonly string[]>();
  let written = 0;
  let lot = 1;
  let keys = 0;
  let lastRevision = 0;

  const write = async () => {
    written += 1 + Math.floor(random() * 3);
    lot += 1;
    await mandate.write(
      Array.from({ length: written }, (_, i) => invoice(i + 1)),
      lot,
    );
  };
  const post = async (key: string, entries: readonly string[]) => {
    const answer = await client.call('createPosting', {
      params: { mandateId },
      body: { entries: [...entries] },
      idempotencyKey: key,
    });
    acknowledged.set(key, { id: answer.id, count: answer.posted.new });
  };

  for (let kill = 0; kill < KILLS; kill += 1) {
    const work = new AbortController();
    const working = (async () => {
      while (!work.signal.aborted) {
        await write();
        const { items } = await client.call('listEntries', { params: { mandateId } });
        if (items.length === 0) continue;
        const [key, ids] = [`key-${(keys += 1)}`, items.map(({ id }) => id)];
        unanswered.set(key, ids);
        await post(key, ids);
        unanswered.delete(key);
      }
    })().catch((error: unknown) => {
      if (!(error instanceof NotConnectedError)) throw error;
    });
    await new Promise((resolve) => setTimeout(resolve, random() * 120));
    agent.process.kill('SIGKILL');
    work.abort();
    await agent.exitCode;
    await working;

    agent = await runAgent(main, args);
    client = createClient(agent);
    // A request without an answer is sent again with its key: it happened, and is answered the same, or it happens now.
    // Entries only come here, never go, so a refusal would mean that a posting was kept without its key.
    for (const [key, entries] of unanswered) await post(key, entries);
    unanswered.clear();
    const history = await client.call('listPostings', { params: { mandateId } });
    const byId = new Map(history.items.map(({ id, counts }) => [id, counts.new]));
    for (const { id, count } of acknowledged.values()) expect(byId.get(id)).toBe(count);

    const status = await client.call('getStatus', {
      query: { product: 'compta', path: mandate.accountingFile },
    });
    expect(status.revision).toBeGreaterThanOrEqual(lastRevision);
    lastRevision = status.revision;
  }

  // In the end posted and pending make up exactly what the file holds, each entry once.
  await expect
    .poll(
      async () => {
        const { items: postings } = await client.call('listPostings', { params: { mandateId } });
        const labels: string[] = [];
        for (const { id } of postings) {
          const { items } = await client.call('getPosting', {
            params: { mandateId, postingId: id },
            query: { limit: 5000 },
          });
          labels.push(...items.map(({ label }) => label));
        }
        const { items: pending } = await client.call('listEntries', {
          params: { mandateId },
          query: { limit: 5000 },
        });
        return [...labels, ...pending.map(({ label }) => label)].sort();
      },
      { timeout: 15_000 },
    )
    .toEqual(Array.from({ length: written }, (_, i) => `Facture ${i + 1}`).sort());
  expect(acknowledged.size).toBeGreaterThan(KILLS / 2);

  agent.process.kill('SIGKILL');
  await agent.exitCode;
  await rm(folder, { recursive: true, force: true });
}, 120_000);
