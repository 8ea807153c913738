import { HttpResponse } from 'msw';
import type { World } from './world.js';

/** A server-sent event stream of a scope's snapshots, as the agent sends it; it breaks when the world goes offline. */
export function snapshotStream(world: World, snapshot: () => unknown): Response {
  const encoder = new TextEncoder();
  let stop = (): void => undefined;
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      let sent = '';
      const send = () => {
        const next = JSON.stringify(snapshot());
        if (next === sent) return;
        sent = next;
        controller.enqueue(encoder.encode(`event: snapshot\ndata: ${next}\n\n`));
      };
      const heartbeat = setInterval(() => controller.enqueue(encoder.encode(': \n\n')), 10_000);
      const stopListening = world.service.onChange(send);
      const stopWatching = world.onOnlineChange(() => {
        if (world.isOnline) return;
        stop();
        controller.error(new TypeError('The service went away.'));
      });
      stop = () => {
        clearInterval(heartbeat);
        stopListening();
        stopWatching();
      };
      send();
    },
    cancel: () => stop(),
  });
  return new HttpResponse(body, { headers: { 'content-type': 'text/event-stream' } });
}
