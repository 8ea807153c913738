import { FileAccessError } from '@synchro/mandate-service';

/** Where a call of the file system goes. */
export interface Destination {
  readonly folder: string;
  /** A call that can hang because of this file alone (a link, a file that a cloud has to fetch); `null`: the folder. */
  readonly file: string | null;
}

export interface LanesOptions {
  /** How many threads run calls of the file system (`UV_THREADPOOL_SIZE`). */
  readonly threads: number;
  /** The volume that a folder seems to be on, from its path alone. */
  readonly volumeOf: (folder: string) => string;
  /** A folder that did not respond may respond again. */
  readonly onReturn: (folder: string) => void;
}

/** Time is counted in turns of the event loop, so that a loop that was busy makes no call late. */
const TICK_MS = 50;
/** From this age a call is late: it says something about its volume. */
const LATE_TICKS = 2;
/** At this age a call is stuck: its caller gets an error. */
const STUCK_TICKS = 40;
/** Idle folders are forgotten beyond this number: a search goes through many. */
const FOLDERS_KEPT = 10_000;

interface Volume {
  readonly fresh: Set<Call>;
  readonly late: Set<Call>;
  readonly waiting: Set<Lane>;
  /** Folders that were refused because of the others on their volume. */
  readonly refused: Set<string>;
  trial: Call | null;
}

interface Lane {
  readonly folder: string;
  volume: Volume;
  readonly waiting: Call[];
  /** Calls that run and are not stuck. */
  running: number;
  stuck: number;
  /** When it last answered, in the order of all starts and answers. */
  answered: number;
}

interface Call {
  readonly lane: Lane;
  readonly file: string | null;
  volume: Volume;
  readonly run: () => Promise<void>;
  readonly fail: (error: FileAccessError) => void;
  started: number;
  tick: number;
  state: 'waiting' | 'fresh' | 'late' | 'stuck' | 'over';
}

/**
 * Runs the calls of the file system so that a slow or dead drive takes no threads from the others. A call that hangs
 * cannot be cancelled: it keeps its thread until the drive answers, or for ever.
 *
 *     waiting ──▶ fresh ── 100 ms ──▶ late ── 2 s ──▶ stuck: the caller gets `not-responding`
 *        │          └───────────────────┴──── answered: the caller gets the answer
 *        └── refused at once: `not-responding`
 *
 *     a folder …                                     │ its calls
 *     with a stuck call                              │ are refused until that call answers
 *     on a volume without late calls                 │ run, 8 at a time per volume, 2 per folder
 *     that answered since the last late call began   │ run, up to 24 on the volume
 *     other, fewer than 8 run on the volume          │ run
 *     other, fewer than 16 run on the volume         │ run one at a time, as a trial
 *     other                                          │ wait; are refused once all that hangs is stuck
 *
 * In all, an eighth of the threads is never used, and at most half of them by late calls of folders that did not answer.
 */
export class Lanes {
  readonly #options: LanesOptions;
  readonly #limits: ReturnType<typeof limitsFor>;
  readonly #lanes = new Map<string, Lane>();
  readonly #volumes = new Map<string, Volume>();
  readonly #inFlight = new Set<Call>();
  readonly #stuckFiles = new Map<string, number>();
  #order = 0;
  #ticks = 0;
  #timer: NodeJS.Timeout | null = null;

  constructor(options: LanesOptions) {
    this.#options = options;
    this.#limits = limitsFor(options.threads);
  }

