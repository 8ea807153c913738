import { AgentRefusal } from './agent.js';
import type { Agent } from './agent.js';
import type { BegunPosting, Journal } from './journal.js';

/**
 * Does the posting that the program took over from its banner. The order is what makes it safe to be killed anywhere:
 *
 *     1  write down what is begun, with its key      so that it can be asked again
 *     2  post                                        with that key, so that twice is once
 *     3  export the entries                          with that key, as often as it takes
 *     4  save them                                   under the posting's id, so that twice is once
 *     5  confirm that they have arrived              not before they are saved: nobody will offer them again
 *     6  cross out what was written down             now its end is known
 *
 * @returns how many lines were saved
 * @throws {AgentRefusal} the agent says no; what is begun is over, or is repeated at the next start
 */
export async function takePosting(posting: BegunPosting, agent: Agent, journal: Journal): Promise<number> {
  const { command, idempotencyKey } = posting;
  let postingId: string | null = null;
  journal.begin(posting);
  try {
    postingId = (await agent.post(command, idempotencyKey)).id;
    const lines = await agent.linesOf(command.mandateId, postingId, idempotencyKey);
    journal.save(postingId, lines);
    await agent.confirmArrival(command.mandateId, postingId);
    journal.end();
    return lines.length;
  } catch (error) {
    if (error instanceof AgentRefusal && error.isFinal) {
      // Somebody may have un-posted it meanwhile: then its entries do not belong into the books.
      if (postingId !== null) journal.remove(postingId);
      journal.end();
    }
    throw error;
  }
}
