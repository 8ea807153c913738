import { mkdir, mkdtemp, rename, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createFolderWatcher } from './folder-watcher.js';
import type { DegradedFolder } from './folder-watcher.js';
import { openWatch } from './open-watch.js';
import type { FoundFolder } from './probe-folder.js';

describe('createFolderWatcher on a disk', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'synchro-watch-'));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  /** Watches, and waits for hints by their number. */
  const watching = async (...folders: string[]) => {
    const hints: string[] = [];
    const watcher = createFolderWatcher({
      onHint: (hinted) => hints.push(hinted),
      onDegraded: () => undefined,
    });
    watcher.setFolders(new Set(folders));
    await vi.waitFor(() => expect(new Set(hints)).toEqual(new Set(folders)), { timeout: 15_000 });
    hints.splice(0);
    const hinted = (which: string) =>
      vi.waitFor(() => expect(hints).toContain(which), { timeout: 10_000, interval: 5 });
    return { hints, hinted, [Symbol.dispose]: () => watcher.close() };
  };

  it('hints the folder in which a file is made, written, replaced or removed', async () => {
    using watched = await watching(folder);
    const path = join(folder, 'a.ecf');
    const changes = [
      () => writeFile(path, 'one'),
      () => writeFile(path, 'two'),
      () => writeFile(join(folder, 'new'), 'three'),
      () => rename(join(folder, 'new'), path),
      () => writeFile(path, 'after a rename over it'),
      () => rm(path),
    ];
    for (const change of changes) {
      watched.hints.splice(0);
      await change();
      await watched.hinted(folder);
    }
  });

  it('hints a folder that vanishes, and what happens in the one that comes in its place', async () => {
    const sub = join(folder, 'sub');
    await mkdir(sub);
    using watched = await watching(sub);
    await rename(sub, join(folder, 'moved'));
    await watched.hinted(sub);
    await mkdir(sub);
    watched.hints.splice(0);
    await watched.hinted(sub);
    watched.hints.splice(0);
    await writeFile(join(sub, 'a.ecf'), 'a');
    await watched.hinted(sub);
  }, 20_000);

  it('V5: watches again the folder that is created where one was removed, also under the same number', async () => {
    const sub = join(folder, 'sub');
    await mkdir(sub);
    const numberOf = async () => String((await stat(sub)).ino);
    let opened = 0;
    const hints: string[] = [];
    const watcher = createFolderWatcher({
      onHint: (hinted) => hints.push(hinted),
      onDegraded: () => undefined,
      // As where the system knows no births: only the number tells folders apart, and it is used again.
      probe: () =>
        numberOf().then(
          (identity) => ({ identity, network: false }),
          () => null,
        ),
      watch: async (path, events) => {
        const watch = await openWatch(path, events);
        opened += 1;
        return { ...watch, identity: null };
      },
    });
    watcher.setFolders(new Set([sub]));
    await vi.waitFor(() => expect(opened).toBe(1));
    for (let i = 0; i < 3; i++) {
      const before = opened;
      await rm(sub, { recursive: true });
      await mkdir(sub);
      await vi.waitFor(() => expect(opened).toBeGreaterThan(before), { timeout: 10_000, interval: 5 });
      await vi.waitFor(() => expect(hints).toContain(sub));
      hints.splice(0);
      await writeFile(join(sub, 'a.ecf'), 'a');
      await vi.waitFor(() => expect(hints).toContain(sub), { timeout: 10_000, interval: 5 });
    }
    watcher.close();
  }, 30_000);
});

