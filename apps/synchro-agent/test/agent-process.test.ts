import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundleAgent, runAgent } from './running-agent.js';

let folder: string;
let main: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'synchro-process-'));
  main = await bundleAgent(folder);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('the agent as a process', () => {
  it('tells where it listens, logs to stderr, keeps its token, and ends cleanly with streams open', async () => {
    const args = ['--data', join(folder, 'a')];
    const first = await runAgent(main, args);
    const stream = await fetch(`${first.url}/api/v1/overview/stream`, {
      headers: { authorization: `Bearer ${first.token}` },
    });
    expect(stream.status).toBe(200);
    first.process.kill('SIGTERM');
    expect(await first.exitCode).toBe(0);
    await stream.text().catch(() => undefined);
    for (const line of first.stderr().trim().split('\n')) expect(JSON.parse(line)).toHaveProperty('time');
    const second = await runAgent(main, args);
    expect(second.token).toBe(first.token);
    second.process.kill('SIGINT');
    expect(await second.exitCode).toBe(0);
  });

  it('a second one on the same folder says so and ends', async () => {
    const args = ['--data', join(folder, 'b')];
    const first = await runAgent(main, args);
    await expect(runAgent(main, args)).rejects.toMatchObject({
      exitCode: 1,
      stderr: expect.stringContaining(`process ${first.process.pid ?? 0}`) as string,
    });
    first.process.kill('SIGKILL');
    await first.exitCode;
    const third = await runAgent(main, args);
    third.process.kill('SIGKILL');
    await third.exitCode;
  });

  it('says what is wrong with its arguments, and which port is taken', async () => {
    await expect(runAgent(main, [])).rejects.toMatchObject({
      exitCode: 2,
      stderr: expect.stringContaining('--data') as string,
    });
    await expect(
      runAgent(main, ['--data', join(folder, 'c'), '--allow-origin', 'evil']),
    ).rejects.toMatchObject({ exitCode: 2 });
    const first = await runAgent(main, ['--data', join(folder, 'd')]);
    const { port } = new URL(first.url);
    await expect(runAgent(main, ['--data', join(folder, 'e'), '--port', port])).rejects.toMatchObject({
      exitCode: 1,
      stderr: expect.stringContaining(`Port ${port} is taken`) as string,
    });
    first.process.kill('SIGKILL');
    await first.exitCode;
  });
});
