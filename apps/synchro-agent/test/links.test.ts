import { existsSync, statSync } from 'node:fs';
import {
  copyFile,
  cp,
  mkdir,
  mkdtemp,
  readFile,
  rename,
  rm,
  stat,
  utimes,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import type { LinkRecord } from '@synchro/mandate-service';
import { changed, joined, sampleBytes, sampleDocument } from '@synchro/sync-core/sample-documents';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Database } from '../src/store/database.js';
import { openAgent } from './test-agent.js';

// A busy machine is slow, and no reason to fail.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const SHM = '/dev/shm';
const hasSecondVolume = existsSync(SHM) && statSync(SHM).dev !== statSync(tmpdir()).dev;
const CONTENT = sampleDocument({ seed: 1, ownBytes: 60_000 });

let root: string;
let agent: Awaited<ReturnType<typeof openAgent>>;
const elsewhere: string[] = [];
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'synchro-links-'));
  agent = await openAgent(root);
});
afterEach(async () => {
  await agent.close();
  for (const folder of [root, ...elsewhere.splice(0)]) await rm(folder, { recursive: true, force: true });
});

interface Attached {
  readonly mandateId: string;
  readonly fileId: string;
  readonly path: string;
}

/** Writes in place until its time of change is later than its birth, as a program does that saves. */
async function save(path: string, bytes: Uint8Array): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const before = await stat(path, { bigint: true }).catch(() => null);
  await expect
    .poll(async () => {
      await writeFile(path, bytes);
      const { mtimeNs, birthtimeNs } = await stat(path, { bigint: true });
      return mtimeNs > birthtimeNs && mtimeNs !== before?.mtimeNs;
    })
    .toBe(true);
}

/** The service tells nobody by what it knows a document, so the test looks where that is kept. */
const isKnown = async (fileId: string, path: string): Promise<boolean> => {
  const { size, mtimeMs } = await stat(path);
  const database = new Database(join(root, 'data', 'synchro.db'));
  try {
    const [body] = database.prepare<[string]>('SELECT body FROM links WHERE id = ?').get(fileId) ?? ['{}'];
    const { look, sketch } = JSON.parse(body) as Partial<LinkRecord>;
    return look?.size === size && Math.abs(look.modifiedAtMs - mtimeMs) < 0.01 && sketch?.size === size;
  } finally {
    database.close();
  }
};
const known = (fileId: string, path: string) =>
  expect.poll(() => isKnown(fileId, path), { timeout: 20_000 }).toBe(true);

async function attach(mandateId: string, path: string, bytes: Uint8Array = CONTENT): Promise<Attached> {
  await save(path, bytes);
  const { id } = await agent.service.handlers.attachFile({
    params: { mandateId },
    query: undefined,
    body: { product: 'facturation', path },
    idempotencyKey: null,
  });
  await known(id, path);
  return { mandateId, fileId: id, path };
}

/** A mandate in a folder of its own, with one document. */
async function open(folder = 'Rochat', name = 'Atelier Rochat.fac', bytes?: Uint8Array): Promise<Attached> {
  const accountingFile = join(root, folder, 'Compta 2026.cre');
  await save(accountingFile, sampleDocument({ seed: folder.length + 500, ownBytes: 20_000, template: 9 }));
  const { id } = await agent.service.handlers.createMandate({
    params: undefined,
    query: undefined,
    body: { name: basename(folder), accountingFile },
    idempotencyKey: null,
  });
  return attach(id, join(root, folder, name), bytes);
}

const link = ({ mandateId, fileId }: Attached, query: { path?: string; documentId?: string } = {}) =>
  agent.service.handlers.getLink({
    params: { mandateId, fileId },
    query,
    body: undefined,
    idempotencyKey: null,
  });
const status = async (document: Attached) => (await link(document)).status;
const becomes = (document: Attached, expected: string) =>
  expect.poll(() => status(document), { timeout: 20_000, interval: 20 }).toBe(expected);
const places = async (document: Attached) =>
  (await link(document)).candidates.map(({ path, certainty, reasons }) => [path, certainty, ...reasons]);

