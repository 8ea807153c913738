import { CallError, createClient } from '@synchro/sync-core/client';
import type { SynchroClient } from '@synchro/sync-core/client';
import { invoice } from '@synchro/mandate-service/test-files';
import { describe, expect, it, vi } from 'vitest';
import { makeMandate, openAgent } from './test-agent.js';
import type { TestMandate } from './test-agent.js';

// A busy machine is slow, and no reason to fail.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

/** A mandate with two invoices waiting. */
async function withPending(mandate: TestMandate, client: SynchroClient): Promise<string> {
  await mandate.write([invoice(1), invoice(2)], 2);
  const { id } = await client.call('createMandate', {
    body: { name: 'Rochat', accountingFile: mandate.accountingFile },
  });
  await expect.poll(async () => (await pendingOf(client, id)).length).toBe(2);
  return id;
}
const pendingOf = async (client: SynchroClient, mandateId: string) =>
  (await client.call('listEntries', { params: { mandateId } })).items.map(({ id }) => id);
const postingsOf = async (client: SynchroClient, mandateId: string) =>
  (await client.call('listPostings', { params: { mandateId } })).items;
const codeOf = async (call: Promise<unknown>) => {
  const error = await call.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  return error instanceof CallError ? error.code : error;
};

describe('the same key', () => {
  it('posts once and is answered the same, also by the agent that was started after', async () => {
    await using mandate = await makeMandate();
    const first = await openAgent(mandate.root);
    let client = createClient(first);
    const mandateId = await withPending(mandate, client);
    const [one, two] = await pendingOf(client, mandateId);
    const post = (entries: readonly (string | undefined)[], idempotencyKey: string) =>
      client.call('createPosting', {
        params: { mandateId },
        body: { entries: entries.map(String) },
        idempotencyKey,
      });
    const answer = await post([one], 'key');
    expect(await post([one], 'key')).toEqual(answer);
    expect(await codeOf(post([two], 'key'))).toBe('idempotency-key-reused');
    await first.close();

    await using second = await openAgent(mandate.root);
    client = createClient(second);
    expect(await post([one], 'key')).toEqual(answer);
    expect(await codeOf(post([two], 'key'))).toBe('idempotency-key-reused');
    expect(await postingsOf(client, mandateId)).toHaveLength(1);
    expect(await pendingOf(client, mandateId)).toEqual([two]);
  });

  it('posts once where the same request comes many times at once', async () => {
    await using mandate = await makeMandate();
    await using agent = await openAgent(mandate.root);
    const client = createClient(agent);
    const mandateId = await withPending(mandate, client);
    const entries = await pendingOf(client, mandateId);
    const answers = await Promise.all(
      Array.from({ length: 10 }, () =>
        client.call('createPosting', { params: { mandateId }, body: { entries }, idempotencyKey: 'key' }),
      ),
    );
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(await postingsOf(client, mandateId)).toHaveLength(1);
  });

  it('is not used up by a request that was refused', async () => {
    await using mandate = await makeMandate();
    await using agent = await openAgent(mandate.root);
    const client = createClient(agent);
    const mandateId = await withPending(mandate, client);
    const post = (revision: number) =>
      client.call('createPosting', {
        params: { mandateId },
        body: { entries: 'all', revision },
        idempotencyKey: 'key',
      });
    expect(await codeOf(post(9_999))).toBe('revision-outdated');
    const { revision } = await client.call('getStatus', {
      query: { product: 'compta', path: mandate.accountingFile },
    });
    expect((await post(revision)).posted.new).toBe(2);
  });

  it('un-posts once, and the second time is answered like the first', async () => {
    await using mandate = await makeMandate();
    await using agent = await openAgent(mandate.root);
    const client = createClient(agent);
    const mandateId = await withPending(mandate, client);
    const entries = await pendingOf(client, mandateId);
    const { id: postingId } = await client.call('createPosting', {
      params: { mandateId },
      body: { entries },
      idempotencyKey: 'key',
    });
    const undo = (idempotencyKey?: string) =>
      client.call('deletePosting', {
        params: { mandateId, postingId },
        ...(idempotencyKey === undefined ? {} : { idempotencyKey }),
      });
    // The same key for another operation is another key.
    const undone = await undo('key');
    expect(await undo('key')).toEqual(undone);
    expect(await codeOf(undo('another'))).toBe('posting-already-undone');
    expect(await codeOf(undo())).toBe('posting-already-undone');
  });

  it('makes one mandate, and another body is refused', async () => {
    await using mandate = await makeMandate();
    await using agent = await openAgent(mandate.root);
    const client = createClient(agent);
    const create = (name: string, idempotencyKey?: string) =>
      client.call('createMandate', {
        body: { name, accountingFile: mandate.accountingFile },
        ...(idempotencyKey === undefined ? {} : { idempotencyKey }),
      });
    const [first, again] = await Promise.all([create('Rochat', 'key'), create('Rochat', 'key')]);
    expect(again.id).toBe(first.id);
    expect(await create('Rochat', 'key')).toEqual(first);
    expect(await codeOf(create('Dubois', 'key'))).toBe('idempotency-key-reused');
    expect(await codeOf(create('Rochat'))).toBe('already-in-mandate');
    expect((await client.call('listMandates', {})).items).toHaveLength(1);
  });
});
