import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { aFile, aMandate, aPending, aPosted, anItem } from './contract-records.js';
import { pendingContract } from './store-pending.contract.js';
import { postedContract } from './store-posted.contract.js';
import type { MandateStore, StoreTransaction } from './store.js';

/** A store under test, opened empty. */
export interface OpenedStore {
  readonly store: MandateStore;
  /** Closes the store and opens it again on what it kept; absent where nothing outlives the process. */
  reopen?(): Promise<MandateStore>;
  close(): Promise<void>;
}

/** What every store must pass, so that the mock cannot drift from the real thing. */
export function storeContract(name: string, open: () => Promise<OpenedStore>): void {
  describe(`${name}: a mandate store`, () => {
    let opened: OpenedStore;
    const store: MandateStore = {
      transaction: (use) => opened.store.transaction(use),
      read: (use) => opened.store.read(use),
    };
    beforeEach(async () => {
      opened = await open();
    });
    afterEach(() => opened.close());

    recordsContract(store);
    transactionsContract(store);
    postedContract(store);
    pendingContract(store);

    it('keeps everything when it is opened again', async () => {
      if (opened.reopen === undefined) return;
      store.transaction((tx) => {
        tx.mandates.put(aMandate());
        tx.versions.put({ id: 'file-1', version: 'abc', bytes: Uint8Array.of(0, 128, 255) });
        tx.posted.insert([aPosted()]);
        tx.pending.put([aPending()]);
        tx.postingItems.insert([anItem()]);
      });
      const again = await opened.reopen();
      again.transaction((tx) => {
        expect(tx.mandates.all()).toEqual([aMandate()]);
        expect(tx.versions.get('file-1')?.bytes).toEqual(Uint8Array.of(0, 128, 255));
        expect(tx.posted.get('posted-1')).toEqual(aPosted());
        expect(tx.pending.get('pending-1')).toEqual(aPending());
        expect(tx.postingItems.page('posting-1', 0, 10)).toEqual([anItem()]);
      });
    });
  });
}

