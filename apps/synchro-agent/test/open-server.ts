import { createHash, randomUUID } from 'node:crypto';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createMandateService, createMemoryStore } from '@synchro/mandate-service';
import type { MandateService, Surroundings } from '@synchro/mandate-service';
import { createRealFileSystem } from '../src/files/real-file-system.js';
import { createServer } from '../src/http/server.js';
import type { ServerOptions } from '../src/http/server.js';
import { systemClock } from '../src/system-clock.js';

/** The HTTP side alone, over a service in memory: for limits, clocks and files that the agent itself does not let choose. */
export interface TestServer extends AsyncDisposable {
  readonly url: string;
  readonly port: number;
  readonly host: string;
  readonly token: string;
  readonly webRoot: string;
  readonly service: MandateService;
  /** Asks as a program that has the token. */
  fetch(
    path: string,
    init?: Omit<RequestInit, 'headers'> & { readonly headers?: Record<string, string> },
  ): Promise<Response>;
  close(): Promise<void>;
}

/** A token that only the test changes. */
export function changingToken(first: string) {
  let token = first;
  const listeners = new Set<() => void>();
  return {
    current: () => token,
    onChange: (run: () => void) => {
      listeners.add(run);
      return () => listeners.delete(run);
    },
    change(changed: string) {
      token = changed;
      for (const run of listeners) run();
    },
  };
}

export interface TestServerOptions extends Partial<Omit<ServerOptions, 'version' | 'webRoot'>> {
  /** Files to be served, by their path. */
  readonly webFiles?: Readonly<Record<string, string>>;
}

export async function openServer({ webFiles, ...options }: TestServerOptions = {}): Promise<TestServer> {
  const folder = await mkdtemp(join(tmpdir(), 'synchro-server-'));
  const webRoot = join(folder, 'web');
  for (const [path, content] of Object.entries(webFiles ?? {})) {
    await mkdir(dirname(join(webRoot, path)), { recursive: true });
    await writeFile(join(webRoot, path), content);
  }
  const service = options.service ?? createTestService();
  const source = options.token ?? changingToken('the-token-of-this-test-which-is-long-enough');
  const token = source.current();
  const app = await createServer({
    allowedOrigins: [],
    ...options,
    service,
    token: source,
    version: '0.0.0-test',
    webRoot: webFiles === undefined ? null : webRoot,
  });
  const url = await app.listen({ host: '127.0.0.1', port: 0 });
  const { host, port } = new URL(url);
  let closing: Promise<void> | null = null;
  const close = () =>
    (closing ??= (async () => {
      await app.close();
      await service.close();
      await rm(folder, { recursive: true, force: true });
    })());
  return {
    url,
    host,
    port: Number(port),
    token,
    webRoot,
    service,
    fetch: (path, init) =>
      fetch(url + path, { ...init, headers: { authorization: `Bearer ${token}`, ...init?.headers } }),
    close,
    [Symbol.asyncDispose]: close,
  };
}

export function createTestService(differences: Partial<Surroundings> = {}): MandateService {
  return createMandateService({
    store: createMemoryStore(),
    files: createRealFileSystem(),
    clock: systemClock,
    newId: randomUUID,
    sha256: (bytes) => createHash('sha256').update(bytes).digest('hex'),
    machine: 'PC-ANNA',
    version: '0.0.0-test',
    showFile: null,
    hub: null,
    followsFiles: false,
    chooserRoots: [],
    onTrouble: (what, cause) => {
      throw new Error(what, { cause });
    },
    ...differences,
  });
}
