import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { createClient } from '@synchro/sync-core/client';
import { expect, it } from 'vitest';
import { randomFrom, Workload } from './kill-workload.js';
import { bundleAgent, killWhileStarting, runAgent } from './running-agent.js';
import { makeMandate } from './test-agent.js';

/** Kills while it works, and while it starts: enough to hit every part of a change, a posting and an un-posting. */
const KILLS = 16;
const SEED = Number(process.env['SYNCHRO_KILL_SEED'] ?? 20261124);

it(
  `killed at any instant, nothing is lost and nothing is there twice (seed ${SEED})`,
  { timeout: 180_000 },
  async () => {
    const folder = await mkdtemp(join(tmpdir(), 'synchro-kill-'));
    const main = await bundleAgent(folder);
    await using mandate = await makeMandate();
    const args = ['--data', join(mandate.root, 'data')];
    const random = randomFrom(SEED);

    let agent = await runAgent(main, args);
    const { id: mandateId } = await createClient(agent).call('createMandate', {
      body: { name: 'Rochat', accountingFile: mandate.accountingFile },
    });
    const work = new Workload(createClient(agent), mandate, mandateId, random);

    for (let kill = 1; kill <= KILLS; kill += 1) {
      const working = work.run();
      // In turns somewhere, and in the middle of a posting or un-posting.
      if (kill % 2 === 0) await setTimeout(20 + random() * 300);
      else await Promise.race([work.nextCommand().then(() => setTimeout(random() * 8)), working]);
      await agent.kill();
      await working;
      if (random() < 0.3) await killWhileStarting(main, args, random() * 700);

      agent = await runAgent(main, args);
      work.client = createClient(agent);
      expect((await work.status()).revision).toBeGreaterThanOrEqual(work.highestRevision);
      await work.retry();

      // What was acknowledged is in the history, once, and nothing besides.
      const history = await work.history();
      expect(history.map(({ id }) => id).sort()).toEqual([...work.postings.keys()].sort());
      for (const { id, counts, undoneAt } of history)
        expect([counts.new + counts.changed + counts.deleted, undoneAt !== null]).toEqual([
          work.postings.get(id)?.count,
          work.postings.get(id)?.isUndone,
        ]);
      // What is posted and what waits make up what the file holds, each entry once.
      await expect.poll(() => work.held(), { timeout: 15_000 }).toEqual(work.written);
    }
    // The test must have tested something.
    expect(work.answers).toBeGreaterThan(KILLS / 2);
    expect(work.retried).toBeGreaterThan(0);

    await agent.kill();
    await rm(folder, { recursive: true, force: true });
  },
);