function recordsContract(store: MandateStore): void {
  describe('records', () => {
    it('are found by id, and undefined where there is none', () => {
      store.transaction((tx) => tx.mandates.put(aMandate()));
      store.transaction((tx) => {
        expect(tx.mandates.get('mandate-1')).toEqual(aMandate());
        expect(tx.mandates.get('mandate-2')).toBeUndefined();
        expect(tx.files.get('mandate-1')).toBeUndefined();
      });
    });

    it('are found by each of their indexes, in the order of first insertion', () => {
      const files = [
        aFile({ id: 'b', path: '/b' }),
        aFile({ id: 'a', path: '/a' }),
        aFile({ id: 'c', path: '/a', mandateId: 'mandate-2' }),
      ];
      store.transaction((tx) => files.forEach((file) => tx.files.put(file)));
      store.transaction((tx) => {
        expect(tx.files.all()).toEqual(files);
        expect(tx.files.by('mandateId', 'mandate-1').map(({ id }) => id)).toEqual(['b', 'a']);
        expect(tx.files.by('path', '/a').map(({ id }) => id)).toEqual(['a', 'c']);
        expect(tx.files.by('path', '/A')).toEqual([]);
      });
    });

    it('keep their place when they are replaced, and follow their index', () => {
      store.transaction((tx) => {
        for (const id of ['a', 'b', 'c'])
          tx.files.put(aFile({ id, mandateId: id === 'c' ? 'other' : 'one' }));
        tx.files.put(aFile({ id: 'a', mandateId: 'other', path: '/new' }));
      });
      store.transaction((tx) => {
        expect(tx.files.all().map(({ id }) => id)).toEqual(['a', 'b', 'c']);
        expect(tx.files.by('mandateId', 'one').map(({ id }) => id)).toEqual(['b']);
        expect(tx.files.by('mandateId', 'other').map(({ id }) => id)).toEqual(['a', 'c']);
        expect(tx.files.get('a')?.path).toBe('/new');
      });
    });

    it('go when they are deleted, and come last when they return', () => {
      store.transaction((tx) => {
        for (const id of ['a', 'b']) tx.files.put(aFile({ id }));
        tx.files.delete('a');
        tx.files.delete('never there');
        expect(tx.files.get('a')).toBeUndefined();
        tx.files.put(aFile({ id: 'a' }));
        expect(tx.files.all().map(({ id }) => id)).toEqual(['b', 'a']);
        expect(tx.files.by('mandateId', 'mandate-1').map(({ id }) => id)).toEqual(['b', 'a']);
      });
    });

    it('give bytes back to the byte, whatever the caller does with his own', () => {
      const bytes = Uint8Array.from({ length: 256 }, (_, i) => i);
      const backing = Uint8Array.of(9, 9, 1, 2, 3, 9);
      store.transaction((tx) => {
        tx.versions.put({ id: 'a', version: '1', bytes });
        tx.versions.put({ id: 'b', version: '2', bytes: backing.subarray(2, 5) });
        tx.versions.put({ id: 'c', version: '3', bytes: new Uint8Array() });
      });
      bytes.fill(0);
      backing.fill(0);
      store.transaction((tx) => tx.versions.get('a')?.bytes.fill(7));
      store.transaction((tx) => {
        const read = tx.versions.get('a')?.bytes;
        expect(read).toBeInstanceOf(Uint8Array);
        expect([...(read ?? [])]).toEqual(Array.from({ length: 256 }, (_, i) => i));
        expect(tx.versions.all().map((version) => [...version.bytes].slice(0, 3))).toEqual([
          [0, 1, 2],
          [1, 2, 3],
          [],
        ]);
      });
    });

    it('are not changed by a caller who changes what he gave or got', () => {
      const given = { ...aMandate() };
      store.transaction((tx) => tx.mandates.put(given));
      const rename = (record: unknown) => Object.assign(record as object, { name: 'changed' });
      for (const record of [given, store.transaction((tx) => tx.mandates.get('mandate-1'))])
        try {
          rename(record);
        } catch (error) {
          expect(error).toBeInstanceOf(TypeError); // frozen: as good
        }
      expect(store.transaction((tx) => tx.mandates.get('mandate-1'))).toEqual(aMandate());
    });

    it('keep every character, and nested and empty values', () => {
      const name = 'é e\u0301 € 𝄞 👩‍👩‍👧 "\'\\ \t\r\n \u0000 \u007f \u2028 \ud800 ;--';
      const path = `/é e\u0301 € 𝄞 👩‍👩‍👧 "'\\ \t\r\n`; // no U+0000: no system has it in a path
      const body = { list: [[], {}, null, '', 0, -1, 1.5, 1e21, true], nested: { [name]: name } };
      const answer = { id: path, request: name, status: 201, body, answeredAt: '2026-06-05T09:00:00.000Z' };
      store.transaction((tx) => {
        tx.mandates.put(aMandate({ name }));
        tx.files.put(aFile({ path }));
        tx.answers.put(answer);
      });
      store.transaction((tx) => {
        expect(tx.mandates.get('mandate-1')?.name).toBe(name);
        expect(tx.files.by('path', path)).toEqual([aFile({ path })]);
        expect(tx.answers.get(path)).toEqual(answer);
        expect(tx.answers.get(`${path}\u0000`)).toBeUndefined();
      });
    });
  });
}

