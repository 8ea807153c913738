import { createHash, randomUUID } from 'node:crypto';
import { existsSync, lstatSync, rmSync } from 'node:fs';
import { hostname } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ANSWERS_KEPT_DAYS, createMandateService, forgetAnswers } from '@synchro/mandate-service';
import type { MandateService } from '@synchro/mandate-service';
import type { Logger } from 'pino';
import { createRealFileSystem } from './files/real-file-system.js';
import { fileManager } from './files/file-manager.js';
import { listeningPort } from './http/listening-port.js';
import { createServer } from './http/server.js';
import { makePrivate, NotPrivateError } from './private-file.js';
import { DatabaseError, openSqliteStore } from './store/sqlite-store.js';
import { FolderInUseError, lockFolder } from './store/lock.js';
import { systemClock } from './system-clock.js';
import { openTokenFile } from './token-file.js';
import { createFolderWatcher } from './watch/folder-watcher.js';
import { version } from './version.js';

export interface AgentOptions {
  readonly data: string;
  readonly tokenFile: string;
  readonly port: number;
  readonly allowedOrigins: readonly string[];
  /** Folders in which people may look for files, beside those of the mandates. */
  readonly chooserRoots: readonly string[];
  readonly logger: Logger;
  /** For work of many seconds, see `interruptible-work.ts`. */
  readonly interruptibly?: <T>(work: () => T) => T;
}

export interface Agent extends AsyncDisposable {
  readonly url: string;
  readonly tokenFile: string;
  readonly service: MandateService;
  close(): Promise<void>;
}

/** The agent cannot start, for a reason that a person can mend; the message says which. */
export class StartError extends Error {
  override readonly name = 'StartError';
}

/**
 * Builds the agent from its parts, in the order in which they depend on each other, and starts it: what changed while
 * it was off is found by the first scan, which the answer does not wait for.
 * @throws {StartError} the folder cannot be made or written; another agent uses it; the database is newer or broken;
 *   the port is taken
 */
export async function startAgent(options: AgentOptions): Promise<Agent> {
  const { logger } = options;
  const lock = orStartError(() => lockFolder(options.data));
  const database = orStartError(() => {
    forgetFormerToken(options);
    for (const name of PRIVATE_FILES) makePrivate(join(options.data, name));
    return openSqliteStore(options.data);
  }, lock.release);
  const token = orStartError(
    () =>
      openTokenFile(options.tokenFile, {
        onTrouble: (cause) => logger.error({ err: cause }, 'the token file cannot be used: nobody gets in'),
      }),
    () => {
      database.close();
      lock.release();
    },
  );

  const service = createMandateService({
    store: database.store,
    files: createRealFileSystem(),
    clock: systemClock,
    newId: randomUUID,
    sha256: (bytes) => createHash('sha256').update(bytes).digest('hex'),
    machine: hostname(),
    version,
    showFile: fileManager(),
    hub: null,
    followsFiles: true,
    chooserRoots: options.chooserRoots,
    onTrouble: (what, cause) => logger.error({ err: cause }, what),
    ...(options.interruptibly === undefined ? {} : { interruptibly: options.interruptibly }),
  });
  const watcher = createFolderWatcher({
    onHint: (folder) => {
      for (const mandateId of service.folders().get(folder) ?? []) service.scans.hint(mandateId);
    },
    onDegraded: (folders) => service.setDegradedFolders(folders),
  });
  const watchAll = () => watcher.setFolders(new Set(service.folders().keys()));
  const following = oncePerTurn(watchAll);
  const stopFollowing = service.onChange(() => following.signal());
  watchAll();

  const server = await createServer({
    service,
    token,
    version,
    allowedOrigins: options.allowedOrigins,
    webRoot: webRoot(),
    logger,
  });
  let closing: Promise<void> | null = null;
  const closeAll = async () => {
    stopFollowing();
    following.close();
    token.close();
    await server.close();
    watcher.close();
    await service.close();
    database.close();
    lock.release();
  };
  const close = () => (closing ??= closeAll());
  try {
    await server.listen({ host: '127.0.0.1', port: options.port });
  } catch (error) {
    await close();
    throw asPortError(error, options.port);
  }
  forgetOldAnswers(database.store);
  for (const mandates of service.folders().values()) for (const id of mandates) service.scans.hint(id);

  return {
    url: `http://127.0.0.1:${listeningPort(server)}`,
    tokenFile: token.path,
    service,
    close,
    [Symbol.asyncDispose]: close,
  };
}

/** What was restored from a backup may be readable by everybody [G13]. */
const PRIVATE_FILES = ['synchro.db', 'synchro.db-wal', 'synchro.db-shm'];

/** Earlier versions had the token in the data folder, and backups have it: it is worth nothing any more. */
function forgetFormerToken({ data, tokenFile }: AgentOptions): void {
  const former = join(data, 'token');
  if (former !== tokenFile && lstatSync(former, { throwIfNoEntry: false })?.isFile() === true) rmSync(former);
}

function orStartError<T>(open: () => T, undo?: () => void): T {
  try {
    return open();
  } catch (error) {
    undo?.();
    // What the system refuses says itself to what: "EACCES: permission denied, mkdir '/data'".
    const isExplained =
      error instanceof FolderInUseError ||
      error instanceof DatabaseError ||
      error instanceof NotPrivateError ||
      (error instanceof Error && 'syscall' in error);
    if (isExplained) throw new StartError(error.message, { cause: error });
    throw error;
  }
}

function asPortError(error: unknown, port: number): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  const reason = code === 'EADDRINUSE' ? 'is taken' : code === 'EACCES' ? 'is not allowed' : null;
  if (reason === null)
    return error instanceof Error && 'syscall' in error
      ? new StartError(error.message, { cause: error })
      : error;
  return new StartError(`Port ${port} ${reason}; choose another with --port, or 0 for any free one.`, {
    cause: error,
  });
}

/** Many changes in one turn are followed once: with hundreds of mandates each look at all folders costs milliseconds. */
function oncePerTurn(run: () => void): { signal(): void; close(): void } {
  let due: NodeJS.Immediate | null = null;
  return {
    signal() {
      due ??= setImmediate(() => {
        due = null;
        run();
      });
    },
    close() {
      if (due !== null) clearImmediate(due);
      due = null;
    },
  };
}

function forgetOldAnswers(store: Parameters<typeof createMandateService>[0]['store']): void {
  const until = new Date(Date.now() - ANSWERS_KEPT_DAYS * 86_400_000).toISOString();
  store.transaction((tx) => forgetAnswers(tx, until));
}

/** The web apps lie beside the built agent; an agent run from its sources finds those of the last build. */
function webRoot(): string | null {
  const here = dirname(fileURLToPath(import.meta.url));
  const candidates = [join(here, 'web'), join(here, '../dist/web')];
  return candidates.find((folder) => existsSync(folder)) ?? null;
}