  /**
   * Runs one call of the system.
   * @param onLate gets the answer if it comes after the caller got its error, to close what was opened
   * @throws {FileAccessError} `not-responding`; what the call throws
   */
  run<T>(to: Destination, call: () => Promise<T>, onLate?: (answer: T) => void): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      const lane = this.#laneOf(to.folder);
      const entry: Call = {
        lane,
        file: to.file,
        volume: lane.volume,
        run: async () => {
          try {
            const answer = await call();
            if (entry.state === 'stuck') onLate?.(answer);
            else resolve(answer);
          } catch (error) {
            reject(error as Error); // As the call threw it.
          }
          this.#settle(entry);
        },
        fail: reject,
        started: 0,
        tick: 0,
        state: 'waiting',
      };
      const verdict = lane.waiting.length > 0 ? 'wait' : this.#verdict(lane, entry);
      if (verdict === 'wait') this.#wait(entry);
      else this.#act(entry, verdict);
    });
  }

  /** Whether a call there would be refused because an earlier one is stuck. */
  isStuck({ folder, file }: Destination): boolean {
    return (file !== null && this.#stuckFiles.has(file)) || (this.#lanes.get(folder)?.stuck ?? 0) > 0;
  }

  /** The volume that a folder is on, as the system says. */
  learnVolume(folder: string, device: bigint | number): void {
    const lane = this.#laneOf(folder);
    const volume = this.#volumeNamed(`device ${device}`);
    if (lane.volume === volume) return;
    if (lane.volume.waiting.delete(lane)) volume.waiting.add(lane);
    lane.volume = volume;
  }

  #laneOf(folder: string): Lane {
    const known = this.#lanes.get(folder);
    if (known !== undefined) return known;
    if (this.#lanes.size >= FOLDERS_KEPT) this.#forgetIdle();
    const volume = this.#volumeNamed(this.#options.volumeOf(folder));
    const lane: Lane = { folder, volume, waiting: [], running: 0, stuck: 0, answered: 0 };
    this.#lanes.set(folder, lane);
    return lane;
  }

  #volumeNamed(name: string): Volume {
    const known = this.#volumes.get(name);
    if (known !== undefined) return known;
    const volume: Volume = {
      fresh: new Set(),
      late: new Set(),
      waiting: new Set(),
      refused: new Set(),
      trial: null,
    };
    this.#volumes.set(name, volume);
    return volume;
  }

  #forgetIdle(): void {
    for (const [folder, lane] of this.#lanes)
      if (lane.running === 0 && lane.stuck === 0 && lane.waiting.length === 0) this.#lanes.delete(folder);
  }

  /** Starts what may start, a call per folder in turn. */
  #pump(volume: Volume): void {
    for (const lane of volume.waiting) {
      if (volume.fresh.size >= this.#limits.fresh && volume.late.size === 0) return;
      const call = lane.waiting[0];
      const verdict = call === undefined ? 'wait' : this.#verdict(lane, call);
      if (call === undefined || verdict === 'wait') continue;
      lane.waiting.shift();
      volume.waiting.delete(lane);
      if (lane.waiting.length > 0) volume.waiting.add(lane);
      this.#act(call, verdict);
    }
  }

  #wait(call: Call): void {
    call.lane.waiting.push(call);
    call.lane.volume.waiting.add(call.lane);
    this.#keepTicking();
  }

  #act(call: Call, verdict: 'start' | 'trial' | 'refuse'): void {
    if (verdict === 'refuse') this.#refuse(call);
    else this.#start(call, verdict === 'trial');
  }

  #verdict(lane: Lane, { file }: Call): 'start' | 'trial' | 'wait' | 'refuse' {
    const { volume } = lane;
    const { fresh, late, trial } = volume;
    if (this.isStuck({ folder: lane.folder, file })) return 'refuse';
    if (this.#inFlight.size >= this.#limits.total) return areStuck(this.#inFlight) ? 'refuse' : 'wait';
    if (lane.running >= this.#limits.perFolder || fresh.size >= this.#limits.fresh) return 'wait';
    if (late.size === 0) return 'start';
    const inFlight = fresh.size + late.size;
    if (lane.answered > newestOf(late)) {
      if (inFlight < this.#limits.answering) return 'start';
    } else if (inFlight < this.#limits.trials && this.#lateInAll() < this.#limits.lateInAll) {
      if (inFlight < this.#limits.silent) return 'start';
      return trial === null ? 'trial' : 'wait';
    }
    // What is merely late answers or is stuck in a moment.
    return fresh.size === 0 && areStuck(late) ? 'refuse' : 'wait';
  }

  #lateInAll(): number {
    let late = 0;
    for (const volume of this.#volumes.values()) late += volume.late.size;
    return late;
  }

  #start(call: Call, isTrial: boolean): void {
    const { lane } = call;
    call.volume = lane.volume;
    call.started = this.#order += 1;
    call.tick = this.#ticks;
    call.state = 'fresh';
    lane.running += 1;
    call.volume.fresh.add(call);
    if (isTrial) call.volume.trial = call;
    this.#inFlight.add(call);
    this.#keepTicking();
    void call.run();
  }

  #refuse(call: Call): void {
    const { lane, file } = call;
    call.state = 'over';
    lane.volume.refused.add(lane.folder);
    const isFile = file !== null && lane.stuck === 0 && this.#stuckFiles.has(file);
    call.fail(new FileAccessError(isFile ? file : lane.folder, 'not-responding'));
  }

  /** The system answered, in time or not. */
  #settle(call: Call): void {
    const { lane, volume, state, file } = call;
    call.state = 'over';
    this.#inFlight.delete(call);
    volume.fresh.delete(call);
    volume.late.delete(call);
    if (volume.trial === call) volume.trial = null;
    lane.answered = this.#order += 1;
    if (state === 'stuck') this.#returned(call, file);
    else lane.running -= 1;
    this.#pump(volume);
    if (lane.volume !== volume) this.#pump(lane.volume);
  }

  #returned({ lane, volume }: Call, file: string | null): void {
    const left = (file === null ? lane.stuck : (this.#stuckFiles.get(file) ?? 0)) - 1;
    if (file === null) lane.stuck = left;
    else if (left > 0) this.#stuckFiles.set(file, left);
    else this.#stuckFiles.delete(file);
    const folders = new Set(volume.refused);
    volume.refused.clear();
    if (left === 0) folders.add(lane.folder);
    for (const folder of folders) this.#options.onReturn(folder);
  }

  #keepTicking(): void {
    // Not kept alive by a drive that is dead.
    this.#timer ??= setInterval(() => this.#tick(), TICK_MS).unref();
  }

  #tick(): void {
    this.#ticks += 1;
    for (const call of [...this.#inFlight]) {
      const age = this.#ticks - call.tick;
      if (call.state === 'fresh' && age >= LATE_TICKS) this.#becomeLate(call);
      if (call.state === 'late' && age >= STUCK_TICKS) this.#becomeStuck(call);
    }
    for (const volume of this.#volumes.values()) if (volume.waiting.size > 0) this.#pump(volume);
    if (this.#inFlight.size > 0 || this.#timer === null) return;
    clearInterval(this.#timer);
    this.#timer = null;
  }

  #becomeLate(call: Call): void {
    call.state = 'late';
    call.volume.fresh.delete(call);
    call.volume.late.add(call);
    if (call.volume.trial === call) call.volume.trial = null;
  }

  #becomeStuck(call: Call): void {
    const { lane, file } = call;
    call.state = 'stuck';
    lane.running -= 1;
    if (file === null) lane.stuck += 1;
    else this.#stuckFiles.set(file, (this.#stuckFiles.get(file) ?? 0) + 1);
    call.fail(new FileAccessError(file ?? lane.folder, 'not-responding'));
  }
}

const newestOf = (calls: ReadonlySet<Call>): number => Math.max(...[...calls].map(({ started }) => started));

const areStuck = (calls: ReadonlySet<Call>): boolean => [...calls].every(({ state }) => state === 'stuck');

/** With the 64 threads that the agent starts with: 8, 2, 8, 16, 24, 32 and 56. */
function limitsFor(threads: number) {
  const part = (share: number, least: number) => Math.max(least, Math.floor(threads * share));
  return {
    /** Calls that run on one volume and are not late. */
    fresh: part(1 / 8, 2),
    /** Calls that run in one folder and are not stuck. */
    perFolder: 2,
    /** Calls in flight on a volume with late calls, of folders that did not answer since. */
    silent: part(1 / 8, 1),
    /** The same with those that try whether their folder answers. */
    trials: part(1 / 4, 2),
    /** The same with those of folders that did answer. */
    answering: part(3 / 8, 3),
    lateInAll: part(1 / 2, 2),
    total: part(7 / 8, 3),
  };
}
