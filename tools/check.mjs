// `npm test`: every check there is, the same here and in CI. One failing check does not hide the others; the last
// line sums up tests and checks as `N passed, N failed`.
import { spawn } from 'node:child_process';
import { stripVTControlCharacters } from 'node:util';
import { prepareBrowser } from './browser.mjs';
import { installIfNeeded } from './install.mjs';

installIfNeeded();

const checks = [
  ['format', ['npm', 'run', 'check:format']],
  ['lint and module boundaries', ['npm', 'run', 'check:lint']],
  ['types', ['npm', 'run', 'check:types']],
  ['boundaries reject planted imports', ['npm', 'run', 'check:boundaries']],
  ['unused code and dependencies', ['npm', 'run', 'check:unused']],
  ['build', ['npm', 'run', 'build']],
  ['bundle budgets', ['npm', 'run', 'check:budget']],
  ['unit and integration tests', ['npm', 'run', 'check:unit']],
  ['end-to-end tests', ['npm', 'run', 'check:e2e']],
];

const only = process.argv.slice(2);
let passed = 0;
let failed = 0;
for (const [name, [command, ...args]] of checks) {
  if (only.length > 0 && !only.some((word) => name.includes(word))) continue;
  console.log(`\n── ${name}`);
  const startedAt = Date.now();
  const environment = name === 'end-to-end tests' ? prepareBrowser() : {};
  const { exitCode, output } = await run(command, args, environment);
  const tests = countTests(output);
  const isFailed = exitCode !== 0;
  passed += tests.passed + (isFailed || tests.passed > 0 ? 0 : 1);
  failed += tests.failed + (isFailed && tests.failed === 0 ? 1 : 0);
  console.log(`── ${name}: ${isFailed ? 'FAILED' : 'ok'} (${Math.round((Date.now() - startedAt) / 1000)} s)`);
}
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;

/** Runs a command with its output shown, and collected to count the tests in it. */
function run(command, args, environment) {
  const child = spawn(command, args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    shell: process.platform === 'win32',
    env: { ...process.env, ...environment, NX_DAEMON: 'false', FORCE_COLOR: '0', NO_COLOR: '1' },
  });
  let output = '';
  for (const [stream, out] of [
    [child.stdout, process.stdout],
    [child.stderr, process.stderr],
  ])
    stream.on('data', (chunk) => {
      output += chunk;
      out.write(chunk);
    });
  return new Promise((resolve) => {
    child.on('error', (error) => resolve({ exitCode: 1, output: String(error) }));
    child.on('close', (exitCode) => resolve({ exitCode: exitCode ?? 1, output }));
  });
}

/** Sums the closing lines of vitest (`Tests  1 failed | 22 passed (23)`) and Playwright (`22 passed (8s)`). */
function countTests(output) {
  const sum = { passed: 0, failed: 0 };
  for (const line of stripVTControlCharacters(output).split('\n')) {
    const vitest = /^\s*Tests\s+(.*)\(\d+\)\s*$/.exec(line)?.[1];
    const playwright = /^\s+\d+ (passed|failed|flaky)\b.*$/.exec(line)?.[0];
    for (const [, count, what] of (vitest ?? playwright ?? '').matchAll(/(\d+) (passed|failed)/g))
      sum[what] += Number(count);
  }
  return sum;
}