describe('links on a disk', () => {
  it('L1: renamed, moved within the volume, moved and renamed: certain by its number', async () => {
    const document = await open();
    const folder = dirname(document.path);
    await mkdir(join(folder, 'Factures'));
    for (const [name, expected] of [
      ['Rochat SA.fac', 'renamed'],
      ['Factures/Atelier Rochat.fac', 'moved'],
      ['Factures/Rochat SA.fac', 'moved-and-renamed'],
    ] as const) {
      const to = join(folder, name);
      await rename(document.path, to);
      await becomes(document, expected);
      expect(await places(document)).toMatchObject(
        [[to, 'certain', 'file-number', 'size-and-time']].map(
          (place) => expect.arrayContaining(place) as unknown,
        ),
      );
      await rename(to, document.path);
      await becomes(document, 'linked');
    }
  });

  it('L7: the folder renamed, and the folder above it, are noticed within seconds, and all files with it', async () => {
    const document = await open('Clients/Rochat');
    const renamed = join(root, 'Clients', 'Rochat SA');
    let started = performance.now();
    await rename(dirname(document.path), renamed);
    await becomes(document, 'moved');
    expect(performance.now() - started).toBeLessThan(5_000);
    const migration = () =>
      agent.service.handlers.getMigration({
        params: { mandateId: document.mandateId },
        query: undefined,
        body: undefined,
        idempotencyKey: null,
      });
    expect((await migration()).links.map((one) => [one.role, one.status])).toEqual([
      ['accounting', 'moved'],
      ['document', 'moved'],
    ]);
    await rename(renamed, dirname(document.path));
    await becomes(document, 'linked');
    started = performance.now();
    await rename(join(root, 'Clients'), join(root, 'Mandats'));
    await becomes(document, 'moved');
    expect(performance.now() - started).toBeLessThan(8_000);
    expect((await link(document)).candidates[0]?.path).toBe(
      join(root, 'Mandats', 'Rochat', 'Atelier Rochat.fac'),
    );
  });

  it.skipIf(!hasSecondVolume)(
    'L6c: across volumes: certain by content and time, for a person to say once it was saved',
    async () => {
      const document = await open();
      const stick = await mkdtemp(join(SHM, 'synchro-links-'));
      elsewhere.push(stick);
      await attach(
        document.mandateId,
        join(stick, 'Filiale.fac'),
        sampleDocument({ seed: 3, ownBytes: 60_000 }),
      );
      const moved = join(stick, 'Rochat SA.fac');
      await cp(document.path, moved, { preserveTimestamps: true });
      const { atime, mtime } = await stat(document.path);
      await utimes(moved, atime, mtime);
      const kept = (await stat(moved)).mtimeMs === (await stat(document.path)).mtimeMs;
      await rm(document.path);
      // Node keeps times to the millisecond only, `mv` to the nanosecond: without it, the content alone speaks.
      await becomes(document, kept ? 'moved-and-renamed' : 'ambiguous');
      expect((await link(document)).candidates).toMatchObject([{ path: moved }]);
      await writeFile(moved, joined(sampleBytes(300, 4), changed(CONTENT, 4)));
      await expect.poll(() => places(document), { timeout: 40_000 }).toEqual([[moved, 'likely', 'content']]);
      expect(await status(document)).toBe('ambiguous');
    },
  );

  it('L4: a copy beside it, also one that a cloud folder made, disturbs nobody and is not taken for it', async () => {
    const document = await open();
    const folder = dirname(document.path);
    const conflict = join(folder, 'Atelier Rochat (conflicted copy 2026-06-05).fac');
    await cp(document.path, conflict, { preserveTimestamps: true });
    await agent.service.scans.scan(document.mandateId);
    expect(await status(document)).toBe('linked');
    expect((await link(document, { path: conflict })).status).toBe('copy');
    const renamed = join(folder, 'Rochat SA.fac');
    await rename(document.path, renamed);
    await becomes(document, 'renamed');
    expect((await link(document)).candidates.map(({ path }) => path)).toEqual([renamed]);
  });

  it('L5: deleted is missing, and the file that gets its number is not it', async () => {
    const document = await open();
    const { ino } = await stat(document.path);
    const other = join(dirname(document.path), 'Tout autre.fac');
    await rm(document.path);
    await expect
      .poll(async () => {
        await rm(other, { force: true });
        await writeFile(other, sampleDocument({ seed: 7, ownBytes: 60_000 }));
        return (await stat(other)).ino === ino;
      })
      .toBe(true);
    await becomes(document, 'missing');
    expect(await places(document)).toEqual([]);
  });

  it('L8: restored older, and saved by renaming over it, it is itself; and is known afterwards', async () => {
    const document = await open();
    const backup = await readFile(document.path);
    const { mtime } = await stat(document.path);
    await writeFile(`${document.path}.new`, changed(CONTENT, 2));
    await rename(`${document.path}.new`, document.path);
    await known(document.fileId, document.path);
    expect(await status(document)).toBe('linked');
    await rename(document.path, `${document.path.slice(0, -4)} 2.fac`);
    await becomes(document, 'renamed');
    expect(await places(document)).toMatchObject([expect.arrayContaining(['certain', 'file-number'])]);
    await writeFile(document.path, backup);
    await utimes(document.path, mtime, mtime);
    await known(document.fileId, document.path);
    expect(await status(document)).toBe('linked');
  });

  it('L8: swapped with the document of another mandate, each is told', async () => {
    const document = await open();
    const other = await open('Dubois', 'Dubois.fac', sampleDocument({ seed: 8, ownBytes: 60_000 }));
    const swap = join(root, 'swap');
    await rename(document.path, swap);
    await rename(other.path, document.path);
    await rename(swap, other.path);
    await becomes(document, 'other-file');
    await becomes(other, 'other-file');
  });

  it('L2: of two copies of what is gone a person chooses', async () => {
    const document = await open();
    const copies = ['A.fac', 'B.fac'].map((name) => join(dirname(document.path), name));
    for (const copy of copies) await cp(document.path, copy, { preserveTimestamps: true });
    await rm(document.path);
    await becomes(document, 'ambiguous');
    expect((await link(document)).candidates.map(({ path }) => path)).toEqual(copies);
  });

  it('L6a: what happened while the agent was off is found when it starts', async () => {
    const document = await open();
    await agent.close();
    const renamed = join(root, 'Rochat SA');
    await rename(dirname(document.path), renamed);
    const now = join(renamed, basename(document.path));
    await writeFile(now, changed(CONTENT, 3));
    agent = await openAgent(root);
    await becomes(document, 'moved');
    expect(await places(document)).toEqual([[now, 'certain', 'file-number', 'name']]);
    await agent.close();
    await copyFile(now, `${now}.new`);
    await rm(now);
    await rename(`${now}.new`, join(renamed, 'Autre nom.fac'));
    agent = await openAgent(root);
    await expect
      .poll(() => places(document), { timeout: 20_000 })
      .toEqual([[join(renamed, 'Autre nom.fac'), 'likely', 'content']]);
  });

  it.each([
    ['case only', 'Atelier.fac', 'atelier.fac'],
    ['from NFC to NFD', 'Société.fac'.normalize('NFC'), 'Société.fac'.normalize('NFD')],
    ['from NFD to NFC', 'Société.fac'.normalize('NFD'), 'Société.fac'.normalize('NFC')],
    ['spaces, signs and emoji', ' a #1 100%20 & ?x=y 🧾.fac', '%2e%2e #🧾🇨🇭 \'"`$(x).fac'],
    ['long names', `${'é'.repeat(100)}.fac`, `${'x'.repeat(240)}.fac`],
  ])('L1: renamed in %s', async (_, from, to) => {
    const document = await open(`Dossier ${'long '.repeat(20)}/${'très '.repeat(20)}#%🧾`, from);
    const renamed = join(dirname(document.path), to);
    await rename(document.path, renamed);
    // Where the system takes both spellings for one, the document is still found at its place.
    const isSame = (await stat(document.path).catch(() => null)) !== null;
    await becomes(document, isSame ? 'linked' : 'renamed');
    if (!isSame)
      expect((await link(document)).candidates).toMatchObject([{ path: renamed, certainty: 'certain' }]);
  });
});
