import type { Capability, Overview, StatusQuery, StatusSnapshot } from '@synchro/sync-core/contract';
import type { ComptaFacts } from '@synchro/sync-core/domain';
import type { Environment, Surroundings } from './environment.js';
import { createVersionReader } from './use-cases/version-reader.js';
import { orAccessFailure, withAccessFailures } from './use-cases/access-failure.js';
import { getOverview } from './use-cases/get-overview.js';
import { getStatus } from './use-cases/get-status.js';
import { isAttached } from './use-cases/lookups.js';
import type { StatusContext } from './use-cases/get-status.js';
import { createHandlers } from './handlers.js';
import type { Handlers } from './handlers.js';
import { createFileSearches } from './use-cases/file-searches.js';
import type { FileSearches } from './use-cases/file-searches.js';
import { placesOf } from './use-cases/links.js';
import { createFailedChecks } from './scan/failed-checks.js';
import { createSpacedAttempts } from './scan/spaced-attempts.js';
import { createScanScheduler } from './scan/scan-scheduler.js';
import type { ScanScheduler } from './scan/scan-scheduler.js';
import { tellWhenOver } from './tell-when-over.js';
import { createTurns } from './turns.js';

/**
 * Everything Synchro does about mandates, over any store and any file system. The agent puts HTTP, a watcher and
 * SQLite around it; the world msw, buttons and memory.
 */
export interface MandateService {
  /** The operations of the API that are asked and answered once, by their name in the contract's table. */
  readonly handlers: Handlers;
  readonly scans: ScanScheduler;
  /** Looks for a lost file in a folder that a person names, telling how far it is until it is over or given up. */
  readonly searchFile: FileSearches['run'];
  getStatus(query: StatusQuery): StatusSnapshot;
  getOverview(): Overview;
  /** Tells after each change, whatever it was; what it means for a scope follows from asking for its snapshot. */
  onChange(listener: () => void): () => void;
  /** The folders in which something may happen that concerns a mandate, each with its mandates. */
  folders(): ReadonlyMap<string, ReadonlySet<string>>;
  /** The watcher cannot be told of changes in these folders and looks now and then instead. */
  setDegradedFolders(folders: ComptaFacts['degradedFolders']): void;
  close(): Promise<void>;
}

export function createMandateService(surroundings: Surroundings): MandateService {
  const listeners = new Set<() => void>();
  const changed = () => {
    for (const listener of listeners) listener();
  };
  /** `null` after a file was attached or detached: asked for at every hint, it must cost nothing in between. */
  let folders: ReadonlyMap<string, ReadonlySet<string>> | null = null;
  const env: Environment = {
    ...surroundings,
    versions: createVersionReader(surroundings.sha256),
    checks: createFailedChecks({
      clock: surroundings.clock,
      onChange: changed,
      onError: surroundings.onTrouble,
    }),
    claimWrites: createSpacedAttempts(surroundings.clock),
    turns: createTurns(),
    store: {
      read: (use) => surroundings.store.read(use),
      transaction: (use) => {
        const result = surroundings.store.transaction((tx) =>
          use({
            ...tx,
            files: noting(tx.files, () => (folders = null)),
            links: noting(tx.links, () => (folders = null)),
            linkChanges: noting(tx.linkChanges, () => restored.outdate()),
          }),
        );
        changed();
        restored.renew();
        return result;
      },
    },
  };
  const restored = tellWhenOver(env, changed);
  const scans = createScanScheduler(env);
  const searches = createFileSearches(env, scans);
  let degradedFolders: ComptaFacts['degradedFolders'] = [];
  const service = { version: env.version, startedAt: env.clock.now() };
  const context = (): StatusContext => ({
    nameOf: env.files.nameOf,
    folderOf: env.files.folderOf,
    capabilities: capabilitiesOf(env),
    service,
    degradedFolders,
    failedChecks: (mandateId) => env.checks.of(mandateId),
    hub: env.hub?.facts() ?? null,
    now: env.clock.now(),
  });

  const stopListening = env.hub?.onChange(changed);
  const status = (query: StatusQuery) => env.store.read((tx) => getStatus(tx, query, context()));
  return {
    handlers: withAccessFailures(
      createHandlers(env, scans, status, () => env.store.read((tx) => getOverview(tx, context()))),
    ),
    scans,
    searchFile: (params, query, follower) => orAccessFailure(() => searches.run(params, query, follower)),
    getStatus: status,
    getOverview: () => env.store.read((tx) => getOverview(tx, context())),
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    folders: () => (folders ??= foldersOf(env)),
    setDegradedFolders(folders) {
      degradedFolders = folders;
      changed();
    },
    async close() {
      await searches.close();
      await scans.close();
      restored.close();
      stopListening?.();
      listeners.clear();
    },
  };
}

/** A table that tells of every write. */
function noting<R, T extends { put(record: R): void; delete(id: string): void }>(
  table: T & { put(record: R): void },
  written: () => void,
): T {
  return {
    ...table,
    put(record) {
      written();
      table.put(record);
    },
    delete(id) {
      written();
      table.delete(id);
    },
  };
}

function capabilitiesOf(env: Environment): readonly Capability[] {
  const always: readonly Capability[] = [
    'post',
    'already-posted',
    'unpost',
    'export',
    'arrival',
    'confirm-source',
    'ignore-twin',
    'take-over',
    'manage-mandates',
    'browse-folders',
    'file-entries',
  ];
  const perhaps: readonly (readonly [boolean, readonly Capability[]])[] = [
    [env.showFile !== null, ['show-in-folder']],
    [env.hub !== null, ['sign-in', 'retry-sync']],
    [env.followsFiles, ['attach-file', 'restore-link', 'migrate', 'search-folder', 'undo-link']],
  ];
  return [...always, ...perhaps.flatMap(([isThere, capabilities]) => (isThere ? capabilities : []))];
}

function foldersOf(env: Environment): ReadonlyMap<string, ReadonlySet<string>> {
  const folders = new Map<string, Set<string>>();
  const add = (path: string, mandateId: string) => {
    const folder = env.files.folderOf(path);
    const mandates = folders.get(folder) ?? new Set();
    folders.set(folder, mandates.add(mandateId));
  };
  env.store.read((tx) => {
    for (const { path, mandateId, detachedAt } of tx.files.all())
      if (detachedAt === null) add(path, mandateId);
    for (const { id, chartPath, mandateId } of tx.accountings.all())
      if (chartPath !== null && isAttached(tx, id)) add(chartPath, mandateId);
    // Where a missing file may turn up: beside its folder, and where it was found.
    for (const link of tx.links.by('status', 'missing')) {
      const file = tx.files.get(link.id);
      if (file?.detachedAt !== null) continue;
      add(env.files.folderOf(file.path), link.mandateId);
      for (const { path } of placesOf(link)) add(path, link.mandateId);
    }
  });
  return folders;
}
