import type { AgentProcess } from './agent-process.js';
import type { Act, ActFacts, ActReport, ActResult, DeskState, Refusal } from './acts.js';
import type { Workshop } from './workshop.js';

/** How many acts the page's log goes back. */
const KEPT_ACTS = 30;

export interface DemonstrationOptions {
  readonly workshop: Workshop;
  /** The agent that runs already, and how to start it again on the same port. */
  readonly agent: AgentProcess;
  readonly startAgent: () => Promise<AgentProcess>;
  /** Takes back what was posted since the beginning. */
  readonly unpostAll: () => Promise<void>;
  readonly now: () => Date;
  /** What went wrong, for the terminal; the page only says that it did. */
  readonly onTrouble: (error: unknown) => void;
}

/** The whole demonstration behind the page's buttons: the files' programs and the service. */
export interface Demonstration {
  /** Two invoices that wait: something must be there from the first moment, or the banner has nothing to say. */
  begin(): Promise<void>;
  perform(act: Act): Promise<ActResult>;
  state(): Promise<DeskState>;
  close(): Promise<void>;
}

export function createDemonstration(options: DemonstrationOptions): Demonstration {
  const { workshop } = options;
  const reports: ActReport[] = [];
  let acts = 0;
  let agent: AgentProcess | null = null;

  const runs = (started: AgentProcess) => {
    agent = started;
    void started.ended.then(() => {
      if (agent === started) agent = null;
    });
  };
  runs(options.agent);

  const stopService = async (): Promise<ActFacts> => {
    await agent?.stop();
    return noFile;
  };

  const startService = async (): Promise<ActFacts | { readonly refusal: Refusal }> => {
    if (agent !== null) return noFile;
    try {
      runs(await options.startAgent());
      return noFile;
    } catch (error) {
      options.onTrouble(error);
      return { refusal: 'service-unavailable' };
    }
  };

  const reset = async (): Promise<ActFacts | { readonly refusal: Refusal }> => {
    const started = await startService();
    if ('refusal' in started) return started;
    const facts = await workshop.perform('reset');
    await options.unpostAll().catch(options.onTrouble);
    return facts;
  };

  const factsOf = (act: Act): Promise<ActFacts | { readonly refusal: Refusal }> => {
    if (act === 'stop-service') return stopService();
    if (act === 'start-service') return startService();
    if (act === 'reset') return reset();
    return workshop.perform(act);
  };

  const perform = async (act: Act): Promise<ActResult> => {
    const facts = await factsOf(act);
    if ('refusal' in facts) return { ok: false, refusal: facts.refusal };
    acts += 1;
    const report: ActReport = { ...facts, id: acts, act, at: options.now().toISOString() };
    if (act === 'reset') reports.length = 0;
    reports.unshift(report);
    reports.splice(KEPT_ACTS);
    if (act === 'reset') await begin();
    return { ok: true, report };
  };

  const begin = async () => {
    await perform('write-invoice');
    await perform('write-invoice');
  };

  return {
    begin,
    perform,
    state: async () => ({
      ...workshop.condition(),
      files: await workshop.files(),
      acts: [...reports],
      isServiceRunning: agent !== null,
    }),
    close: async () => {
      await agent?.stop();
    },
  };
}

const noFile: ActFacts = { file: null, lot: null, bytes: null, booking: null, entries: 0 };
