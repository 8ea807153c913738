import { randomUUID } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { createClient } from '@synchro/sync-core/client';
import type { PageMessage } from '@synchro/sync-react/host-messages';
import type { LiveStage } from '../support/live-stage.js';

/**
 * What an accounting program does that takes `post` over: with its own token it posts what the user saw, gets the
 * entries as the text that it imports, and only when it has them for good confirms that they have arrived.
 */
export async function takeEntries(
  live: LiveStage,
  command: Extract<PageMessage, { type: 'synchro-command' }>,
  savedAs: string,
): Promise<void> {
  if (command.command !== 'post') throw new Error(`This program does not know how to ${command.command}.`);
  const { mandateId, accountingFileId, revision } = command;
  const client = createClient({ url: live.agentUrl, token: live.token });
  const posting = await client.call('createPosting', {
    params: { mandateId },
    query: { accountingFile: accountingFileId },
    body: { entries: 'all', revision },
    idempotencyKey: randomUUID(),
  });
  const params = { mandateId, postingId: posting.id };
  const text = await client.call('exportPosting', { params, query: { reversal: false } });
  await writeFile(savedAs, new Uint8Array(text));
  await client.call('confirmArrival', { params });
}
