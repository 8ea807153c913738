import { existsSync, statSync } from 'node:fs';
import { chmod, copyFile, mkdtemp, readFile, readdir, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { anEntry, anItem, aPosted } from '@synchro/mandate-service/contract-suites';
import { SynchroError } from '@synchro/sync-core/contract';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Database } from './database.js';
import { migrations } from './migrations.js';
import type { Migration } from './migrations.js';
import { openSqliteStore } from './sqlite-store.js';
import { DatabaseDamagedError, DatabaseTooNewError, DatabaseUnavailableError } from './storage-errors.js';
import { readRounds, writeRound } from './store-rounds.js';

let folder: string;
let file: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'synchro-database-'));
  file = join(folder, 'synchro.db');
});
afterEach(() => rm(folder, { recursive: true }));

/** Opens the store, writes a round into it and closes it. */
const write = (options: { migrations?: readonly Migration[] } = {}) => {
  const { store, close } = openSqliteStore(folder, options);
  try {
    return store.transaction(writeRound);
  } finally {
    close();
  }
};
const thrownBy = (use: () => unknown): unknown => {
  try {
    use();
  } catch (error) {
    return error;
  }
  throw new Error('Nothing was thrown.');
};
const value = (path: string, sql: string) => {
  const database = new Database(path);
  try {
    return database.value(sql);
  } finally {
    database.close();
  }
};
const addTable: Migration = (database) => database.exec('CREATE TABLE added (id TEXT)');

describe('a new database', () => {
  it('is made with its folder, for the user alone, and holds everything once it is closed', async () => {
    folder = join(folder, 'deep', 'er');
    file = join(folder, 'synchro.db');
    expect(write()).toBe(1);
    expect((await readdir(folder)).filter((name) => !/-(?:shm|wal)$/u.test(name))).toEqual(['synchro.db']);
    expect(statSync(`${file}-wal`).size).toBe(0);
    if (process.platform !== 'win32') {
      expect(statSync(file).mode & 0o777).toBe(0o600);
      expect(statSync(folder).mode & 0o777).toBe(0o700);
    }
    folder = join(folder, '..', '..');
  });

  it('is made anew where a first start was killed half-way', async () => {
    await writeFile(`${file}.new`, 'half');
    expect(write()).toBe(1);
    expect(write()).toBe(2);
  });

  it('has the version of its migrations and the durability that was promised', () => {
    write();
    expect(value(file, 'PRAGMA user_version')).toBe(migrations.length);
    expect(value(file, 'PRAGMA journal_mode')).toBe('wal');
  });
});

describe('an older database', () => {
  const newer = [...migrations, addTable];

  it('is migrated after a copy was kept, and loses nothing', async () => {
    write();
    expect(write({ migrations: newer })).toBe(2);
    expect(value(file, 'PRAGMA user_version')).toBe(migrations.length + 1);
    expect(value(file, 'SELECT count(*) FROM added')).toBe(0);

    const copy = join(folder, `synchro.v${migrations.length}.backup.db`);
    expect(statSync(copy).mode & 0o777).toBe(process.platform === 'win32' ? 0o666 : 0o600);
    const restored = await mkdtemp(join(folder, 'restored-'));
    await copyFile(copy, join(restored, 'synchro.db'));
    const { store, close } = openSqliteStore(restored);
    expect(readRounds(store)).toMatchObject({ round: 1, found: readRounds(store).expected });
    close();
  });

  it('goes through all versions in between, in one go', () => {
    write();
    const seen: string[] = [];
    write({ migrations: [...migrations, () => void seen.push('2'), () => void seen.push('3')] });
    expect(seen).toEqual(['2', '3']);
    expect(value(file, 'PRAGMA user_version')).toBe(migrations.length + 2);
  });

  it('stays as it was where a migration fails, so that the older agent still opens it', () => {
    write();
    const failing: Migration = (database) => {
      addTable(database);
      throw new Error('in the middle');
    };
    expect(() => write({ migrations: [...migrations, failing] })).toThrow('in the middle');
    expect(value(file, "SELECT count(*) FROM sqlite_schema WHERE name = 'added'")).toBe(0);
    expect(write()).toBe(2);
    expect(write({ migrations: newer })).toBe(3);
  });
});

describe('a database of the first version', () => {
  it('gets the order of its posted entries and the postings that they came by', () => {
    const posted = (id: string, date: string) => aPosted({ id, entry: anEntry({ date, label: 'é €' }) });
    const older = new Database(file);
    older.exec('PRAGMA application_id = 0x53796e63');
    for (const migration of migrations.slice(0, 1)) migration(older);
    for (const { id, entry, ...record } of [posted('a', '2026-12-31'), posted('b', '2026-01-01')]) {
      const { sourceId, postingId, accountingFileId, content, occurrence } = record;
      const seq = older
        .prepare('INSERT INTO posted (id, source_id, key_json, numbers) VALUES (?, ?, ?, ?)')
        .run(id, sourceId, JSON.stringify([id, accountingFileId, content, occurrence]), '[1]');
      older
        .prepare('INSERT INTO posted_entries (seq, body) VALUES (?, ?)')
        .run(seq, JSON.stringify({ sourceId, postingId, entry }));
    }
    older.exec('PRAGMA user_version = 1');
    older.close();

    const { store, close } = openSqliteStore(folder);
    store.transaction((tx) => tx.posted.insert([posted('c', '2026-06-01')]));
    const { items } = store.read((tx) => tx.posted.page({ sourceId: 'source-1', limit: 10 }));
    expect(items).toEqual([posted('b', '2026-01-01'), posted('c', '2026-06-01'), posted('a', '2026-12-31')]);
    expect(store.read((tx) => tx.posted.postings('source-1'))).toEqual(['posting-1']);
    expect(store.read((tx) => tx.posted.keys('source-1').map(({ id }) => id))).toEqual(['a', 'b', 'c']);
    close();
  });
});

