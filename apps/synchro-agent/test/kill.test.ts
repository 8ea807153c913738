import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { readImportText } from '@synchro/cresus-files';
import { CallError, createClient } from '@synchro/sync-core/client';
import { expect, it } from 'vitest';
import { randomFrom, Side, Workload } from './kill-workload.js';
import { bundleAgent, killWhileStarting, runAgent } from './running-agent.js';
import type { RunningAgent } from './running-agent.js';
import { makeMandate } from './test-agent.js';

/**
 * Kills while it works and while it starts: enough to hit every part of a change, a posting, an un-posting and a
 * take-over. 200 take minutes: `npm run kills -- --count 200 [--seed S]`.
 */
const KILLS = Number(process.env['SYNCHRO_KILLS'] ?? 20);
const SEED = Number(process.env['SYNCHRO_KILL_SEED'] ?? 20261124);

it(
  `killed at any instant, with renames and take-overs, nothing is lost and nothing is there twice (${KILLS} kills, seed ${SEED})`,
  { timeout: 60_000 + KILLS * 30_000 },
  async () => {
    const folder = await mkdtemp(join(tmpdir(), 'synchro-kill-'));
    const main = await bundleAgent(folder);
    await using mandate = await makeMandate();
    const random = randomFrom(SEED);
    const body = { name: 'Rochat', accountingFile: mandate.accountingFile };
    const argsOf = (data: string) => ['--data', join(mandate.root, data)];
    const start = async (data: string) => {
      const agent = await runAgent(main, argsOf(data));
      return { data, agent, client: createClient(agent) };
    };
    const sides = new Map<string, Side>();
    /** The agent of this data folder, which knows the mandate; a killed agent goes on where it was. */
    const open = async (data: string): Promise<{ agent: RunningAgent; side: Side }> => {
      const { agent, client } = await start(data);
      const side = sides.get(data) ?? new Side(client, (await client.call('createMandate', { body })).id);
      side.client = client;
      sides.set(data, side);
      return { agent, side };
    };

    let [owner, other] = ['data', 'data of another'];
    let { agent, side } = await open(owner);
    const work = new Workload(side, mandate, random);
    const isComplete = () => expect.poll(() => work.held(), { timeout: 15_000 }).toEqual(work.written);

    let kills = 0;
    let takeOvers = 0;
    while (kills < KILLS) {
      const working = work.run();
      // In turns somewhere, and in the middle of a posting or un-posting.
      if (kills % 2 === 0) await setTimeout(20 + random() * 300);
      else await Promise.race([work.nextCommand().then(() => setTimeout(random() * 8)), working]);
      await agent.kill();
      kills += 1;
      await working;
      if (random() < 0.2) {
        await killWhileStarting(main, argsOf(owner), random() * 700);
        kills += 1;
      }

      ({ agent, side } = await open(owner));
      expect((await work.status()).revision).toBeGreaterThanOrEqual(side.highestRevision);
      await work.retry();

      // What was acknowledged is in the history, once, and nothing besides.
      const history = await work.history();
      expect(history.map(({ id }) => id).sort()).toEqual([...side.postings.keys()].sort());
      for (const { id, counts, undoneAt } of history)
        expect([counts.new + counts.changed + counts.deleted, undoneAt !== null]).toEqual([
          side.postings.get(id)?.count,
          side.postings.get(id)?.isUndone,
        ]);
      // What is posted and what waits make up what the file holds, each entry once.
      await isComplete();

      if (random() < 0.3) {
        takeOvers += 1;
        // What the other agent does not know of, it cannot tell as changed: all is posted before.
        await work.postAll();
        let next = await open(other);
        if (random() < 0.4) {
          // Killed while it takes over, it is asked again.
          const asked = next.side.client
            .call('takeOverMandate', { params: { mandateId: next.side.mandateId } })
            .catch(() => undefined);
          await setTimeout(random() * 20);
          await next.agent.kill();
          kills += 1;
          await asked;
          next = await open(other);
        }
        await work.takeOver(next.side);
        // The agent that owned it until now still runs, and posts no more.
        expect(await refusalOf(side)).toBe('held-elsewhere');
        await agent.kill();
        [owner, other] = [other, owner];
        ({ agent, side } = next);
        // Before its scan, nothing waits that the other agent posted, and nothing could be marked.
        await expect.poll(() => work.seen(), { timeout: 15_000 }).toEqual(work.written);
        await expect
          .poll(async () => (await work.markBooked(), await work.held()), { timeout: 15_000 })
          .toEqual(work.written);
      }
    }
    // The test must have tested something.
    expect(work.answers).toBeGreaterThan(KILLS / 3);
    expect(work.retried).toBeGreaterThan(0);
    expect(work.renames).toBeGreaterThan(0);
    expect(takeOvers).toBeGreaterThan(0);

    // An accounting that imports the exports of both agents has what the file holds.
    await work.postAll();
    const exported = await exportsOf(side);
    await agent.kill();
    const former = await open(other);
    exported.push(...(await exportsOf(former.side)));
    await former.agent.kill();
    expect(bookedBy(exported)).toEqual(work.written);

    await rm(folder, { recursive: true, force: true });
  },
);

/** The error with which an agent refuses to post. */
async function refusalOf({ client, mandateId }: Side): Promise<string | null> {
  const body = { entries: 'all', revision: 1 } as const;
  return client
    .call('createPosting', { params: { mandateId }, body, idempotencyKey: randomUUID() })
    .then(() => null)
    .catch((error: unknown) => (error instanceof CallError ? error.code : String(error)));
}

async function exportsOf({ client, mandateId }: Side): Promise<Uint8Array[]> {
  const { items } = await client.call('listPostings', { params: { mandateId } });
  const inForce = items.filter(({ kind, undoneAt }) => kind === 'posting' && undoneAt === null);
  const query = { format: 'extended', reversal: false } as const;
  return Promise.all(
    inForce.map(({ id }) => client.call('exportPosting', { params: { mandateId, postingId: id }, query })),
  );
}

/** Text and amount of what the lines book, reversals netted, sorted. */
function bookedBy(texts: readonly Uint8Array[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const text of texts) {
    const read = readImportText(text);
    if (!read.ok) throw new Error(JSON.stringify(read.problems));
    for (const { label, amountInCentimes } of read.value) {
      const line = `${label.replace(/^Extourne: /, '')} ${amountInCentimes}`;
      counts.set(line, (counts.get(line) ?? 0) + (label.startsWith('Extourne: ') ? -1 : 1));
    }
  }
  return [...counts].flatMap(([line, count]) => Array<string>(count).fill(line)).sort();
}
