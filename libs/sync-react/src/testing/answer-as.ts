import type { DialogExample } from '../examples.js';
import type { FakeClient } from './fake-client.js';

/** Has a fake client answer as an example says. */
export function answerAs(fake: FakeClient, { answers }: DialogExample): void {
  for (const [operation, answer] of Object.entries(answers))
    fake.answer(operation, (input) => {
      if ('error' in answer) throw answer.error;
      if ('by' in answer) return answer.by(input);
      return 'waits' in answer ? new Promise(() => undefined) : answer.value;
    });
}
