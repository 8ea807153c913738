import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { temporaryName } from '../files/leftovers.js';
import { openWatch } from './open-watch.js';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'synchro-open-watch-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

it('V9a: a file that is being written under its temporary name raises no hint', async () => {
  const onEvent = vi.fn();
  const watch = await openWatch(folder, { onEvent, onOver: vi.fn(), onError: vi.fn() });
  const temporary = join(folder, temporaryName('Compta 2026.synchro'));
  await writeFile(temporary, 'half');
  await rm(temporary);
  await mkdir(join(folder, 'after it'));
  await vi.waitFor(() => expect(onEvent).toHaveBeenCalled());
  expect(onEvent).toHaveBeenCalledOnce();
  watch.close();
});

it('rejects where there is no folder to watch', async () => {
  const events = { onEvent: vi.fn(), onOver: vi.fn(), onError: vi.fn() };
  await expect(openWatch(join(folder, 'nothing'), events)).rejects.toThrow(/ENOENT/u);
});
