import type { FileSearch } from '@synchro/sync-core/contract';
import { sampleDocument } from '@synchro/sync-core/sample-documents';
import { describe, expect, it } from 'vitest';
import { failureOf } from './failure-of.js';
import { HOME } from './service-harness.js';
import type { ServiceHarness } from './service-harness.js';
import { FOLDER } from './test-files.js';

const DOCUMENT = `${FOLDER}/Atelier Rochat.fac`;
const CONTENT = sampleDocument({ seed: 1, ownBytes: 60_000 });
const NOBODY = { aborted: false };

/** What the service must do where a person has a lost file sought. */
export function searchRules(harness: () => ServiceHarness): void {
  describe('searching a lost file', () => {
    const open = async () => {
      const h = harness();
      h.files.createFolder(HOME);
      h.files.write(DOCUMENT, '');
      h.files.write(DOCUMENT, CONTENT);
      const { id: mandateId } = await h.createMandate();
      const { id: fileId } = await h.call('attachFile', {
        params: { mandateId },
        body: { product: 'facturation', path: DOCUMENT },
      });
      await h.advance(5_000);
      const params = { mandateId, fileId };
      return {
        h,
        params,
        /** The document is gone, and a copy lies where nobody looks by himself. */
        lose: async (to: string, content = CONTENT) => {
          h.files.remove(DOCUMENT);
          h.files.write(to, content);
          await h.advance(40_000);
        },
        search: async (folder: string, signal: { readonly aborted: boolean } = NOBODY) => {
          const told: FileSearch[] = [];
          const last = await h.service.searchFile(
            params,
            { folder },
            { signal, onProgress: (one) => told.push(one) },
          );
          return { told, last };
        },
        link: () => h.call('getLink', { params, query: {} }),
        restore: (path: string) =>
          h.call('restoreLink', { params, body: { from: DOCUMENT, path, adopt: false, along: [] } }),
      };
    };
    const FOUND = `${HOME}/Archives/2026/Vieux.fac`;

    it('L7c: it is sought in everything below, files are opened, and where it may be is told of the link', async () => {
      const { h, lose, search, link } = await open();
      await lose(FOUND);
      h.files.write(`${HOME}/Archives/Autre.fac`, sampleDocument({ seed: 7, ownBytes: 60_000 }));
      expect(await link()).toMatchObject({ status: 'missing', candidates: [] });
      const { told, last } = await search(HOME);
      expect(told[0]).toEqual({ isOver: false, folders: 0, files: 0, found: 0 });
      expect(last).toEqual({ isOver: true, folders: 3, files: 2, found: 1 });
      expect(await link()).toMatchObject({
        status: 'ambiguous',
        candidates: [{ path: FOUND, certainty: 'likely', reasons: ['content'] }],
      });
      expect(h.service.getOverview().notifications).toMatchObject([{ notification: { kind: 'file-moved' } }]);
    });

    it('L7c: what was found is taken without a person saying that it is the file, and is then told no more', async () => {
      const { lose, search, restore, link } = await open();
      await lose(FOUND);
      expect((await failureOf(restore(FOUND))).code).toBe('not-the-same-file');
      await search(HOME);
      expect((await restore(FOUND)).restored).toMatchObject([{ from: DOCUMENT, to: FOUND }]);
      expect(await link()).toMatchObject({ status: 'linked', candidates: [] });
    });

    it('L7c: it is told as long as a file is there, without being sought again', async () => {
      const { h, lose, search, link } = await open();
      await lose(FOUND);
      await search(HOME);
      await h.advance(60_000);
      expect((await link()).candidates).toHaveLength(1);
      const before = h.listed.filter((folder) => folder.startsWith(HOME)).length;
      h.files.remove(FOUND);
      await h.settle();
      expect((await link()).candidates).toEqual([]);
      expect(h.listed.filter((folder) => folder.startsWith(HOME))).toHaveLength(before);
    });

    it('L7c: back in its place, nothing of it is told, and nothing is when it is lost again', async () => {
      const { h, lose, search, link } = await open();
      await lose(FOUND);
      await search(HOME);
      h.files.write(DOCUMENT, CONTENT);
      await h.advance(5_000);
      expect(await link()).toMatchObject({ status: 'linked', candidates: [] });
      h.files.remove(DOCUMENT);
      await h.advance(40_000);
      expect(await link()).toMatchObject({ status: 'missing', candidates: [] });
    });

    it('L7c: a second search adds to what was found by the first', async () => {
      const { h, lose, search, link } = await open();
      await lose(FOUND);
      h.files.write(`${HOME}/Bureau/Atelier Rochat.fac`, CONTENT);
      await search(`${HOME}/Archives`);
      await search(`${HOME}/Bureau`);
      expect((await link()).candidates.map(({ path }) => path)).toEqual([
        `${HOME}/Bureau/Atelier Rochat.fac`,
        FOUND,
      ]);
    });

    it('L7c: the mandate’s other files are then sought beside it', async () => {
      const { h, params, search, link } = await open();
      const second = `${FOLDER}/Seconde.fac`;
      h.files.write(second, '');
      h.files.write(second, sampleDocument({ seed: 3, ownBytes: 60_000 }));
      const { id } = await h.call('attachFile', {
        params: { mandateId: params.mandateId },
        body: { product: 'facturation', path: second },
      });
      await h.advance(5_000);
      for (const path of [DOCUMENT, second]) h.files.rename(path, path.replace(FOLDER, `${HOME}/Clients/R`));
      await h.advance(40_000);
      await search(HOME);
      await h.settle();
      expect((await link()).candidates).toMatchObject([
        { certainty: 'certain', along: [{ fileId: id, to: `${HOME}/Clients/R/Seconde.fac` }] },
      ]);
    });

    it('L7c: what is hidden, the system’s, behind a link, refused or another mandate’s is passed over', async () => {
      const { h, params, lose, search } = await open();
      await lose(`${HOME}/.Trash/Atelier Rochat.fac`);
      h.files.write(`${HOME}/$RECYCLE.BIN/Atelier Rochat.fac`, CONTENT);
      h.files.write('/elsewhere/Atelier Rochat.fac', CONTENT);
      h.files.link(`${HOME}/Lien`, '/elsewhere');
      h.files.write(`${HOME}/Fermé/Atelier Rochat.fac`, CONTENT);
      h.files.deny(`${HOME}/Fermé`);
      h.files.write(`${HOME}/Attaché/x.fac`, CONTENT);
      await h.call('attachFile', {
        params: { mandateId: params.mandateId },
        body: { product: 'facturation', path: `${HOME}/Attaché/x.fac` },
      });
      expect((await search(HOME)).last).toMatchObject({ isOver: true, found: 0 });
    });

    it('L7c: given up, it looks at nothing more, and what was found until then is told', async () => {
      const { h, lose, search, link } = await open();
      await lose(`${HOME}/0/Vieux.fac`);
      for (let n = 1; n <= 50; n += 1) h.files.createFolder(`${HOME}/${n}`);
      const from = h.listed.length;
      const looked = () => h.listed.slice(from);
      const signal = {
        get aborted() {
          return looked().includes(`${HOME}/0`);
        },
      };
      expect((await search(HOME, signal)).last).toMatchObject({ isOver: true, files: 0, found: 0 });
      expect(looked()).toEqual([HOME, `${HOME}/0`]);
      const later = {
        get aborted() {
          return looked().includes(`${HOME}/1`);
        },
      };
      expect((await search(HOME, later)).last).toMatchObject({ found: 1 });
      expect(looked()).not.toContain(`${HOME}/2`);
      expect((await link()).candidates).toHaveLength(1);
    });

    it('L7c: how far it is, is told at most ten times a second', async () => {
      const { h, lose, search } = await open();
      await lose(FOUND);
      for (let n = 1; n <= 50; n += 1) h.files.createFolder(`${HOME}/${n}`);
      let passedMs = 0;
      const { told } = await search(HOME, {
        get aborted() {
          passedMs += 30;
          void h.advance(30);
          return false;
        },
      });
      expect(told.length).toBeGreaterThan(5);
      expect(told.length).toBeLessThanOrEqual(1 + passedMs / 100);
      expect(told.map(({ folders }) => folders)).toEqual(
        told.map(({ folders }) => folders).sort((a, b) => a - b),
      );
      expect(told.every(({ isOver }) => !isOver)).toBe(true);
    });

    it('L7c: a service that is closed gives it up before its store is gone', async () => {
      const { h, lose, search } = await open();
      await lose(FOUND);
      for (let n = 1; n <= 50; n += 1) h.files.createFolder(`${HOME}/${n}`);
      const from = h.listed.length;
      const searching = search(HOME);
      await h.service.close();
      expect((await searching).last).toMatchObject({ isOver: true });
      expect(h.listed.length - from).toBeLessThan(50);
    });

    it('L7c: only in a folder that may be looked into, for a file of the mandate', async () => {
      const { h, params, search } = await open();
      const code = async (work: Promise<unknown>) => (await failureOf(work)).code;
      expect(await code(search('/etc'))).toBe('folder-not-allowed');
      expect(await code(search('Archives'))).toBe('path-not-absolute');
      expect(await code(search(`${HOME}/none`))).toBe('path-not-found');
      const follower = { signal: NOBODY, onProgress: () => undefined };
      expect(
        await code(h.service.searchFile({ ...params, fileId: 'none' }, { folder: HOME }, follower)),
      ).toBe('file-not-found');
    });

    it('L7c: a file that is in its place has nothing to be found', async () => {
      const { h, search, link } = await open();
      h.files.write(`${HOME}/Copie.fac`, CONTENT);
      expect((await search(HOME)).last).toMatchObject({ isOver: true, files: 1, found: 0 });
      expect(await link()).toMatchObject({ status: 'linked', candidates: [] });
    });
  });
}
