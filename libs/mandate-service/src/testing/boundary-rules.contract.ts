import type { Product } from '@synchro/sync-core/domain';
import { beforeEach, describe, expect, it } from 'vitest';
import { failureOf } from './failure-of.js';
import { HOME } from './service-harness.js';
import type { ServiceHarness } from './service-harness.js';
import { chartFile, FOLDER } from './test-files.js';

const DOCUMENT = `${FOLDER}/Atelier Rochat.fac`;
const OTHER_TYPES = ['/etc/passwd', '/srv/x.docx', '/srv/x', '/srv/x.fac.exe', '/srv/x.fac\u202e'];

/** Which files a mandate accepts, and what a refusal and a listing reveal. */
export function boundaryRules(harness: () => ServiceHarness): void {
  describe('boundaries', () => {
    let h: ServiceHarness;
    let params: { readonly mandateId: string };
    beforeEach(async () => {
      h = harness();
      h.files.createFolder(HOME);
      h.files.write(DOCUMENT, 'invoicing: an opaque binary');
      params = { mandateId: (await h.createMandate()).id };
    });

    const attach = (path: string, product: Product = 'facturation') =>
      h.call('attachFile', { params, body: { product, path } });
    const create = (accountingFile: string, chart?: string) =>
      h.call('createMandate', {
        body: { name: 'Autre', accountingFile, ...(chart === undefined ? {} : { chartFile: chart }) },
      });
    const restore = (fileId: string, from: string, path: string) =>
      h.call('restoreLink', { params: { ...params, fileId }, body: { from, path, adopt: true, along: [] } });
    const list = (path?: string) => h.call('listFolder', { query: path === undefined ? {} : { path } });
    const roots = async () => (await list()).entries.map(({ path }) => path);
    /** The whole answer but the path that was asked for. */
    const answer = async (work: Promise<unknown>) => {
      const { code, details } = await failureOf(work);
      return { code, ...Object.fromEntries(Object.entries(details).filter(([key]) => key !== 'path')) };
    };

    it('D4: only files of types that programs of the family write are attached; a refusal lists the types', async () => {
      const types = [
        '.cre',
        '.fac',
        '.facx',
        '.sal',
        '.salx',
        '.crbank',
        '.crassets',
        '.ecf',
        '.ecs',
        '.eca',
      ];
      for (const path of OTHER_TYPES) {
        expect(await answer(attach(path))).toEqual({ code: 'file-type-unknown', field: 'path', types });
        h.files.write(path, 'root:x:0:0');
        expect(await answer(attach(path))).toEqual({ code: 'file-type-unknown', field: 'path', types });
      }
      for (const type of ['fac', 'FACX', 'sal', 'salx', 'crbank', 'crassets']) {
        h.files.write(`${FOLDER}/x.${type}`, 'a document');
        expect(await attach(`${FOLDER}/x.${type}`)).toMatchObject({ role: 'document' });
      }
    });

    it('D4: a chart is a .crp, whatever other file is there', async () => {
      h.files.write(`${HOME}/Compta.cre`, 'an accounting');
      h.files.write('/etc/shadow', chartFile());
      const refused = { code: 'not-a-chart', field: 'chartFile', problems: [] };
      expect(await answer(create(`${HOME}/Compta.cre`, '/etc/shadow'))).toEqual(refused);
      expect(await answer(create(`${HOME}/Compta.cre`, '/etc/none'))).toEqual(refused);
      expect(h.readWhole).not.toContain('/etc/shadow');
    });

    it('D4: a corrected link keeps the type of its file, or another type of that role', async () => {
      const { id } = await attach(DOCUMENT);
      h.files.write('/etc/passwd', 'root:x:0:0');
      h.files.write(`${FOLDER}/Autre.cre`, 'an accounting');
      for (const path of ['/etc/passwd', '/etc/none', `${FOLDER}/Autre.cre`])
        expect((await answer(restore(id, DOCUMENT, path))).code).toBe('file-type-unknown');
      h.files.rename(DOCUMENT, `${FOLDER}/Atelier Rochat.facx`);
      expect((await restore(id, DOCUMENT, `${FOLDER}/Atelier Rochat.facx`)).restored).toHaveLength(1);
      expect((await answer(list('/etc'))).code).toBe('folder-not-allowed');
      // A document of a type that an earlier version accepted.
      h.store.transaction((tx) => {
        const file = tx.files.get(id);
        if (file !== undefined) tx.files.put({ ...file, path: `${FOLDER}/x.dat` });
      });
      h.files.write(`${FOLDER}/y.dat`, 'a document');
      expect((await restore(id, `${FOLDER}/x.dat`, `${FOLDER}/y.dat`)).restored).toHaveLength(1);
    });

    it('D4a: what is hidden, the kernel’s, refused, no file or not there has one answer', async () => {
      h.files.write(`${HOME}/Fermé/x.fac`, '');
      h.files.write('/elsewhere/x.fac', '');
      h.files.link(`${HOME}/lien.fac`, '/elsewhere/x.fac');
      h.files.createFolder(`${HOME}/folder.fac`);
      const paths = [
        ...['/proc/self/x.fac', '/sys/x.fac', '/dev/x.fac', `${HOME}/.ssh/x.fac`, `${HOME}/.x.fac`],
        ...[`${HOME}/.a/b/c.fac`, `${HOME}/$Recycle.Bin/x.fac`, `${HOME}/lien.fac`, `${HOME}/folder.fac`],
      ];
      for (const path of paths.slice(0, 7)) h.files.write(path, 'a document');
      const notThere = { code: 'path-not-found', field: 'path' };
      expect(await answer(attach(`${HOME}/none.fac`))).toEqual(notThere);
      for (const path of paths) expect([path, await answer(attach(path))]).toEqual([path, notThere]);
      h.files.write('/dev/shm/x.fac', 'a document');
      expect(await attach('/dev/shm/x.fac')).toMatchObject({ role: 'document' });
      expect(await answer(attach('/dev/shm/.x/x.fac'))).toEqual(notThere);
      h.files.write(`${HOME}/.a/Compta.cre`, 'an accounting');
      expect((await answer(create(`${HOME}/.a/Compta.cre`))).code).toBe('path-not-found');
      const { id } = await attach(DOCUMENT);
      expect(await answer(restore(id, DOCUMENT, `${HOME}/.a/b/c.fac`))).toEqual(notThere);
    });

    it('D4b: a document outside the allowed folders is attached, and only then its folder is listed', async () => {
      h.files.write('/srv/Clients/Rochat/Rochat.fac', 'a document');
      h.files.write('/srv/Clients/Autre/x.fac', 'a document');
      const folder = '/srv/Clients/Rochat';
      expect((await answer(list(folder))).code).toBe('folder-not-allowed');
      expect((await answer(attach(`${folder}/none.fac`))).code).toBe('path-not-found');
      expect((await answer(list(folder))).code).toBe('folder-not-allowed');
      const { id } = await attach(`${folder}/Rochat.fac`);
      expect((await list(folder)).entries.map(({ name }) => name)).toEqual(['Rochat.fac']);
      await h.call('detachFile', { params: { ...params, fileId: id }, query: { pendingSeen: 0 } });
      expect((await answer(list(folder))).code).toBe('folder-not-allowed');
    });

    it('D3a: a hidden folder and the system’s are not listed when they are named directly, nor searched', async () => {
      const { id: fileId } = await attach(DOCUMENT);
      const names = ['.ssh', 'sub/.hidden', 'sub/.hidden/deep', 'System Volume Information', 'AppData/x'];
      for (const name of names) h.files.write(`${HOME}/${name}/x.fac`, '');
      for (const path of [...names, '.none', 'sub/.none'].map((name) => `${HOME}/${name}`)) {
        expect([path, (await answer(list(path))).code]).toEqual([path, 'folder-not-allowed']);
        const follower = { signal: { aborted: false }, onProgress: () => undefined };
        const search = h.service.searchFile({ ...params, fileId }, { folder: path }, follower);
        expect((await answer(search)).code).toBe('folder-not-allowed');
      }
      expect(h.listed.filter((folder) => /ssh|hidden|System|AppData/.test(folder))).toEqual([]);
    });

    it('D3a: a file that a mandate has had in a hidden folder makes no folder listable', async () => {
      const { id } = await attach(DOCUMENT);
      h.files.write(`${HOME}/Mandats/.caché/x.fac`, 'a document');
      expect(await roots()).toEqual([HOME, '/mandats']);
      // As a version before this rule recorded it.
      h.store.transaction((tx) => {
        const file = tx.files.get(id);
        if (file !== undefined) tx.files.put({ ...file, path: '/srv/.caché/Rochat/Rochat.fac' });
      });
      await h.restart();
      expect(await roots()).toEqual([HOME, '/mandats']);
      expect((await answer(list('/srv/.caché/Rochat'))).code).toBe('folder-not-allowed');
    });
  });
}
