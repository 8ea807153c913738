/**
 * `npm start`: installs what is missing, builds, and opens the demonstration desk.
 * No dependency and plain syntax: it must run, or say why not, before anything is installed.
 */
import { spawn } from 'node:child_process';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { installIfNeeded } from './install.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
installIfNeeded();

/** npm itself by its path, where npm started us: on Windows `npm` is no program but a script of the shell. */
const npm = process.env.npm_execpath;
const npmCommand = npm ? [process.execPath, npm] : ['npm'];

/** Runs a command quietly; what it printed is shown only if it fails. */
function quietly(what, [command, ...args]) {
  console.log(what);
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: root,
      shell: command === 'npm' && process.platform === 'win32',
    });
    const output = [];
    child.stdout.on('data', (chunk) => output.push(chunk));
    child.stderr.on('data', (chunk) => output.push(chunk));
    child.on('error', (error) => output.push(`${error.message}\n`));
    child.on('close', (code) => {
      if (code === 0) return resolve();
      process.stderr.write(output.join(''));
      console.error(`Failed: ${[command, ...args].join(' ')}`);
      process.exit(code || 1);
    });
  });
}

await quietly('Building …', [...npmCommand, 'exec', '--no', '--', 'nx', 'run-many', '-t', 'build']);

const desk = spawn(process.execPath, ['apps/synchro-desk/dist/main.js', ...process.argv.slice(2)], {
  cwd: root,
  stdio: 'inherit',
});
// Ctrl-C reaches the desk by itself; it ends its agent and itself, and only then so do we.
process.on('SIGINT', () => undefined);
process.on('SIGTERM', () => desk.kill('SIGTERM'));
desk.on('exit', (code) => process.exit(code ?? 1));
