import { shareClient } from '@synchro/sync-core/client';
import { programs } from '../acts.js';
import type { Act, DeskState } from '../acts.js';
import type { DeskApi } from './desk-api.js';
import { byId } from './element.js';
import { followMandate } from './follow-mandate.js';
import { formatTime } from './format.js';
import { createSwitches } from './switches.js';
import type { Messages } from './messages/messages.js';
import { createJournalReader } from './read-journal.js';
import { fillBannerSlot } from './windows/banner-slot.js';
import { createConsoleFrame } from './windows/console-frame.js';
import { createJournalView } from './windows/journal-view.js';
import { createWindowsView } from './windows/windows-view.js';

export interface DeskStart {
  /** Opened after the page has its texts, so that a failure can be said. */
  readonly open: () => Promise<DeskApi>;
  readonly isSimulated: boolean;
  /** What to say when it does not open. */
  readonly whyNot: (messages: Messages) => string;
}

/** The page: builds its windows, and connects the switches, the desk behind and the service with all of them. */
export async function startDesk({ open, isSimulated, whyNot }: DeskStart): Promise<void> {
  const switches = createSwitches({ isSimulated });
  const journal = createJournalView(switches.messages);
  const windows = createWindowsView(switches, (act) => perform(act), { isSimulated });
  let perform: (act: Act) => Promise<void> = () => Promise.resolve();

  const setTexts = () => {
    const { columns, journal: name } = switches.messages;
    byId('journal').setAttribute('aria-label', name);
    for (const [column, text] of Object.entries(columns)) byId(`column-${column}`).textContent = text;
    windows.setTexts();
    journal.setMessages(switches.messages);
  };
  setTexts();

  let api: DeskApi;
  try {
    api = await open();
    await connect();
  } catch {
    windows.say(whyNot(switches.messages));
  }

  async function connect(): Promise<void> {
    const [config, first] = await Promise.all([api.config(), api.state()]);
    const client = shareClient({ url: config.agentUrl, token: config.token }).client;
    const slots = programs.map((program) => ({
      program,
      slot: fillBannerSlot(byId(`banner-${program}`), program, config),
    }));
    const consoleUrl = `${config.agentUrl}/console/`;
    byId('open-console').setAttribute('href', consoleUrl);
    byId('open-console').hidden = isSimulated; // Another tab has another world.
    const frame = createConsoleFrame(
      byId('console'),
      consoleUrl,
      async () => (await client.call('createSessionCode')).code,
    );

    let followed: { readonly path: string; readonly stop: () => void } | null = null;
    const follow = (path: string) => {
      if (followed?.path === path) return;
      followed?.stop();
      const stop = followMandate(client, path, {
        read: createJournalReader(client),
        onJournal: journal.show,
        onConnection: (connection) => {
          const since = connection.status === 'reconnecting' ? connection.since : null;
          journal.setStale(since === null ? null : formatTime(since, switches.locale));
          // The service may have ended by itself: the button must offer to start it again.
          refresh();
        },
      });
      followed = { path, stop };
    };

    const show = (state: DeskState) => {
      windows.show(state);
      for (const { program, slot } of slots) slot.setDocument(state.documents[program]);
      follow(state.documents.accounting.path);
    };
    const refresh = () => void api.state().then(show, () => windows.say(switches.messages.deskGone));

    const dress = () => {
      for (const { slot } of slots) {
        slot.setLocale(switches.locale, switches.messages);
        slot.setTheme(switches.theme);
      }
      frame.open(switches.locale, switches.theme, switches.messages);
    };

    perform = async (act) => {
      try {
        const answer = await api.perform(act);
        windows.say(answer.ok ? null : switches.messages.refused[answer.refusal]);
        if (answer.ok) show(answer.state);
      } catch {
        windows.say(switches.messages.deskGone);
      }
    };
    dress();
    show(first);
    api.onChange(refresh);
    switches.onChange(() => {
      setTexts();
      dress();
    });
  }
}
