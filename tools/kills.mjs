// `npm run kills -- --count N [--seed S]`: the test that kills agents at any instant, with any number of kills.
import { spawn } from 'node:child_process';
import { parseArgs } from 'node:util';

const { values } = parseArgs({
  options: { count: { type: 'string', default: '200' }, seed: { type: 'string' } },
});
const env = { ...process.env, SYNCHRO_KILLS: values.count };
if (values.seed !== undefined) env.SYNCHRO_KILL_SEED = values.seed;
const child = spawn('npx', ['--no-install', 'vitest', 'run', 'test/kill.test.ts'], {
  cwd: new URL('../apps/synchro-agent', import.meta.url),
  env,
  stdio: 'inherit',
  shell: process.platform === 'win32',
});
child.on('close', (code) => (process.exitCode = code ?? 1));
