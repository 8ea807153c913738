import { HttpResponse } from 'msw';
import type { World } from './world.js';

/** What goes on while somebody listens. @returns the last event */
type Work = (signal: AbortSignal, tell: (event: object) => void) => Promise<object>;

/**
 * A server-sent event stream of work under way, as the agent sends it; it breaks when the world goes offline.
 * @param reader aborted when the request is given up
 * @throws what the work ends with before its first event
 */
export function workStream(world: World, reader: AbortSignal, work: Work): Promise<Response> {
  const giveUp = new AbortController();
  const encoder = new TextEncoder();
  return new Promise((resolve, reject) => {
    let end = (): void => undefined;
    const body = new ReadableStream<Uint8Array>({
      start(controller) {
        let isOpen = true;
        let hasBegun = false;
        end = () => {
          isOpen = false;
          giveUp.abort();
          reader.removeEventListener('abort', end);
          stopWatching();
        };
        const stopWatching = world.onOnlineChange(() => {
          if (world.isOnline) return;
          end();
          controller.error(new TypeError('The service went away.'));
        });
        reader.addEventListener('abort', end);
        const tell = (event: object) => {
          if (!isOpen) return;
          controller.enqueue(encoder.encode(`data: ${JSON.stringify(event)}\n\n`));
          if (!hasBegun)
            resolve(new HttpResponse(body, { headers: { 'content-type': 'text/event-stream' } }));
          hasBegun = true;
        };
        work(giveUp.signal, tell).then(
          (last) => {
            tell(last);
            if (isOpen) controller.close();
            end();
          },
          (cause: unknown) => {
            if (isOpen) controller.error(cause);
            end();
            reject(cause instanceof Error ? cause : new Error('The work failed.', { cause })); // Of no effect once the answer has begun.
          },
        );
      },
      cancel: () => end(),
    });
  });
}