function transactionsContract(store: MandateStore): void {
  describe('a transaction', () => {
    it('gives back what its use returns', () => {
      expect(store.transaction(() => 42)).toBe(42);
    });

    it('sees its own changes', () => {
      store.transaction((tx) => {
        tx.mandates.put(aMandate());
        expect(tx.mandates.get('mandate-1')).toEqual(aMandate());
      });
    });

    it('that throws leaves every table as it was, in its order, and passes the error on', () => {
      const version = { id: 'a', version: '1', bytes: Uint8Array.of(1) };
      store.transaction((tx) => {
        for (const id of ['a', 'b', 'c']) {
          tx.files.put(aFile({ id }));
          tx.posted.insert([aPosted({ id })]);
          tx.pending.put([aPending({ id })]);
        }
        tx.versions.put(version);
        tx.postingItems.insert([anItem({ before: aPosted({ id: 'a' }) })]);
      });
      const everything = () =>
        store.transaction((tx) => ({
          files: [tx.files.all(), tx.files.by('mandateId', 'mandate-1'), tx.files.by('mandateId', 'other')],
          mandates: tx.mandates.all(),
          versions: tx.versions.all(),
          posted: [tx.posted.keys('source-1'), tx.posted.get('a'), tx.posted.count('source-1')],
          pending: [
            tx.pending.page({ accountingFileId: 'accounting-1', limit: 10 }),
            tx.pending.tally('accounting-1'),
          ],
          items: [
            [...tx.postingItems.all('posting-1')],
            tx.postingItems.builtUponBy('posting-1'),
            tx.postingItems.builtUponBy('posting-2'),
          ],
        }));
      const before = everything();
      const failure = new Error('in the middle');
      const use = () =>
        store.transaction((tx) => {
          tx.files.delete('a');
          tx.files.put(aFile({ id: 'b', mandateId: 'other' }));
          tx.files.put(aFile({ id: 'd' }));
          tx.mandates.put(aMandate());
          tx.versions.put({ ...version, bytes: Uint8Array.of(2) });
          tx.posted.renumber([{ postedId: 'a', numbers: [9] }]);
          tx.posted.delete(['a']);
          tx.posted.insert([aPosted({ id: 'd' })]);
          tx.pending.delete(['a']);
          tx.pending.put([aPending({ id: 'b', occurrence: 2 }), aPending({ id: 'd', change: 'deleted' })]);
          tx.postingItems.insert([
            anItem({ position: 1, before: aPosted({ id: 'b', postingId: 'posting-2' }) }),
          ]);
          throw failure;
        });
      expect(use).toThrow(failure);
      expect(everything()).toEqual(before);
    });

    it('may follow one that threw', () => {
      expect(() => store.transaction(() => void fail())).toThrow('on purpose');
      store.transaction((tx) => tx.mandates.put(aMandate()));
      expect(store.transaction((tx) => tx.mandates.all())).toEqual([aMandate()]);
    });

    it('is not nested: the inner one is refused, the outer one goes on', () => {
      store.transaction((tx) => {
        tx.mandates.put(aMandate());
        expect(() => store.transaction(() => undefined)).toThrow(/nest/u);
        tx.files.put(aFile());
      });
      store.transaction((tx) => {
        expect(tx.mandates.all()).toHaveLength(1);
        expect(tx.files.all()).toHaveLength(1);
      });
    });

    it('for reading sees what is there and cannot write', () => {
      store.transaction((tx) => tx.mandates.put(aMandate()));
      expect(store.read((tx) => tx.mandates.all())).toEqual([aMandate()]);
      const write = () => store.read((tx) => (tx as StoreTransaction).files.put(aFile()));
      expect(write).toThrow(/transaction/u);
      expect(() => store.read(() => fail())).toThrow('on purpose');
      expect(store.read((tx) => tx.files.all())).toEqual([]);
    });

    it('for reading does not nest either', () => {
      store.transaction(() => expect(() => store.read(() => undefined)).toThrow(/nest/u));
      store.read(() => expect(() => store.transaction(() => undefined)).toThrow(/nest/u));
      store.read(() => expect(() => store.read(() => undefined)).toThrow(/nest/u));
    });

    it('is not async: what an async use would do later is refused with the rest', () => {
      const use = () =>
        store.transaction((tx) => {
          tx.mandates.put(aMandate());
          return Promise.resolve();
        });
      expect(use).toThrow(TypeError);
      expect(store.transaction((tx) => tx.mandates.all())).toEqual([]);
    });

    it('is the only place to write', () => {
      const { files, posted, pending, postingItems } = store.transaction((tx) => tx);
      expect(() => files.put(aFile())).toThrow(/transaction/u);
      expect(() => posted.insert([aPosted()])).toThrow(/transaction/u);
      expect(() => pending.put([aPending()])).toThrow(/transaction/u);
      expect(() => postingItems.insert([anItem()])).toThrow(/transaction/u);
      expect(store.transaction((tx) => tx.files.all())).toEqual([]);
    });
  });
}

function fail(): never {
  throw new Error('on purpose');
}
