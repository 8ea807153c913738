import { access, mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readEntryFile } from '@synchro/cresus-files';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { PlaceAct } from './acts.js';
import { fileManagerOnDisk } from './file-manager-on-disk.js';
import { documentIds, fileNames, layout } from './mandate/company.js';
import { openFolder } from './open-folder.js';
import { createPlaces } from './places.js';
import type { Places } from './places.js';
import { programFileOnDisk } from './program-file-on-disk.js';
import { openWorkshop } from './workshop.js';

const NOW = new Date('2026-06-02T10:00:00');

describe('places on a disk', () => {
  let root: string;
  let home: string;
  let places: Places;

  const openPlaces = () =>
    createPlaces(fileManagerOnDisk({ unplugged: join(root, 'unplugged') }), {
      ...layout,
      drive: join(root, 'service', 'drive'),
    });

  beforeEach(async () => {
    root = await mkdtemp(join(tmpdir(), 'places-'));
    home = join(root, 'service', 'drive', layout.folder);
    await openFolder(home, NOW);
    places = openPlaces();
  });
  afterEach(() => rm(root, { recursive: true }));

  const perform = async (...acts: readonly PlaceAct[]) => {
    for (const act of acts) {
      const done = await places.perform(act);
      if ('refusal' in done) throw new Error(`${act}: ${done.refusal}`);
    }
    return places.state();
  };
  const everything = async () => (await readdir(join(root, 'service', 'drive'), { recursive: true })).sort();
  const moved = () => join(root, 'service', 'drive', layout.movedFolder);
  const refused = (act: PlaceAct) => places.perform(act);

  it('begin at home, with every document open', async () => {
    expect(places.documents).toEqual({
      accounting: { path: join(home, fileNames.accounting), id: null },
      invoicing: { path: join(home, fileNames.invoicingDocument), id: documentIds.invoicing },
      payroll: { path: join(home, fileNames.payrollDocument), id: documentIds.payroll },
    });
    expect(Object.values(await places.state())).toEqual(Array(6).fill(false));
  });

  it('rename the document and give it its name back; it is opened where it is only when it is opened', async () => {
    expect(await perform('rename-document')).toMatchObject({ isRenamed: true, isOpenElsewhere: true });
    expect(await readdir(home)).toContain(layout.renamedDocument);
    expect(await readdir(home)).not.toContain(fileNames.invoicingDocument);
    expect(places.documents.invoicing.path).toBe(join(home, fileNames.invoicingDocument));
    expect(await perform('open-documents')).toMatchObject({ isOpenElsewhere: false });
    expect(places.documents.invoicing.path).toBe(join(home, layout.renamedDocument));
    expect(await perform('rename-document-back')).toMatchObject({ isRenamed: false, isOpenElsewhere: true });
    expect(await readdir(home)).toContain(fileNames.invoicingDocument);
  });

  it('move the folder, and back, with what was renamed in it', async () => {
    await perform('rename-document', 'move-folder', 'open-documents');
    expect(places.documents.accounting.path).toBe(join(moved(), fileNames.accounting));
    expect(places.documents.invoicing.path).toBe(join(moved(), layout.renamedDocument));
    await expect(access(home)).rejects.toThrow('ENOENT');
    expect(await perform('move-folder-back')).toMatchObject({ isFolderMoved: false, isRenamed: true });
  });

  it('have the programs write where their files are now', async () => {
    const { invoicing, payroll } = await openFolder(home, NOW);
    const workshop = openWorkshop({
      file: (name) =>
        programFileOnDisk(
          () => places.pathOf(name),
          () => Promise.resolve(),
        ),
      names: fileNames,
      invoicing,
      payroll,
      now: () => NOW,
    });
    await perform('move-folder');
    await workshop.perform('write-invoice');
    const read = readEntryFile(await readFile(join(moved(), fileNames.invoicing)));
    expect(read.ok && read.value.entries.length).toBe(21);
    await expect(access(home)).rejects.toThrow('ENOENT');
  });

  it('copy the document as it is now, with its time of change, and take the copy away', async () => {
    await perform('rename-document');
    expect(await perform('copy-document')).toMatchObject({ hasCopy: true });
    const [original, copy] = [join(home, layout.renamedDocument), join(home, layout.copy)];
    expect(await readFile(copy)).toEqual(await readFile(original));
    expect((await stat(copy)).mtimeMs).toBeCloseTo((await stat(original)).mtimeMs, 0);
    expect(await perform('open-copy')).toMatchObject({ isCopyOpen: true, isOpenElsewhere: true });
    expect(places.documents.invoicing).toEqual({ path: copy, id: documentIds.invoicing });
    expect(await perform('remove-copy')).toMatchObject({ hasCopy: false });
  });

  it('unplug the drive: everything is gone, and only plugging it in is not refused', async () => {
    const before = await everything();
    expect(await perform('unplug-drive')).toMatchObject({ isUnplugged: true });
    expect(await readdir(join(root, 'service'))).toEqual([]);
    for (const act of ['rename-document', 'copy-document', 'open-documents', 'unplug-drive'] as const)
      expect(await refused(act)).toEqual({ refusal: 'drive-unplugged' });
    expect(await perform('plug-drive')).toMatchObject({ isUnplugged: false });
    expect(await everything()).toEqual(before);
  });

  it('refuse what is not possible just now', async () => {
    for (const act of [
      'rename-document-back',
      'move-folder-back',
      'remove-copy',
      'open-copy',
      'plug-drive',
    ] as const)
      expect(await refused(act)).toEqual({ refusal: 'not-there' });
    await perform('rename-document', 'move-folder', 'copy-document');
    for (const act of ['rename-document', 'move-folder', 'copy-document'] as const)
      expect(await refused(act)).toEqual({ refusal: 'not-there' });
  });

  it('write over nothing that somebody else put there', async () => {
    await perform('move-folder');
    await openFolder(home, NOW);
    expect(await places.state()).toMatchObject({ isFolderMoved: false });
    expect(await refused('move-folder')).toEqual({ refusal: 'not-there' });
    expect(await refused('move-folder-back')).toEqual({ refusal: 'not-there' });
  });

  it.each([
    { left: ['rename-document', 'copy-document', 'move-folder', 'unplug-drive'] },
    { left: ['move-folder', 'rename-document', 'open-documents', 'copy-document', 'open-copy'] },
  ] satisfies { left: PlaceAct[] }[])(
    'put all back, also what an earlier start left: $left',
    async ({ left }) => {
      const before = await readdir(home);
      const { documents } = places;
      await perform(...left);
      places = openPlaces();
      await places.putBack();
      expect((await readdir(home)).sort()).toEqual(before.sort());
      expect(places.documents).toEqual(documents);
      expect(Object.values(await places.state())).toEqual(Array(6).fill(false));
    },
  );

  it('know the home of a file by any name that it had meanwhile, and of no other', () => {
    const invoicing = join(home, fileNames.invoicingDocument);
    expect(places.homeOf(join(moved(), layout.renamedDocument))).toBe(invoicing);
    expect(places.homeOf(join(home, layout.copy))).toBe(invoicing);
    expect(places.homeOf(join(moved(), fileNames.payroll))).toBe(join(home, fileNames.payroll));
    expect(places.homeOf(join(home, 'another.fac'))).toBeNull();
  });
});
