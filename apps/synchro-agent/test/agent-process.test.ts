import { execFileSync, spawnSync } from 'node:child_process';
import { chmod, chown, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { networkInterfaces, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { Database } from '../src/store/database.js';
import { readEvents } from './read-events.js';
import { bundleAgent, runAgent } from './running-agent.js';
import type { RunningAgent } from './running-agent.js';

// A busy machine is slow, and no reason to fail.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let folder: string;
let main: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'synchro-process-'));
  main = await bundleAgent(folder);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

let folders = 0;
const newData = () => ['--data', join(folder, `data-${(folders += 1)}`)];
const ask = ({ url, token }: RunningAgent, path: string) =>
  fetch(`${url}/api/v1${path}`, { headers: { authorization: `Bearer ${token}` } });
/** What is in the log, line by line; anything that is no JSON would throw. */
const logOf = (agent: RunningAgent) =>
  agent
    .stderr()
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { time: string; level: number; msg: string });
const ending = (agent: RunningAgent, signal: NodeJS.Signals) => {
  agent.process.kill(signal);
  return agent.exitCode;
};

describe('the agent as a process', () => {
  it('says one line, and from then on answers; everything else is a structured log on stderr', async () => {
    await using agent = await runAgent(main, [...newData(), '--log-level', 'debug']);
    // No second try: who reads the line may call at once.
    expect((await ask(agent, '/overview')).status).toBe(200);
    expect((await fetch(`${agent.url}/api/v1/overview`)).status).toBe(401);
    expect(await ending(agent, 'SIGTERM')).toBe(0);
    expect(agent.stdout()).toBe(JSON.stringify({ url: agent.url, tokenFile: agent.tokenFile }) + '\n');
    expect(agent.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    expect(logOf(agent).map(({ msg }) => msg)).toEqual([`Server listening at ${agent.url}`, 'stopping']);
    for (const { time } of logOf(agent)) expect(Date.parse(time)).not.toBeNaN();
    expect(agent.stderr()).not.toContain(agent.token);
    expect(agent.stderr()).not.toContain('Deprecation');
  });

  it.each(['SIGTERM', 'SIGINT'] as const)(
    '%s ends it with 0, and the open streams with it',
    async (signal) => {
      await using agent = await runAgent(main, newData());
      const streams = [
        readEvents(await ask(agent, '/overview/stream')),
        readEvents(await ask(agent, '/overview/stream')),
      ];
      await Promise.all(streams.map((events) => events.next()));
      expect(await ending(agent, signal)).toBe(0);
      await Promise.all(streams.map((events) => events.ended()));
    },
  );

  it.skipIf(process.platform === 'win32')(
    'G17: a drive that does not answer does not keep it from ending',
    async () => {
      const pipe = join(folder, 'dead-drive');
      execFileSync('mkfifo', [pipe]);
      // Opening a pipe that nobody writes keeps a thread for ever, as a dead network drive does.
      const hang = `data:text/javascript,import{open}from"node:fs/promises";void open(${JSON.stringify(pipe)})`;
      await using agent = await runAgent(main, newData(), ['--import', hang]);
      expect((await ask(agent, '/overview')).status).toBe(200);
      expect(await ending(agent, 'SIGTERM')).toBeNull();
      expect(agent.process.signalCode).toBe('SIGTERM');
    },
  );

  it('keeps its token over a restart, for its user alone; without its file it makes another', async () => {
    const args = newData();
    const first = await runAgent(main, args);
    if (process.platform !== 'win32') {
      expect((await stat(first.tokenFile)).mode & 0o777).toBe(0o600);
      expect((await stat(args[1] ?? '')).mode & 0o777).toBe(0o700);
    }
    await first.kill();
    const second = await runAgent(main, args);
    expect(second.token).toBe(first.token);
    expect(second.token).toMatch(/^[\w-]{43}$/);
    await second.kill();
    await rm(first.tokenFile);
    await using third = await runAgent(main, args);
    expect(third.token).not.toBe(first.token);
    expect((await ask({ ...third, token: first.token }, '/overview')).status).toBe(401);
  });

  it('makes the token anew where a first start was killed while writing it', async () => {
    const args = newData();
    await mkdir(args[1] ?? '');
    const token = join(args[1] ?? '', 'token');
    await writeFile(token, '', { mode: 0o600 });
    await writeFile(`${token}.new`, 'half');
    await using agent = await runAgent(main, [...args, '--token-file', token]);
    expect(agent.token).toMatch(/^[\w-]{43}$/);
    expect(await readdir(args[1] ?? '')).not.toContain('token.new');
  });

  it('G7: deleting the token file ends what it gave, and the new token counts, while the agent runs', async () => {
    await using agent = await runAgent(main, newData());
    const stream = await ask(agent, '/overview/stream');
    await using events = readEvents(stream);
    await events.next();
    await rm(agent.tokenFile);
    await events.ended();
    expect((await ask(agent, '/overview')).status).toBe(401);
    const token = await readFile(agent.tokenFile, 'utf8');
    expect((await ask({ ...agent, token }, '/overview')).status).toBe(200);
  });

  it('listens on 127.0.0.1 alone', async () => {
    await using agent = await runAgent(main, newData());
    const addresses = Object.values(networkInterfaces()).flatMap((all) =>
      (all ?? []).map(({ address }) => address),
    );
    const others = new Set([...addresses, '127.0.0.2', '::1']);
    others.delete('127.0.0.1');
    const isOpen = (host: string) =>
      new Promise<boolean>((resolve) => {
        const socket = connect(Number(new URL(agent.url).port), host);
        socket.once('connect', () => resolve(true));
        socket.once('error', () => resolve(false));
        socket.once('close', () => socket.destroy());
      });
    expect(await isOpen('127.0.0.1')).toBe(true);
    for (const host of others) expect([host, await isOpen(host)]).toEqual([host, false]);
  });
});

describe('what keeps it from starting is said in a sentence', () => {
  const failing = async (args: readonly string[]) => {
    const outcome = await runAgent(main, args).then(
      (agent) => agent.kill().then(() => new Error('It started.')),
      (error: unknown) => error,
    );
    const { exitCode, stderr, stdout } = outcome as { exitCode: number; stderr: string; stdout: string };
    expect(stdout).toBe('');
    expect(stderr).not.toMatch(/^\s+at /m);
    return { exitCode, stderr };
  };

  it('arguments that are wrong: 2, with the usage', async () => {
    const { exitCode, stderr } = await failing(['--data', 'x', '--allow-origin', '*']);
    expect(exitCode).toBe(2);
    expect(stderr).toMatch(/^--allow-origin takes an origin.*\nUsage: synchro-agent --data DIR/);
  });

  it('another agent in the folder, by its process; a killed one leaves it free', async () => {
    const args = newData();
    const first = await runAgent(main, args);
    const { exitCode, stderr } = await failing(args);
    expect([exitCode, stderr]).toEqual([1, expect.stringContaining(`process ${first.process.pid ?? 0}`)]);
    expect((await ask(first, '/overview')).status).toBe(200);
    await first.kill();
    await using third = await runAgent(main, args);
    expect((await ask(third, '/overview')).status).toBe(200);
  });

  it('a port that is taken, and nothing is left behind that keeps the next one out', async () => {
    await using first = await runAgent(main, newData());
    const { port } = new URL(first.url);
    const args = newData();
    expect(await failing([...args, '--port', port])).toEqual({
      exitCode: 1,
      stderr: expect.stringContaining(`Port ${port} is taken; choose another`) as string,
    });
    await using second = await runAgent(main, args);
    expect(second.url).not.toBe(first.url);
  });

  it('a database of a newer agent, which stays as it is', async () => {
    const args = newData();
    expect(await ending(await runAgent(main, args), 'SIGTERM')).toBe(0);
    const file = join(args[1] ?? '', 'synchro.db');
    const database = new Database(file);
    database.exec('PRAGMA user_version = 999; PRAGMA wal_checkpoint(TRUNCATE)');
    database.close();
    const before = await readFile(file);
    const { exitCode, stderr } = await failing(args);
    expect(exitCode).toBe(1);
    expect(stderr).toMatch(/version 999.*newer agent/s);
    expect(await readFile(file)).toEqual(before);
  });

  it.runIf(process.platform !== 'win32')('G14: too few open files, in one sentence', () => {
    for (const files of [32, 64]) {
      const limited = ['/bin/sh', '-c', `ulimit -n ${files}; exec "$0" "$@"`, process.execPath] as const;
      const { status, stderr } = spawnSync(limited[0], [...limited.slice(1), main, ...newData()], {
        encoding: 'utf8',
        timeout: 50_000, // One that starts after all would not end.
        env: { ...process.env, XDG_RUNTIME_DIR: folder },
      });
      expect([status, stderr]).toEqual([
        1,
        expect.stringMatching(/^The system lets this process open too few files \(EMFILE\)\. .*\n$/),
      ]);
    }
  });

  it.runIf(process.getuid?.() === 0)(
    'G14: a data folder that cannot be written, in one sentence',
    async () => {
      // As another user: root may write everywhere.
      await chmod(folder, 0o755);
      const nobody = 65_534;
      const args = newData();
      const data = args[1] ?? '';
      await mkdir(data, { mode: 0o755 });
      const start = () => {
        const { status, stderr } = spawnSync(process.execPath, [main, ...args], {
          encoding: 'utf8',
          uid: nobody,
          gid: nobody,
          env: { ...process.env, XDG_RUNTIME_DIR: join(folder, 'nobody') },
        });
        return [status, stderr];
      };
      expect(start()).toEqual([1, `${data} belongs to another user. Remove it, or name another place.\n`]);
      await chown(data, nobody, nobody);
      await chmod(data, 0o555);
      expect(start()).toEqual([1, `EACCES: permission denied, open '${data}/agent.lock'\n`]);
      await chmod(data, 0o700);
      expect(start()).toEqual([
        1,
        expect.stringMatching(/^EACCES: permission denied, mkdir '.*synchro-agent'\n$/),
      ]);
    },
  );

  it('a folder that is none, and a token that is none', async () => {
    const file = join(folder, 'a-file');
    await writeFile(file, '');
    expect(await failing(['--data', file])).toMatchObject({
      exitCode: 1,
      stderr: expect.stringContaining(file) as string,
    });
    const args = newData();
    await mkdir(join(args[1] ?? '', 'token'), { recursive: true });
    expect(await failing([...args, '--token-file', join(args[1] ?? '', 'token')])).toMatchObject({
      exitCode: 1,
    });
  });
});
