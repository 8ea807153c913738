import { createAgent } from './agent.js';
import type { OpenBanner } from './banner-view.js';
import { createJournal } from './journal.js';
import { createProgram } from './program.js';
import { openWindow } from './program-window.js';
import { fetchSetup } from './setup.js';

/** Opens the program's window with its document, and the banner in its slot. */
export async function startProgram(title: string, openBanner: OpenBanner): Promise<void> {
  const { agentUrl, token, document, webViews } = await fetchSetup();
  const agent = createAgent(agentUrl, token);
  const { slot, output, bind } = openWindow(title);
  const journal = createJournal(localStorage, document.path);
  const program = createProgram(document, { agent, journal, output });
  bind(program);
  try {
    await agent.verify();
    await program.start();
    const createCode = () => agent.createCode();
    const start = { agentUrl, token, createCode, document, locale: program.locale(), webViews };
    await openBanner(slot, start, program.listener);
  } catch {
    output.status('The agent does not answer. Start it, and load this page again.');
  }
}
