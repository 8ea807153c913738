import { createMandateService, createMemoryFileSystem, createMemoryStore } from '@synchro/mandate-service';
import type { Clock, FileSystem, MandateService } from '@synchro/mandate-service';
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
  /** Creates the mandate from its accounting file, as a user's first step. */
  createMandate(name?: string): Promise<string>;
  /** The invoicing program rewrites its entry file in one go. */
  writeInvoices(lines: readonly EntryLine[], header?: WrittenFile): void;
}

export interface WorldOptions {
  readonly clock?: Clock;
  readonly machine?: string;
}

/** A world with a real clock, so that what waits for quiet files waits as it would. */
export function createWorld({ clock = realClock(), machine = 'PC-ANNA' }: WorldOptions = {}): World {
  const files = createMemoryFileSystem();
  files.write(ACCOUNTING, 'the accounting: an opaque binary');
  files.write(`${FOLDER}/Compta 2026.ecc`, index(invoicesListed));
  files.write(`${FOLDER}/Compta 2026.crp`, chartFile());
  files.write(INVOICES, entryFile([]));
  const troubles: unknown[] = [];
  const service = createMandateService({
    store: createMemoryStore(),
    files: files satisfies FileSystem,
    clock,
    newId: () => crypto.randomUUID(),
    sha256: (bytes) => bytesToHex(sha256(bytes)),
    machine,
    version: '0.0.0-world',
    showFile: null,
    onTrouble: (what, cause) => troubles.push({ what, cause }),
  });
  files.onChange((folder) => {
    for (const id of service.folders().get(folder) ?? []) service.scans.hint(id);
  });

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
    async createMandate(name = 'Atelier Rochat') {
      const body = { name, accountingFile: ACCOUNTING };
      const mandate = await service.handlers.createMandate({
        params: undefined,
        query: undefined,
        body,
        idempotencyKey: null,
      });
      return mandate.id;
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
