import {
  createMandateService,
  createMemoryFileSystem,
  createMemoryHub,
  createMemoryStore,
} from '@synchro/mandate-service';
import type {
  ApiRequest,
  CallOperation,
  Clock,
  FileSystem,
  HandlerAnswer,
  MandateService,
  MemoryHub,
} from '@synchro/mandate-service';
import type { Product } from '@synchro/sync-core/domain';
import {
  ACCOUNTING,
  chartFile,
  entryFile,
  FOLDER,
  index,
  INVOICES,
  invoicesListed,
} from '@synchro/mandate-service/test-files';
import type { WrittenFile } from '@synchro/mandate-service/test-files';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import type { EntryLine } from '@synchro/cresus-files';

/**
 * A whole mandate in memory. It behaves like the agent because it *is* the agent's service, over a store and a file
 * system in memory; what a program would do to its files, a test does to `files`.
 */
export interface World {
  readonly service: MandateService;
  readonly files: ReturnType<typeof createMemoryFileSystem>;
  /** False: nothing answers, as when the agent is not running. Open streams break. */
  setOnline(online: boolean): void;
  readonly isOnline: boolean;
  onOnlineChange(listener: () => void): () => void;
  /** The server for shared mandates and the way to it; somebody is signed in until told otherwise. */
  readonly hub: MemoryHub;
  /** Creates a mandate from its accounting file, as a user's first step. @returns its id */
  createMandate(options?: WorldMandate): Promise<string>;
  /** The invoicing program rewrites its entry file in one go. */
  writeInvoices(lines: readonly EntryLine[], header?: WrittenFile): void;
}

/** A mandate to be created; its accounting file, index, chart and entry file are made where they are not there. */
export interface WorldMandate {
  readonly name?: string;
  /** Where its files lie. */
  readonly folder?: string;
  readonly shared?: boolean;
  /** Documents of its other programs, attached with the id by which these know them. */
  readonly documents?: readonly WorldDocument[];
}

export interface WorldDocument {
  readonly product: Exclude<Product, 'compta'>;
  readonly path: string;
  readonly documentId?: string;
}

export interface WorldOptions {
  readonly clock?: Clock;
  readonly machine?: string;
  /** Where the page to sign in on is said to be. */
  readonly signInUrl?: string;
}

/** A world with a real clock, so that what waits for quiet files waits as it would. */
export function createWorld(options: WorldOptions = {}): World {
  const { clock = realClock(), machine = 'PC-ANNA' } = options;
  const files = createMemoryFileSystem();
  const store = createMemoryStore();
  const hub = createMemoryHub({
    clock,
    ...(options.signInUrl === undefined ? {} : { signInUrl: options.signInUrl }),
  });
  const troubles: unknown[] = [];
  const service = createMandateService({
    store,
    files: files satisfies FileSystem,
    clock,
    newId: () => crypto.randomUUID(),
    sha256: (bytes) => bytesToHex(sha256(bytes)),
    machine,
    version: '0.0.0-world',
    showFile: null,
    hub,
    followsFiles: true,
    chooserRoots: ['/'],
    onTrouble: (what, cause) => troubles.push({ what, cause }),
  });
  files.onChange((folder) => {
    for (const id of service.folders().get(folder) ?? []) service.scans.hint(id);
  });

  const call = async <O extends CallOperation>(
    operation: O,
    request: Partial<ApiRequest<O>>,
  ): Promise<HandlerAnswer<O>> => {
    const handler = service.handlers[operation] as (given: unknown) => Promise<HandlerAnswer<O>>;
    return handler({ params: undefined, query: {}, body: undefined, idempotencyKey: null, ...request });
  };

  let isOnline = true;
  let lot = 1;
  const onlineListeners = new Set<() => void>();
  return {
    service,
    files,
    setOnline(online) {
      isOnline = online;
      for (const listener of [...onlineListeners]) listener();
    },
    get isOnline() {
      return isOnline;
    },
    onOnlineChange(listener) {
      onlineListeners.add(listener);
      return () => onlineListeners.delete(listener);
    },
    hub,
    async createMandate({ name = 'Atelier Rochat', folder = FOLDER, shared = false, documents = [] } = {}) {
      const here = (path: string) => path.replace(FOLDER, folder);
      const provide = async (path: string, content: string | Uint8Array) => {
        if ((await files.stat(path)) === null) files.write(path, content);
      };
      await provide(here(ACCOUNTING), `the accounting of ${name}: an opaque binary`);
      await provide(here(`${FOLDER}/Compta 2026.ecc`), index(invoicesListed));
      await provide(here(`${FOLDER}/Compta 2026.crp`), chartFile());
      await provide(here(INVOICES), entryFile([]));
      const { id } = await call('createMandate', { body: { name, accountingFile: here(ACCOUNTING) } });
      for (const document of documents) {
        await provide(document.path, `a document of ${document.product}: an opaque binary`);
        await call('attachFile', { params: { mandateId: id }, body: document });
      }
      if (shared) {
        store.transaction((tx) => {
          const mandate = tx.mandates.get(id);
          if (mandate !== undefined) tx.mandates.put({ ...mandate, kind: 'shared' });
        });
        hub.accept(id); // Told to everybody who listens, as every change of a shared mandate.
      }
      return id;
    },
    writeInvoices(lines, header) {
      lot += 1;
      files.write(INVOICES, entryFile(lines, { lot, ...header }));
    },
  };
}

function realClock(): Clock {
  return {
    now: () => new Date().toISOString(),
    elapsedMs: () => performance.now(),
    after(ms, run) {
      const timer = setTimeout(run, ms);
      return () => clearTimeout(timer);
    },
  };
}