describe('createFolderWatcher', () => {
  beforeEach(() => vi.useFakeTimers({ now: Date.parse('2026-06-05T09:00:00.000Z') }));
  afterEach(() => vi.useRealTimers());

  /** A watcher over folders that the test makes and takes, and watches that it can break. */
  const aWatcher = () => {
    const found = new Map<string, FoundFolder>();
    const open = new Map<string, { event: () => void; over: () => void; fail: (code: string) => void }>();
    const hints: string[] = [];
    const degraded: (readonly DegradedFolder[])[] = [];
    const attempts: number[] = [];
    let refuse: string | null = null;
    const coded = (code: string) => Object.assign(new Error(code), { code });
    const watcher = createFolderWatcher({
      onHint: (folder) => hints.push(folder),
      onDegraded: (folders) => degraded.push(folders),
      probe: (folder) => Promise.resolve(found.get(folder) ?? null),
      watch: (folder, { onEvent, onOver, onError }) => {
        attempts.push(performance.now());
        if (refuse !== null) return Promise.reject(coded(refuse));
        const opened = { event: onEvent, over: onOver, fail: (code: string) => onError(coded(code)) };
        open.set(folder, opened);
        const close = () => {
          if (open.get(folder) === opened) open.delete(folder);
        };
        return Promise.resolve({ identity: found.get(folder)?.identity ?? null, close });
      },
    });
    return {
      watcher,
      open,
      put: (folder: string, identity = '1', network = false) => found.set(folder, { identity, network }),
      take: (folder: string) => found.delete(folder),
      refuse: (code: string | null) => (refuse = code),
      degradedNow: () => degraded.at(-1),
      degradedReports: () => degraded.length,
      /** When a watch was asked for. */
      attempts: () => attempts,
      /** The hints since the last time it was asked, once this much time has passed. */
      hintsAfter: async (ms: number) => {
        await vi.advanceTimersByTimeAsync(ms);
        return hints.splice(0);
      },
    };
  };

  it('watches each folder once and hints it when the watch stands', async () => {
    const world = aWatcher();
    world.put('/a');
    world.put('/b');
    world.watcher.setFolders(new Set(['/a', '/b']));
    world.watcher.setFolders(new Set(['/a', '/b']));
    expect(await world.hintsAfter(0)).toEqual(['/a', '/b']);
    expect([...world.open.keys()]).toEqual(['/a', '/b']);
    world.watcher.close();
    expect(world.open.size).toBe(0);
  });

  it('tells the first event at once, and those of the next 5 ms in one', async () => {
    const world = aWatcher();
    world.put('/a');
    world.watcher.setFolders(new Set(['/a']));
    await world.hintsAfter(100);
    world.open.get('/a')?.event();
    expect(await world.hintsAfter(0)).toEqual(['/a']);
    for (let i = 0; i < 100; i++) world.open.get('/a')?.event();
    expect(await world.hintsAfter(4)).toEqual([]);
    expect(await world.hintsAfter(1)).toEqual(['/a']);
    expect(await world.hintsAfter(100)).toEqual([]);
  });

  it('hints a local folder once a minute besides', async () => {
    const world = aWatcher();
    world.put('/a');
    world.watcher.setFolders(new Set(['/a']));
    await world.hintsAfter(0);
    expect(await world.hintsAfter(59_999)).toEqual([]);
    expect(await world.hintsAfter(1)).toEqual(['/a']);
  });

  it('looks at a network folder every two seconds instead of watching it, which is no trouble', async () => {
    const world = aWatcher();
    world.put('/net', '1', true);
    world.watcher.setFolders(new Set(['/net']));
    expect(await world.hintsAfter(0)).toEqual(['/net']);
    expect(await world.hintsAfter(6_000)).toEqual(['/net', '/net', '/net']);
    expect(world.open.size).toBe(0);
    expect(world.degradedNow()).toBeUndefined();
  });

  it.each([
    ['ENOSPC', 'too-many-watches'],
    ['EMFILE', 'too-many-watches'],
    ['EIO', 'watch-failed'],
  ])(
    'that is refused a watch (%s) says so, looks every two seconds, and tries again',
    async (code, reason) => {
      const world = aWatcher();
      world.put('/a');
      world.refuse(code);
      world.watcher.setFolders(new Set(['/a']));
      expect(await world.hintsAfter(0)).toContain('/a');
      expect(world.degradedNow()).toEqual([{ folder: '/a', reason, since: '2026-06-05T09:00:00.000Z' }]);
      await world.hintsAfter(10);
      expect(await world.hintsAfter(6_000)).toEqual(['/a', '/a', '/a']);
      world.refuse(null);
      await world.hintsAfter(60_000);
      expect(world.degradedNow()).toEqual([]);
      expect(world.open.has('/a')).toBe(true);
      expect(await world.hintsAfter(4_000)).toEqual([]);
    },
  );

  it('goes on by looking where a watch breaks, and keeps the time at which that began', async () => {
    const world = aWatcher();
    world.put('/a');
    world.put('/b');
    world.watcher.setFolders(new Set(['/a', '/b']));
    await world.hintsAfter(1_000);
    world.refuse('EIO');
    world.open.get('/a')?.fail('EIO');
    expect(await world.hintsAfter(0)).toEqual(['/a']);
    await world.hintsAfter(1_000);
    expect(await world.hintsAfter(4_000)).toEqual(['/a', '/a']);
    world.open.get('/b')?.fail('ENOSPC');
    expect(world.degradedNow()).toEqual([
      { folder: '/a', reason: 'watch-failed', since: '2026-06-05T09:00:01.000Z' },
      { folder: '/b', reason: 'too-many-watches', since: '2026-06-05T09:00:06.000Z' },
    ]);
  });

  it('takes a watch that broke because its folder vanished for a folder that vanished', async () => {
    const world = aWatcher();
    world.put('/a');
    world.watcher.setFolders(new Set(['/a']));
    await world.hintsAfter(0);
    world.take('/a');
    world.open.get('/a')?.fail('EPERM');
    expect(await world.hintsAfter(2_000)).toContain('/a');
    expect(world.degradedNow()).toEqual([]);
    expect(await world.hintsAfter(10_000)).toEqual([]);
  });

  it('hints a folder that comes later, and watches the one that took its place', async () => {
    const world = aWatcher();
    world.watcher.setFolders(new Set(['/a']));
    expect(await world.hintsAfter(4_000)).toEqual([]);
    world.put('/a');
    expect(await world.hintsAfter(2_000)).toEqual(['/a']);
    const first = world.open.get('/a');
    world.put('/a', 'another');
    expect(await world.hintsAfter(2_000)).toEqual(['/a']);
    expect(world.open.get('/a')).not.toBe(first);
  });

  it('looks at once for a folder that was not there, when it is asked for again, and hints it once a minute', async () => {
    const world = aWatcher();
    world.watcher.setFolders(new Set(['/a']));
    await world.hintsAfter(100);
    world.put('/a');
    world.watcher.setFolders(new Set(['/a']));
    expect(await world.hintsAfter(10)).toEqual(['/a']);
    world.take('/a');
    expect(await world.hintsAfter(2_000)).toEqual(['/a']);
    expect(await world.hintsAfter(61_000)).toEqual(['/a']);
  });

  it('forgets a folder that is no longer asked for, with its trouble', async () => {
    const world = aWatcher();
    world.put('/a');
    world.put('/b');
    world.refuse('ENOSPC');
    world.watcher.setFolders(new Set(['/a', '/b']));
    await world.hintsAfter(200);
    world.watcher.setFolders(new Set(['/b']));
    expect(world.degradedNow()?.map(({ folder }) => folder)).toEqual(['/b']);
    expect(await world.hintsAfter(2_000)).toEqual(['/b']);
  });

  it('V5: a watch that is over is opened again at once, also where the folder looks the same', async () => {
    const world = aWatcher();
    world.put('/a');
    world.watcher.setFolders(new Set(['/a']));
    await world.hintsAfter(100);
    const first = world.open.get('/a');
    first?.over();
    expect(await world.hintsAfter(10)).toContain('/a');
    expect(world.open.get('/a')).not.toBe(first);
    expect(world.open.has('/a')).toBe(true);
    first?.event();
    first?.fail('EIO');
    expect(await world.hintsAfter(1_000)).toEqual([]);
    expect(world.degradedNow()).toBeUndefined();
  });

  it('V5: a folder that vanished and comes back is watched within a moment', async () => {
    const world = aWatcher();
    world.put('/a');
    world.watcher.setFolders(new Set(['/a']));
    await world.hintsAfter(2_100);
    world.take('/a');
    world.open.get('/a')?.over();
    expect(await world.hintsAfter(60)).toContain('/a');
    world.put('/a', 'another');
    expect(await world.hintsAfter(150)).toEqual(['/a']);
    expect(world.open.has('/a')).toBe(true);
  });

  it('V6: the wall clock set back or forward neither stops the looks nor adds some', async () => {
    const world = aWatcher();
    world.put('/a');
    world.watcher.setFolders(new Set(['/a']));
    await world.hintsAfter(0);
    for (const shift of [-3_600_000, 7_200_000, -40 * 86_400_000, 0]) {
      vi.setSystemTime(Date.now() + shift);
      expect(await world.hintsAfter(600_000)).toEqual(Array.from({ length: 10 }, () => '/a'));
    }
  });

  it('V7: a watch that is refused is tried again after 2, 4, 8 … seconds, at most a minute apart', async () => {
    const world = aWatcher();
    world.put('/a');
    world.refuse('ENOSPC');
    world.watcher.setFolders(new Set(['/a']));
    await world.hintsAfter(120_000);
    const attempts = world.attempts();
    expect(attempts.map((at) => at - (attempts[0] ?? 0))).toEqual([0, 2_000, 6_000, 14_000, 30_000, 62_000]);
  });

  it('V7: thousands of refusals are reported together', async () => {
    const world = aWatcher();
    const folders = Array.from({ length: 2_000 }, (_, i) => `/${i}`);
    for (const folder of folders) world.put(folder);
    world.refuse('ENOSPC');
    world.watcher.setFolders(new Set(folders));
    await world.hintsAfter(1_000);
    expect(world.degradedNow()).toHaveLength(2_000);
    expect(world.degradedReports()).toBeLessThan(5);
  });

  it('tells nothing once it is closed, not even what it was just looking at', async () => {
    const world = aWatcher();
    world.put('/a');
    world.watcher.setFolders(new Set(['/a']));
    world.watcher.close();
    expect(await world.hintsAfter(120_000)).toEqual([]);
    expect(world.open.size).toBe(0);
  });
});
