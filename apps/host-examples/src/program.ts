import type { HostMessage } from '@synchro/sync-react/host-messages';
import { AgentRefusal } from './agent.js';
import type { Agent } from './agent.js';
import type { BannerListener, BannerView } from './banner-view.js';
import type { BegunPosting, Journal } from './journal.js';
import type { OpenDocument } from './setup.js';
import { takePosting } from './take-posting.js';

/** What the program shows of itself besides its banner. */
export interface ProgramOutput {
  journal(lines: readonly string[]): void;
  status(text: string): void;
  note: BannerListener['note'];
}

/** A small accounting program: a document, its journal, a language, a theme – and a banner, in whichever shape. */
export function createProgram(
  document: OpenDocument,
  {
    agent,
    journal,
    output,
  }: { readonly agent: Agent; readonly journal: Journal; readonly output: ProgramOutput },
) {
  let banner: BannerView | null = null;
  let isOpen = true;
  let locale = 'fr-CH';
  let theme: 'light' | 'dark' | 'auto' = 'auto';
  let posts = true;
  let isPosting = false;

  const say = (message: HostMessage) => {
    if (banner === null) return;
    output.note('said', message);
    banner.say(message);
  };
  const sayHost = () => say({ type: 'synchro-host', takes: posts ? ['post'] : [] });
  const sayDocument = () =>
    say(
      isOpen
        ? { type: 'synchro-document-opened', path: document.path, documentId: document.id }
        : { type: 'synchro-document-closed' },
    );
  const sayLocale = () => say({ type: 'synchro-locale', locale });
  const sayTheme = () => say({ type: 'synchro-theme', theme });

  async function post(posting: BegunPosting): Promise<void> {
    isPosting = true;
    try {
      const lines = await takePosting(posting, agent, journal);
      output.status(`Lines saved: ${lines}. Their arrival is confirmed.`);
    } catch (error) {
      if (error instanceof AgentRefusal) output.status(`Refused (${error.code}): ${error.message}`);
      else output.status('No answer. The posting is completed when the program starts again.');
    } finally {
      isPosting = false;
      output.journal(journal.lines());
    }
  }

  const listener: BannerListener = {
    ready(view) {
      banner = view;
      sayHost();
      sayDocument();
      sayLocale();
      sayTheme();
    },
    takes(command) {
      if (command.command !== 'post' || !posts) return false;
      if (!isPosting) void post({ command, idempotencyKey: crypto.randomUUID() });
      return true;
    },
    note: output.note,
  };

  return {
    listener,
    locale: () => locale,
    /** Completes what was begun before a crash, and tells the agent which document is open. */
    async start(): Promise<void> {
      output.journal(journal.lines());
      const begun = journal.begun();
      if (begun !== null) await post(begun);
      await agent.documentOpened(document);
    },
    setOpen(value: boolean): void {
      isOpen = value;
      sayDocument();
      if (isOpen) void agent.documentOpened(document).catch(() => undefined); // The banner says that nobody answers.
    },
    setLocale(value: string): void {
      locale = value;
      sayLocale();
    },
    setTheme(value: typeof theme): void {
      theme = value;
      sayTheme();
    },
    setPosts(value: boolean): void {
      posts = value;
      sayHost();
    },
  };
}

export type Program = ReturnType<typeof createProgram>;
