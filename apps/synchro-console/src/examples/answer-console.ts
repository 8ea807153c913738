import type { FakeClient } from '@synchro/sync-react/example-stage';
import type { ConsoleExample } from './console-examples.js';
import { exampleLinkChanges } from './example-link-changes.js';
import { aMandateMessage } from './example-parts.js';

/** Has a fake client answer what the console asks beside the overview, so that it fits the example. */
export function answerConsole(fake: Pick<FakeClient, 'answer'>, { overview }: ConsoleExample): void {
  fake.answer('getMandate', ({ params }) => {
    const mandate = overview?.mandates.find(({ id }) => id === params?.['mandateId']);
    if (mandate === undefined) throw new Error('There is no such mandate in the example.');
    return aMandateMessage(mandate);
  });
  fake.answer('getStatus', ({ query }) => ({
    revision: 7,
    mandate: null,
    file: null,
    // In the examples it is the year before in which nothing waits.
    pending: { new: String(query?.['path']).includes('2025') ? 0 : 3, changed: 0, deleted: 0 },
    notifications: [],
    account: null,
    capabilities: overview?.capabilities ?? [],
    service: overview?.service,
  }));
  fake.answer('listEntries', () => ({ revision: 7, items: [], nextCursor: null }));
  fake.answer('listPostings', () => ({ items: [] }));
  fake.answer('listLinkChanges', () => ({ items: exampleLinkChanges }));
}
