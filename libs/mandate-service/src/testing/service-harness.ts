import type { EntryLine } from '@synchro/cresus-files';
import { routes } from '@synchro/sync-core/contract';
import type { EntryPage, MandateMessage, PostingRequest } from '@synchro/sync-core/contract';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { Value } from 'typebox/value';
import { createManualClock } from './manual-clock.js';
import type { ManualClock } from './manual-clock.js';
import { createMemoryHub } from '../hub/memory-hub.js';
import type { FileSystem } from '../files/file-system.js';
import { createMemoryFileSystem } from '../files/memory-file-system.js';
import type { ApiRequest, CallOperation, HandlerAnswer } from '../handlers.js';
import { createMandateService } from '../service.js';
import { present } from '../use-cases/lookups.js';
import type { Fingerprint } from '../store/records.js';
import type { MandateStore } from '../store/store.js';
import { ACCOUNTING, chartFile, entryFile, FOLDER, index, INVOICES, invoicesListed } from './test-files.js';
import type { WrittenFile } from './test-files.js';

/** The service over a store and a file system in memory, with a clock that the test drives. */
export interface ServiceHarness extends AsyncDisposable {
  readonly clock: ManualClock;
  readonly files: ReturnType<typeof createMemoryFileSystem>;
  readonly store: MandateStore;
  /** Paths that the service read whole, or opened piece by piece, and folders that it listed, in their order. */
  readonly readWhole: readonly string[];
  /** Does something once after the service looked at this file, or while it reads, makes, moves or replaces it. */
  meanwhile(use: 'stat' | 'read' | 'create' | 'move' | 'replace', path: string, act: () => unknown): void;
  readonly opened: readonly string[];
  readonly listed: readonly string[];
  /** Paths that it wrote, in their order. */
  readonly replaced: readonly string[];
  /** Paths that it may not write from now on, as in a read-only folder. */
  readonly readOnly: Set<string>;
  /**
   * Lets a call on a path fail with this code of the system (`EACCES`) until `null` is given. `SHORT`: what is read never
   * is as long as the file, as of a placeholder for a file in a cloud.
   */
  refuse(use: RefusableCall, path: string, code: string | null): void;
  /** From now on all time stamps of files are multiples of so many milliseconds. */
  coarsenStamps(spanMs: number): void;
  /** Gives files a time stamp that no program would give them. */
  readonly stamps: Map<string, number>;
  readonly hub: ReturnType<typeof createMemoryHub>;
  readonly service: ReturnType<typeof createMandateService>;
  /** The time of the test's clock. */
  now(): string;
  /** Another service over the same store and files, as after a restart; `meanwhile` no service runs. */
  restart(meanwhile?: () => void | Promise<void>): Promise<void>;
  /** The same after the service was killed in the middle of what it does: nothing of it goes on. */
  restartKilled(): Promise<void>;
  /** Calls an operation as HTTP would; the answer must fit the contract's schema. */
  call<O extends CallOperation>(operation: O, request: Partial<ApiRequest<O>>): Promise<HandlerAnswer<O>>;
  /** Waits until what the files' changes hinted at has been scanned. */
  settle(): Promise<void>;
  /** As if somebody had shared the mandate. */
  share(mandateId: string): void;
  advance(ms: number): Promise<void>;
  /** Writes the invoices as a program does that writes in one go, and waits until everything counts. */
  writeInvoices(lines: readonly EntryLine[], header?: WrittenFile): Promise<void>;
  createMandate(): Promise<MandateMessage>;
  /** The pending entries, the first 200 unless asked otherwise. */
  entries(mandateId: string, query?: object): Promise<EntryPage>;
  status(): ReturnType<ReturnType<typeof createMandateService>['getStatus']>;
  post(
    mandate: MandateMessage,
    request?: Partial<PostingRequest>,
    key?: string,
  ): Promise<HandlerAnswer<'createPosting'>>;
  exported(
    mandate: MandateMessage,
    postingId: string,
    query?: { reversal?: boolean; again?: boolean },
    key?: string,
  ): Promise<string[]>;
}

/** A call of the file system that can be refused. */
export type RefusableCall = 'stat' | 'read' | 'list' | 'listKinds' | 'create' | 'move' | 'replace';

