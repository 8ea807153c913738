import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startAgent } from './agent-process.js';

/** Stands in for the agent: says where it is, and leaves a note when it is told to stop. */
const STAND_IN = `
  import { writeFileSync } from 'node:fs';
  const [, , , data, , port, , origin] = process.argv;
  writeFileSync(data + '/token', 's3cret\\n');
  process.on('SIGTERM', () => { writeFileSync(data + '/stopped', origin); process.exit(0); });
  setInterval(() => {}, 1000);
  console.log('a line of something else');
  console.log(JSON.stringify({ url: 'http://127.0.0.1:' + (port === '0' ? 4711 : port), tokenFile: data + '/token' }));
`;

describe('startAgent', () => {
  let dataFolder: string;

  beforeEach(async () => {
    dataFolder = await mkdtemp(join(tmpdir(), 'agent-'));
  });
  afterEach(() => rm(dataFolder, { recursive: true }));

  const start = async (script: string) => {
    const main = join(dataFolder, 'main.mjs');
    await writeFile(main, script);
    return startAgent({ main, dataFolder, port: 0, allowOrigin: 'http://127.0.0.1:4720' });
  };

  it('waits until the agent says where it is, and has its token', async () => {
    const agent = await start(STAND_IN);
    expect(agent).toMatchObject({ url: 'http://127.0.0.1:4711', token: 's3cret' });
    await agent.stop();
  });

  it('lets it end in its own way, and may be told twice', async () => {
    const agent = await start(STAND_IN);
    await Promise.all([agent.stop(), agent.ended]);
    await agent.stop();
    expect(await readFile(join(dataFolder, 'stopped'), 'utf8')).toBe('http://127.0.0.1:4720');
  });

  it('says why an agent did not start, in its own last words', async () => {
    const failing = start(`console.error('Port 4711 is taken.'); process.exitCode = 1;`);
    await expect(failing).rejects.toThrow(/did not start:\nPort 4711 is taken\./);
  });
});