describe('a database of the second version', () => {
  it('gets the postings that build on others', () => {
    const older = new Database(file);
    older.exec('PRAGMA application_id = 0x53796e63');
    for (const migration of migrations.slice(0, 2)) migration(older);
    const insert = older.prepare(
      'INSERT INTO posting_items (posting_id, position, taken_id, body) VALUES (?, ?, ?, ?)',
    );
    const posted = aPosted({ id: 'posting-1-0', postingId: 'posting-1' });
    const items = [
      anItem({ after: posted }),
      anItem({ postingId: 'posting-2', before: posted, after: null, change: 'deleted' }),
    ];
    for (const item of items)
      insert.run(item.postingId, item.position, item.before?.id ?? null, JSON.stringify(item));
    older.exec('PRAGMA user_version = 2');
    older.close();
    const { store, close } = openSqliteStore(folder);
    store.read((tx) => {
      expect(tx.postingItems.builtUponBy('posting-1')).toEqual(['posting-2']);
      expect(tx.postingItems.builtUponBy('posting-2')).toEqual([]);
      expect([...tx.postingItems.all('posting-2')]).toEqual([items[1]]);
    });
    close();
  });
});

describe('a newer database', () => {
  it('is refused with both versions named, and left as it is', async () => {
    write({ migrations: [...migrations, addTable] });
    const before = await readFile(file);
    const error = thrownBy(() => openSqliteStore(folder));
    expect(error).toBeInstanceOf(DatabaseTooNewError);
    expect(error).toMatchObject({ file, found: migrations.length + 1, supported: migrations.length });
    expect(String(error)).toContain('newer agent');
    expect(await readFile(file)).toEqual(before);
  });
});

describe('a damaged database', () => {
  it.each([
    ['is empty', () => truncate(file, 0)],
    ['is no database', () => writeFile(file, 'x'.repeat(10_000))],
    ['is cut short', () => truncate(file, Math.floor(statSync(file).size / 2 / 4096) * 4096)],
    [
      'has a page overwritten',
      async () => {
        const bytes = await readFile(file);
        bytes.fill(0xa5, 4096 * 3, 4096 * 8);
        await writeFile(file, bytes);
      },
    ],
    [
      'belongs to another program',
      async () => {
        await rm(file);
        const other = new Database(file);
        other.exec('CREATE TABLE theirs (id TEXT)');
        other.close();
      },
    ],
    [
      'is gone while its journal is there',
      async () => {
        await rm(file);
        await writeFile(`${file}-wal`, 'journal');
      },
    ],
  ])('that %s is named, with what to do, and never made anew', async (_, damage) => {
    for (let i = 0; i < 20; i++) write();
    await damage();
    const before = existsSync(file) ? await readFile(file) : null;
    const error = thrownBy(() => openSqliteStore(folder));
    expect(error).toBeInstanceOf(DatabaseDamagedError);
    expect(String(error)).toContain(file);
    expect(String(error)).toContain('backup');
    expect(existsSync(file) ? await readFile(file) : null).toEqual(before);
  });
});

describe('a disk that refuses', () => {
  it('makes a transaction fail as a whole (disk full), and the next one may succeed', () => {
    write();
    const full: Migration = (database) => void database.value('PRAGMA max_page_count = 100');
    const { store, close } = openSqliteStore(folder, { migrations: [...migrations, full] });
    const error = thrownBy(() => {
      for (;;) store.transaction(writeRound);
    });
    expect(error).toBeInstanceOf(SynchroError);
    expect(error).toMatchObject({ code: 'storage-failed', details: { reason: 'SQLITE_FULL' } });
    const { round, expected, found } = readRounds(store);
    expect(round).toBeGreaterThan(1);
    expect(found).toEqual(expected);
    store.transaction((tx) => tx.posted.delete(tx.posted.keys('source').map(({ id }) => id)));
    close();
  });

  it('is told where another program holds the file', () => {
    write();
    const other = new Database(file);
    other.exec('BEGIN IMMEDIATE');
    const error = thrownBy(() => openSqliteStore(folder));
    other.close();
    expect(error).toBeInstanceOf(DatabaseUnavailableError);
  });

  it('is told where the folder cannot be made', async () => {
    await writeFile(join(folder, 'file'), '');
    expect(thrownBy(() => openSqliteStore(join(folder, 'file', 'sub')))).toBeInstanceOf(
      DatabaseUnavailableError,
    );
  });

  it.skipIf(process.getuid?.() === 0 || process.platform === 'win32')(
    'is told where rights are missing',
    async () => {
      await chmod(folder, 0o500);
      expect(thrownBy(() => openSqliteStore(folder))).toBeInstanceOf(DatabaseUnavailableError);
      await chmod(folder, 0o700);
    },
  );
});
