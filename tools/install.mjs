import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';

const MINIMUM = [20, 19];

/** Installs the dependencies that the lock file pins, if they are missing or older than it; says so if Node is too old. */
export function installIfNeeded() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < MINIMUM[0] || (major === MINIMUM[0] && minor < MINIMUM[1])) {
    console.error(`Synchro needs Node ${MINIMUM.join('.')} or newer; this is ${process.versions.node}.`);
    process.exit(1);
  }
  const root = new URL('..', import.meta.url);
  const installed = new URL('node_modules/.package-lock.json', root);
  const lock = new URL('package-lock.json', root);
  if (existsSync(installed) && statSync(installed).mtimeMs >= statSync(lock).mtimeMs) return;
  console.log('Installing the dependencies (once, two minutes or so) …');
  // npm itself by its path, where npm started us: on Windows `npm` is no program but a script of the shell.
  const npm = process.env.npm_execpath;
  const [command, ...first] = npm ? [process.execPath, npm] : ['npm'];
  const { status } = spawnSync(command, [...first, 'ci', '--no-fund', '--no-audit', '--loglevel=error'], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: command === 'npm' && process.platform === 'win32',
    env: { ...process.env, PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD: '1' },
  });
  if (status !== 0) process.exit(status ?? 1);
}