/** In which people may look for files, beside the folders of the mandates. */
export const HOME = '/home/anna';

/** @param beside another machine over the same files, whose clock it shares */
export function openServiceHarness(
  store: MandateStore,
  machine = 'PC-ANNA',
  beside?: Pick<ServiceHarness, 'clock' | 'files'>,
): ServiceHarness {
  const clock = beside?.clock ?? createManualClock('2026-07-01T08:00:00.000Z');
  const files = beside?.files ?? createMemoryFileSystem({ now: clock.nowMs });
  const hub = createMemoryHub({ clock });
  const readWhole: string[] = [];
  const acts = new Map<string, () => unknown>();
  const actOnce = async (use: string): Promise<void> => {
    const act = acts.get(use);
    acts.delete(use);
    await act?.();
  };
  const refused = new Map<string, string>();
  const orRefuse = (use: RefusableCall, path: string): void => {
    const code = refused.get(`${use} ${path}`);
    if (code !== undefined && code !== 'SHORT')
      throw Object.assign(new Error(`${code}: ${use} ${path}`), { code, path });
  };
  let stampSpanMs = 0;
  const floor = (ms: number) => (stampSpanMs === 0 ? ms : Math.floor(ms / stampSpanMs) * stampSpanMs);
  const stamped = <F extends { readonly fingerprint: Fingerprint }>(found: F): F => {
    const { modifiedAtMs, changedAtMs = 0, ...look } = found.fingerprint;
    const fingerprint = { ...look, modifiedAtMs: floor(modifiedAtMs), changedAtMs: floor(changedAtMs) };
    return { ...found, fingerprint };
  };
  const opened: string[] = [];
  const listed: string[] = [];
  const replaced: string[] = [];
  const readOnly = new Set<string>();
  const stamps = new Map<string, number>();
  let ids = 0;
  let keys = 0;
  const surroundings: Parameters<typeof createMandateService>[0] = {
    store,
    files: {
      ...files,
      async stat(path) {
        orRefuse('stat', path);
        const found = await files.stat(path);
        await actOnce(`stat ${path}`);
        if (found?.kind !== 'file') return found;
        const shown = stamped(found);
        const modifiedAtMs = stamps.get(path) ?? shown.fingerprint.modifiedAtMs;
        return { ...shown, fingerprint: { ...shown.fingerprint, modifiedAtMs } };
      },
      async list(folder) {
        orRefuse('list', folder);
        return files.list(folder);
      },
      async read(path, limit) {
        orRefuse('read', path);
        readWhole.push(path);
        const found = await files.read(path, limit);
        await actOnce(`read ${path}`);
        return found === null || refused.get(`read ${path}`) === 'SHORT' ? null : stamped(found);
      },
      readPieces(path, take) {
        opened.push(path);
        return files.readPieces(path, take);
      },
      async listKinds(folder, within) {
        orRefuse('listKinds', folder);
        listed.push(folder);
        return files.listKinds(folder, within);
      },
      async create(path, bytes) {
        await actOnce(`create ${path}`);
        orRefuse('create', path);
        return files.create(path, bytes);
      },
      async move(from, to) {
        await actOnce(`move ${from}`);
        orRefuse('move', from);
        return files.move(from, to);
      },
      async replace(path, bytes) {
        orRefuse('replace', path);
        if (readOnly.has(path)) throw Object.assign(new Error(`EROFS: ${path}`), { code: 'EROFS', path });
        await actOnce(`replace ${path}`);
        replaced.push(path);
        await files.replace(path, bytes);
      },
    },
    clock,
    newId: () => `${beside === undefined ? 'id' : machine}-${(ids += 1)}`,
    sha256: (bytes) => bytesToHex(sha256(bytes)),
    machine,
    version: '0.0.0-test',
    showFile: null,
    hub,
    followsFiles: true,
    chooserRoots: [HOME],
    onTrouble: (what, cause) => {
      if (!/^(reading|writing)/.test(what)) throw new Error(what, { cause });
    },
  };
  let life: { isOver: boolean } = { isOver: false };
  const openService = () => {
    const own: typeof life = { isOver: false };
    life = own;
    const after: ManualClock['after'] = (ms, run) => clock.after(ms, () => (own.isOver ? undefined : run()));
    return createMandateService({
      ...surroundings,
      clock: { ...clock, after },
      files: whileAlive(surroundings.files, own),
    });
  };
  const scanAll = async () => {
    for (const mandates of service.folders().values()) for (const id of mandates) service.scans.hint(id);
    await service.scans.idle();
  };
  let service = openService();
  const stop = files.onChange((folder) => {
    for (const id of service.folders().get(folder) ?? []) service.scans.hint(id);
  });
  if (beside === undefined) {
    files.write(ACCOUNTING, 'the accounting: an opaque binary');
    files.write(`${FOLDER}/Compta 2026.ecc`, index(invoicesListed));
    files.write(`${FOLDER}/Compta 2026.crp`, chartFile());
    files.write(INVOICES, entryFile([]));
  }

  const harness: ServiceHarness = {
    clock,
    files,
    store,
    readWhole,
    meanwhile: (use, path, act) => void acts.set(`${use} ${path}`, act),
    refuse(use, path, code) {
      if (code === null) refused.delete(`${use} ${path}`);
      else refused.set(`${use} ${path}`, code);
    },
    opened,
    listed,
    replaced,
    readOnly,
    coarsenStamps: (spanMs) => void (stampSpanMs = spanMs),
    stamps,
    hub,
    get service() {
      return service;
    },
    now: clock.now,
    async restart(meanwhile = () => undefined) {
      await service.close();
      await meanwhile();
      service = openService();
      await scanAll();
    },
    async restartKilled() {
      life.isOver = true;
      service = openService();
      await scanAll();
    },
    async call(operation, request) {
      const handler = service.handlers[operation] as (
        given: unknown,
      ) => Promise<HandlerAnswer<typeof operation>>;
      const answer = await handler({
        params: undefined,
        query: {},
        body: undefined,
        idempotencyKey: null,
        ...request,
      });
      const { schema } = routes[operation].answer;
      if (schema !== null && !(answer instanceof Uint8Array) && !Value.Check(schema, answer))
        throw new Error(
          `${operation} broke its contract: ${JSON.stringify(Value.Errors(schema, answer).slice(0, 3))}`,
        );
      return answer;
    },
    settle: () => service.scans.idle(),
    share: (mandateId) =>
      store.transaction((tx) =>
        tx.mandates.put({ ...present(tx.mandates.get(mandateId), 'the mandate'), kind: 'shared' }),
      ),
    async advance(ms) {
      await service.scans.idle();
      await clock.advance(ms, () => service.scans.idle());
    },
    async writeInvoices(lines, header) {
      files.write(INVOICES, entryFile(lines, header));
      await harness.advance(5000);
    },
    async createMandate() {
      return harness.call('createMandate', { body: { name: 'Atelier Rochat', accountingFile: ACCOUNTING } });
    },
    entries: (mandateId, query = {}) =>
      harness.call('listEntries', { params: { mandateId }, query: { limit: 200, ...query } }),
    status: () => service.getStatus({ product: 'compta', path: ACCOUNTING }),
    post: (mandate, request = {}, key = `key-${(keys += 1)}`) =>
      harness.call('createPosting', {
        params: { mandateId: mandate.id },
        query: {},
        body: { entries: 'all', revision: harness.status().revision, ...request },
        idempotencyKey: key,
      }),
    async exported(mandate, postingId, query = {}, key) {
      const bytes = await harness.call('exportPosting', {
        params: { mandateId: mandate.id, postingId },
        query: { format: 'extended', reversal: false, again: false, ...query },
        idempotencyKey: key ?? null,
      });
      return Array.from(bytes, (byte) => String.fromCharCode(byte))
        .join('')
        .split('\r\n')
        .slice(0, -1);
    },
    async [Symbol.asyncDispose]() {
      stop();
      await service.close();
    },
  };
  return harness;
}

/** Of a service that was killed, no call is answered. */
function whileAlive(files: FileSystem, life: { readonly isOver: boolean }): FileSystem {
  return new Proxy(files, {
    get(target, name, receiver): unknown {
      const value: unknown = Reflect.get(target, name, receiver);
      if (typeof value !== 'function') return value;
      return (...given: readonly unknown[]): unknown =>
        life.isOver ? new Promise(() => undefined) : Reflect.apply(value, target, given);
    },
  });
}
