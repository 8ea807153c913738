import type { HostBridge, HostCommand } from '../root/host-bridge.js';
import type { HostChannel } from './host-channels.js';
import { readHostMessage } from './host-messages.js';
import type { HostMessage } from './host-messages.js';

/** What a host tells the page of itself; the rest is the bridge's own business. */
export type PageChange = Exclude<HostMessage, { type: 'synchro-host' | 'synchro-command-answer' }>;

export interface PageHost extends HostBridge {
  close(): void;
}

/** A host that has not answered by then has not taken the command over. */
export const ANSWER_WITHIN_MS = 1_000;

/**
 * The host of a page, which answers in its own time.
 *
 * Only a host that has said so beforehand is asked to take a command over, so that the users of all others do not wait
 * for a silence. The page is all the room that a dialog has, so room is asked for while one is open.
 *
 * @param onChange  hears what the page shall show from now on
 * @param slotHeight how high the page is now, in CSS pixels
 */
export function createPageHost(
  channel: HostChannel,
  onChange: (change: PageChange) => void,
  slotHeight: () => number,
): PageHost {
  let takes: readonly HostCommand['command'][] = [];
  const waiting = new Map<string, (taken: boolean) => void>();
  /** What the dialogs that are open would like to have. */
  const rooms: { readonly height: number }[] = [];
  let content: number | null = null;
  let heightBefore = 0;

  const stop = channel.listen((data) => {
    const message = readHostMessage(data);
    switch (message?.type) {
      case undefined:
        return;
      case 'synchro-host':
        takes = message.takes;
        return;
      case 'synchro-command-answer':
        waiting.get(message.requestId)?.(message.taken);
        return;
      case 'synchro-document-opened':
      case 'synchro-document-closed':
      case 'synchro-locale':
      case 'synchro-theme':
        onChange(message);
        return;
    }
  });
  channel.send({ type: 'synchro-ready' });

  const askForRoom = () => {
    if (rooms.length > 0)
      channel.send({
        type: 'synchro-resize',
        height: Math.max(...rooms.map(({ height }) => height)),
        reason: 'dialog',
      });
    else channel.send({ type: 'synchro-resize', height: content ?? heightBefore, reason: 'content' });
  };

  return {
    async command(command) {
      if (!takes.includes(command.command)) return false;
      const requestId = crypto.randomUUID();
      const answered = new Promise<boolean>((resolve) => {
        const timer = setTimeout(() => {
          channel.send({ type: 'synchro-command-withdrawn', requestId });
          resolve(false);
        }, ANSWER_WITHIN_MS);
        waiting.set(requestId, (taken) => {
          clearTimeout(timer);
          resolve(taken);
        });
      });
      channel.send({ type: 'synchro-command', requestId, ...command });
      const taken = await answered;
      waiting.delete(requestId);
      return taken;
    },
    resize(height) {
      content = height;
      if (rooms.length === 0) askForRoom();
    },
    reserve(height) {
      if (rooms.length === 0) heightBefore = slotHeight();
      const room = { height };
      rooms.push(room);
      askForRoom();
      return () => {
        rooms.splice(rooms.indexOf(room), 1);
        askForRoom();
      };
    },
    close: stop,
  };
}
