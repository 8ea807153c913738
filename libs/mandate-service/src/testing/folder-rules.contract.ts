import { describe, expect, it } from 'vitest';
import { failureOf } from './failure-of.js';
import { HOME } from './service-harness.js';
import type { ServiceHarness } from './service-harness.js';
import { ACCOUNTING } from './test-files.js';

/** What the service must do where people choose a file. */
export function folderRules(harness: () => ServiceHarness): void {
  describe('folders', () => {
    const list = (path?: string, extensions?: string) =>
      harness().call('listFolder', {
        query: {
          ...(path === undefined ? {} : { path }),
          ...(extensions === undefined ? {} : { extensions }),
        },
      });
    const refused = async (path: string) => (await failureOf(list(path))).code;
    const names = async (path?: string, extensions?: string) =>
      (await list(path, extensions)).entries.map(({ name }) => name);

    it('D2: it begins where everything allowed is reached from: what is configured, and the folders of mandates', async () => {
      const h = harness();
      expect((await list()).entries).toEqual([]); // Nobody has such a home.
      h.files.createFolder(HOME);
      await h.createMandate();
      expect(await list()).toEqual({
        path: null,
        parent: null,
        cloudDrive: null,
        entries: [
          { path: HOME, name: 'anna', kind: 'folder', mandate: null },
          { path: '/mandats', name: 'mandats', kind: 'folder', mandate: null },
        ],
        truncated: false,
      });
      expect(await refused('/')).toBe('folder-not-allowed');
    });

    it('D2: a folder is told of its own where no folder that is shown leads to it', async () => {
      const h = harness();
      h.files.write(`${HOME}/AppData/Rochat/Compta 2026.cre`, 'the accounting');
      h.files.write(`${HOME}/Mandats/Dubois/2026/Compta 2026.cre`, 'the accounting');
      for (const [name, folder] of [
        ['Rochat', 'AppData/Rochat'],
        ['Dubois', 'Mandats/Dubois/2026'],
      ] as const)
        await h.call('createMandate', {
          body: { name, accountingFile: `${HOME}/${folder}/Compta 2026.cre` },
        });
      expect((await list()).entries.map(({ path }) => path)).toEqual([HOME, `${HOME}/AppData`]);
    });

    it('D2: the top of a file system is not allowed by a file that lies in a folder of it', async () => {
      const h = harness();
      h.files.write('/Compta/Compta 2026.cre', 'the accounting');
      await h.call('createMandate', {
        body: { name: 'Rochat', accountingFile: '/Compta/Compta 2026.cre' },
      });
      expect((await list()).entries.map(({ path }) => path)).toEqual(['/Compta']);
      expect(await list('/Compta')).toMatchObject({ parent: null });
      expect(await refused('/')).toBe('folder-not-allowed');
    });

    it('D2: of other folders nothing is told, not even whether they are there', async () => {
      const h = harness();
      h.files.write('/etc/secrets/x.fac', '');
      h.files.createFolder(`${HOME}/Compta`);
      await h.createMandate();
      for (const path of [
        '/etc/secrets',
        '/etc/none',
        '/',
        `${HOME}/../../etc/secrets`,
        `${HOME}/..`,
        '/home/annab',
      ])
        expect([path, await refused(path)]).toEqual([path, 'folder-not-allowed']);
      expect(h.listed.filter((folder) => folder.startsWith('/etc'))).toEqual([]);
      expect(await refused('Compta')).toBe('path-not-absolute');
      expect(await refused(`${HOME}/none`)).toBe('path-not-found');
      expect(await refused(ACCOUNTING)).toBe('path-not-found');
      expect(await list(`${HOME}/./Compta/../Compta/`)).toMatchObject({
        path: `${HOME}/Compta`,
        parent: HOME,
      });
    });

    it('D2: a folder of a mandate is allowed in another spelling of é too, those beside the one above it are not', async () => {
      const h = harness();
      const folder = '/mandats/Léman/2026';
      h.files.write(`${folder}/Compta 2026.cre`.normalize('NFD'), 'the accounting');
      await h.call('createMandate', {
        body: { name: 'Léman', accountingFile: `${folder}/Compta 2026.cre`.normalize('NFD') },
      });
      expect(await refused(`${folder}/none`)).toBe('path-not-found');
      expect(await refused('/mandats/Lausanne')).toBe('folder-not-allowed');
    });

    it('D3: links are neither shown nor followed, hidden names and what is the system’s are left out', async () => {
      const h = harness();
      h.files.write('/elsewhere/Secret/x.fac', '');
      h.files.link(`${HOME}/Lien`, '/elsewhere/Secret');
      h.files.link(`${HOME}/lien.fac`, '/elsewhere/Secret/x.fac');
      for (const name of [
        '.hidden.fac',
        '$RECYCLE.BIN/x.fac',
        'System Volume Information/x',
        'AppData/x',
        'a.fac',
      ])
        h.files.write(`${HOME}/${name}`, '');
      expect(await names(HOME)).toEqual(['a.fac']);
      expect(await refused(`${HOME}/Lien`)).toBe('folder-not-allowed');
      expect(await refused(`${HOME}/Lien/none`)).toBe('folder-not-allowed');
    });

    it('D3: folders come first, each in the order that people expect; extensions choose among files', async () => {
      const h = harness();
      for (const name of [
        'Facture 10.fac',
        'facture 9.FAC',
        'Été.sal',
        'zoo.fac',
        'etat.txt',
        'Rochat/x',
        '2026/x',
      ])
        h.files.write(`${HOME}/${name}`, '');
      expect(await names(HOME)).toEqual([
        '2026',
        'Rochat',
        'etat.txt',
        'Été.sal',
        'facture 9.FAC',
        'Facture 10.fac',
        'zoo.fac',
      ]);
      expect(await names(HOME, 'fac,sal')).toEqual([
        '2026',
        'Rochat',
        'Été.sal',
        'facture 9.FAC',
        'Facture 10.fac',
        'zoo.fac',
      ]);
    });

    it('D3: it is told whose a file is already, and which cloud drive keeps the folder', async () => {
      const h = harness();
      const folder = `${HOME}/OneDrive - Firma SA/Léman`;
      h.files.write(`${folder}/Compta été.cre`.normalize('NFD'), 'the accounting');
      h.files.write(`${folder}/Autre.cre`, 'an accounting');
      const { id } = await h.call('createMandate', {
        body: { name: 'Léman', accountingFile: `${folder}/Compta été.cre`.normalize('NFD') },
      });
      h.files.rename(`${folder}/Compta été.cre`.normalize('NFD'), `${folder}/Compta été.cre`);
      const { cloudDrive, entries } = await list(folder);
      expect(cloudDrive).toBe('OneDrive');
      expect(entries.map(({ name, mandate }) => [name, mandate])).toEqual([
        ['Autre.cre', null],
        ['Compta été.cre', { id, name: 'Léman' }],
      ]);
      expect((await list(HOME)).cloudDrive).toBeNull();
    });

    it('D3: at most 2,000 entries are told, and that there are more', async () => {
      const h = harness();
      for (let n = 1; n <= 2_000; n += 1) h.files.write(`${HOME}/${n}.fac`, '');
      expect(await list(HOME)).toMatchObject({ truncated: false, entries: { length: 2_000 } });
      h.files.write(`${HOME}/2001.fac`, '');
      const { truncated, entries } = await list(HOME);
      expect([truncated, entries.length, entries.at(-1)?.name]).toEqual([true, 2_000, '2000.fac']);
    });

    it('D3: what the system refuses to the service is said so; nothing is opened', async () => {
      const h = harness();
      h.files.write(`${HOME}/Fermé/x.fac`, '');
      h.files.deny(`${HOME}/Fermé`);
      expect(await names(HOME)).toEqual(['Fermé']);
      expect(await refused(`${HOME}/Fermé`)).toBe('folder-not-allowed');
      expect(h.opened).toEqual([]);
    });
  });
}
