import {
  chmod,
  lstat,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rename,
  rm,
  stat,
  symlink,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { lockFolder } from '../src/store/lock.js';
import { makePrivate } from '../src/private-file.js';
import { defaultTokenFile, openTokenFile } from '../src/token-file.js';
import { openAgent } from './test-agent.js';

const modeOf = async (path: string) => (await lstat(path)).mode & 0o777;
const KNOWN = 'A'.repeat(43);
let folder: string;
let path: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'synchro-token-'));
  path = join(folder, 'run', 'token');
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** A token file that tells each change and each trouble. */
function watched() {
  const troubles: unknown[] = [];
  const file = openTokenFile(path, { onTrouble: (cause) => troubles.push(cause), checkEveryMs: 5 });
  const changed = () => new Promise<void>((resolve) => void file.onChange(resolve));
  return { file, troubles, changed };
}

describe('the token file', () => {
  it('G9: is outside of the data folder, in a place of this user alone', () => {
    const places = { temporaryFolder: '/tmp', userId: 1000 };
    const inMemory = defaultTokenFile('/home/anna/.synchro', { ...places, runtimeFolder: '/run/user/1000' });
    expect(inMemory).toMatch(/^\/run\/user\/1000\/synchro-agent\/[0-9a-f]{16}\.token$/);
    const shared = defaultTokenFile('/home/anna/.synchro', { ...places, runtimeFolder: undefined });
    expect(shared).toMatch(/^\/tmp\/synchro-agent-1000\/[0-9a-f]{16}\.token$/);
    const other = defaultTokenFile('/home/anna/.other', { ...places, runtimeFolder: undefined });
    expect([dirname(other), other === shared]).toEqual([dirname(shared), false]);
  });

  it('G9: is made for its user alone, kept, and made anew where a first start was killed', async () => {
    using first = openTokenFile(path, { onTrouble: () => undefined });
    expect(first.current()).toMatch(/^[\w-]{43}$/);
    expect([await modeOf(path), await modeOf(dirname(path))]).toEqual([0o600, 0o700]);
    using second = openTokenFile(path, { onTrouble: () => undefined });
    expect(second.current()).toBe(first.current());
    for (const [content, left] of [
      ['', 'half'],
      [`${KNOWN}\n${KNOWN}`, ''],
      ['short', ''],
    ] as const) {
      await writeFile(path, content);
      await writeFile(`${path}.new`, left, { mode: 0o666 });
      using third = openTokenFile(path, { onTrouble: () => undefined });
      expect(third.current()).not.toBe(first.current());
      expect([await modeOf(path), await readdir(dirname(path))]).toEqual([0o600, ['token']]);
    }
  });

  it('G9: that others could read is replaced: they may know it', async () => {
    for (const mode of [0o644, 0o640, 0o604, 0o602]) {
      await mkdir(dirname(path), { recursive: true });
      await writeFile(path, KNOWN);
      await chmod(path, mode);
      using file = openTokenFile(path, { onTrouble: () => undefined });
      expect(file.current()).not.toBe(KNOWN);
      expect([await modeOf(path), await readFile(path, 'utf8')]).toEqual([0o600, file.current()]);
    }
  });

  it('G9: that is a link or a folder ends the start, and what a link names is not touched', async () => {
    const note = join(folder, 'note');
    await mkdir(dirname(path));
    await writeFile(note, KNOWN, { mode: 0o644 });
    await symlink(note, path);
    expect(() => openTokenFile(path, { onTrouble: () => undefined })).toThrow(/token is a link\. Remove it/);
    await rm(path);
    await mkdir(path);
    expect(() => openTokenFile(path, { onTrouble: () => undefined })).toThrow(/is no ordinary file/);
    await rm(path, { recursive: true });
    // A link where the new one is written first is not followed either.
    await symlink(note, `${path}.new`);
    using file = openTokenFile(path, { onTrouble: () => undefined });
    expect([await readFile(note, 'utf8'), await modeOf(note), await modeOf(path)]).toEqual([
      KNOWN,
      0o644,
      0o600,
    ]);
    expect(file.current()).not.toBe(KNOWN);
  });

  it('G7: deleted while the agent runs, it is made anew at once', async () => {
    const { file, changed, troubles } = watched();
    const before = file.current();
    const change = changed();
    await rm(path);
    await change;
    expect(file.current()).not.toBe(before);
    expect([await readFile(path, 'utf8'), await modeOf(path), troubles]).toEqual([file.current(), 0o600, []]);
    const again = changed();
    await rename(dirname(path), join(folder, 'elsewhere'));
    await again;
    expect(await readFile(path, 'utf8')).toBe(file.current());
    file.close();
  });

  it('G7: replaced while the agent runs, the new one counts; opened to others, neither', async () => {
    const { file, changed } = watched();
    const change = changed();
    await writeFile(join(folder, 'mine'), `${KNOWN}\n`, { mode: 0o600 });
    await rename(join(folder, 'mine'), path);
    await change;
    expect(file.current()).toBe(KNOWN);
    const opened = changed();
    await chmod(path, 0o644);
    await opened;
    expect(file.current()).not.toBe(KNOWN);
    expect(await modeOf(path)).toBe(0o600);
    file.close();
  });

  it('G7: replaced by a link, nobody gets in until it is gone; reported once', async () => {
    const { file, changed, troubles } = watched();
    const before = file.current();
    await writeFile(join(folder, 'note'), KNOWN, { mode: 0o600 });
    await symlink(join(folder, 'note'), join(folder, 'link'));
    const change = changed();
    await rename(join(folder, 'link'), path);
    await change;
    expect([before, KNOWN]).not.toContain(file.current());
    expect(troubles).toEqual([
      expect.objectContaining({ message: expect.stringContaining('is a link') as string }),
    ]);
    const mended = changed();
    await rm(path);
    await mended;
    expect(await readFile(path, 'utf8')).toBe(file.current());
    expect(troubles).toHaveLength(1);
    file.close();
  });
});

