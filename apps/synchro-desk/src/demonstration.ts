import { isWorldAct } from './acts.js';
import type {
  Act,
  ActFacts,
  ActReport,
  ActResult,
  DeskState,
  OpenDocument,
  Program,
  Refusal,
  Simulation,
  WorldAct,
} from './acts.js';
import type { ServiceSwitch } from './service-switch.js';
import type { Workshop } from './workshop.js';

/** How many acts the page's log goes back. */
const KEPT_ACTS = 30;

export type Performed = ActFacts | { readonly refusal: Refusal };

/** What the simulated desk can do beyond files and service. */
export interface SimulatedActs {
  perform(act: WorldAct): Promise<Performed>;
  state(): Simulation;
  /** Back to how it began: everything in its place, signed in, connected. */
  reset(): void;
}

export interface DemonstrationOptions {
  readonly workshop: Workshop;
  readonly service: ServiceSwitch;
  /** The documents that the programs have open now. */
  readonly documents: () => Readonly<Record<Program, OpenDocument>>;
  /** `null`: the files and the service are real. */
  readonly simulated: SimulatedActs | null;
  /** Takes back what was posted since the beginning. */
  readonly unpostAll: () => Promise<void>;
  readonly now: () => Date;
  /** What went wrong, for the terminal or the console; the page only says that it did. */
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
  const { workshop, service, simulated } = options;
  const reports: ActReport[] = [];
  let acts = 0;

  const startService = async (): Promise<Performed> => {
    try {
      await service.start();
      return noFile;
    } catch (error) {
      options.onTrouble(error);
      return { refusal: 'service-unavailable' };
    }
  };

  const reset = async (): Promise<Performed> => {
    const started = await startService();
    if ('refusal' in started) return started;
    simulated?.reset();
    const facts = await workshop.perform('reset');
    await options.unpostAll().catch(options.onTrouble);
    return facts;
  };

  const factsOf = async (act: Act): Promise<Performed> => {
    if (isWorldAct(act)) return simulated === null ? { refusal: 'not-there' } : simulated.perform(act);
    if (act === 'start-service') return startService();
    if (act === 'reset') return reset();
    if (act !== 'stop-service') return workshop.perform(act);
    await service.stop();
    return noFile;
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
      isServiceRunning: service.isRunning,
      documents: options.documents(),
      simulation: simulated?.state() ?? null,
    }),
    close: () => service.stop(),
  };
}

/** The facts of an act that concerns no file. */
export const noFile: ActFacts = { file: null, lot: null, bytes: null, booking: null, entries: 0 };
