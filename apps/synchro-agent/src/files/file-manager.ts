import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';

/**
 * Shows a file in the system's file manager; `null` where there is none (a server without a desktop), so that nobody
 * is offered it. The path is an argument, never part of a command line.
 */
export function fileManager(): ((path: string) => Promise<void>) | null {
  switch (process.platform) {
    case 'win32':
      return (path) => start('explorer.exe', [`/select,${path}`]);
    case 'darwin':
      return (path) => start('open', ['-R', path]);
    default:
      return hasDesktop() ? (path) => start('xdg-open', [dirname(path)]) : null;
  }
}

function hasDesktop(): boolean {
  const { DISPLAY, WAYLAND_DISPLAY, PATH } = process.env;
  if (DISPLAY === undefined && WAYLAND_DISPLAY === undefined) return false;
  return (PATH ?? '').split(delimiter).some((folder) => existsSync(join(folder, 'xdg-open')));
}

async function start(command: string, args: readonly string[]): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const child = spawn(command, args, { detached: true, stdio: 'ignore' });
    child.once('error', reject);
    child.once('spawn', () => {
      child.unref();
      resolve();
    });
  });
}