describe('the files of the data folder', () => {
  it('G13: are taken back from others at each start', async () => {
    const data = join(folder, 'data');
    {
      await using agent = await openAgent(folder);
      expect(agent.token).toMatch(/^[\w-]{43}$/);
    }
    expect(await readdir(data)).not.toContain('token');
    for (const name of await readdir(data)) await chmod(join(data, name), 0o644);
    await chmod(data, 0o777);
    await writeFile(join(data, 'token'), KNOWN); // As an earlier version left it, in every backup.
    await using agent = await openAgent(folder);
    expect(agent.token).not.toBe(KNOWN);
    expect(await modeOf(data)).toBe(0o700);
    const names = await readdir(data);
    expect(names).toEqual(expect.arrayContaining(['synchro.db', 'agent.lock', 'agent.pid']));
    expect(names).not.toContain('token');
    for (const name of names) expect([name, await modeOf(join(data, name))]).toEqual([name, 0o600]);
  });

  it.each(['synchro.db', 'agent.lock'])('G13: %s as a link ends the start', async (name) => {
    const precious = join(folder, 'precious');
    await mkdir(join(folder, 'data'));
    await writeFile(precious, '', { mode: 0o644 });
    await symlink(precious, join(folder, 'data', name));
    await expect(openAgent(folder)).rejects.toThrow(new RegExp(`${name} is a link\\. Remove it`));
    expect([(await stat(precious)).size, await modeOf(precious)]).toEqual([0, 0o644]);
  });

  it('G13: agent.pid as a link is replaced, and what it names is not written', async () => {
    const precious = join(folder, 'precious');
    await writeFile(precious, 'precious');
    await mkdir(join(folder, 'data'));
    await symlink(precious, join(folder, 'data', 'agent.pid'));
    using lock = lockFolder(join(folder, 'data'));
    expect(lock).toBeDefined();
    expect(await readFile(precious, 'utf8')).toBe('precious');
    expect(await readFile(join(folder, 'data', 'agent.pid'), 'utf8')).toBe(`${process.pid}\n`);
  });

  it.runIf(process.getuid?.() !== 0)('G13: of another user they end the start', () => {
    expect(() => makePrivate('/etc/passwd')).toThrow(/belongs to another user/);
  });
});
