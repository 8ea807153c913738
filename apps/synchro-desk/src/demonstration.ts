import { isPlaceAct, isWorldAct, noFile } from './acts.js';
import type { Act, ActReport, ActResult, DeskState, HubFacts, Performed, WorldAct } from './acts.js';
import type { Places } from './places.js';
import type { ServiceSwitch } from './service-switch.js';
import type { Workshop } from './workshop.js';

/** How many acts the page's log goes back. */
const KEPT_ACTS = 30;

/** Internet, account and server around the simulated service. */
export interface Surroundings {
  readonly facts: HubFacts;
  perform(act: WorldAct): Performed;
  /** Back to how it began: signed in, connected. */
  reset(): void;
}

export interface DemonstrationOptions {
  readonly workshop: Workshop;
  readonly places: Places;
  readonly service: ServiceSwitch;
  /** `null`: the service is real, and so is what is around it. */
  readonly surroundings: Surroundings | null;
  /** Has the service know the mandate as at the beginning: its files at home, nothing posted since. */
  readonly resetService: () => Promise<void>;
  readonly now: () => Date;
  /** What went wrong, for the terminal or the console; the page only says that it did. */
  readonly onTrouble: (error: unknown) => void;
}

/** The whole demonstration behind the page's buttons: the files' programs, the file manager and the service. */
export interface Demonstration {
  /** Two invoices that wait: something must be there from the first moment, or the banner has nothing to say. */
  begin(): Promise<void>;
  /** One act after the other, in the order in which they are asked for. */
  perform(act: Act): Promise<ActResult>;
  state(): Promise<DeskState>;
  /** Ends the service and leaves the files where the next start looks for them. */
  close(): Promise<void>;
}

export function createDemonstration(options: DemonstrationOptions): Demonstration {
  const { workshop, places, service, surroundings } = options;
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

  /** Another program may hold the files, and the system then does not let them go elsewhere. */
  const inFileManager = async (act: () => Promise<Performed>): Promise<Performed> => {
    try {
      return await act();
    } catch (error) {
      options.onTrouble(error);
      return { refusal: 'system-refused' };
    }
  };

  const reset = async (): Promise<Performed> => {
    const started = await startService();
    if ('refusal' in started) return started;
    const putBack = await inFileManager(() => places.putBack().then(() => noFile));
    if ('refusal' in putBack) return putBack;
    surroundings?.reset();
    const facts = await workshop.perform('reset');
    await options.resetService().catch(options.onTrouble);
    return facts;
  };

  const factsOf = async (act: Act): Promise<Performed> => {
    if (isWorldAct(act)) return surroundings?.perform(act) ?? { refusal: 'not-there' };
    if (isPlaceAct(act)) return inFileManager(() => places.perform(act));
    if (act === 'start-service') return startService();
    if (act === 'reset') return reset();
    if (act === 'stop-service') {
      await service.stop();
      return noFile;
    }
    const { isUnplugged } = await places.state();
    return isUnplugged ? { refusal: 'drive-unplugged' } : workshop.perform(act);
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

  let queue: Promise<unknown> = Promise.resolve();
  /** A folder must not go away under a program that is writing in it. */
  const inTurn = <T>(act: () => Promise<T>): Promise<T> => {
    const done = queue.then(act);
    queue = done.catch(() => undefined); // The failure is the caller's; the next act is none the worse for it.
    return done;
  };

  return {
    begin: () => inTurn(begin),
    perform: (act) => inTurn(() => perform(act)),
    state: async () => ({
      ...workshop.condition(),
      files: await workshop.files(),
      acts: [...reports],
      isServiceRunning: service.isRunning,
      documents: places.documents,
      places: await places.state(),
      hub: surroundings?.facts ?? null,
    }),
    close: () =>
      inTurn(async () => {
        await service.stop();
        await places.putBack().catch(options.onTrouble);
      }),
  };
}
