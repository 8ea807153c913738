import { expect, it } from 'vitest';
import { createMemoryStore } from '../store/memory-store.js';
import { openServiceHarness } from '../testing/service-harness.js';
import { ACCOUNTING, FOLDER } from '../testing/test-files.js';
import { present } from './lookups.js';
import { restoredFacts, TOLD_FOR_MS } from './restored-facts.js';

const MOVED = ACCOUNTING.replace(FOLDER, '/mandats/Rochat SA');

/** The accounting was moved with its folder, and corrected by `kind`. */
async function open(kind: 'restored' | 'migrated') {
  const store = createMemoryStore();
  const h = openServiceHarness(store);
  const mandate = await h.createMandate();
  const fileId = mandate.files[0]?.id ?? '';
  h.files.rename(FOLDER, '/mandats/Rochat SA');
  await h.advance(1500);
  const params = { mandateId: mandate.id };
  const move = { from: ACCOUNTING, path: MOVED, adopt: false };
  const { changeId } =
    kind === 'restored'
      ? await h.call('restoreLink', { params: { ...params, fileId }, body: { ...move, along: [] } })
      : await h.call('migrate', { params, body: { moves: [{ ...move, fileId }] } });
  const at = (await h.call('listLinkChanges', { params })).items[0]?.at ?? '';
  const facts = (afterMs = 0, path = MOVED, id = fileId) =>
    store.read((tx) =>
      restoredFacts(
        tx,
        { file: present(tx.files.get(id), 'the file'), opened: { path, documentId: null } },
        { nameOf: h.files.nameOf, now: new Date(Date.parse(at) + afterMs).toISOString() },
      ),
    );
  const undo = () => h.call('undoLinkChange', { params: { ...params, changeId } });
  const close = { [Symbol.asyncDispose]: () => h[Symbol.asyncDispose]() };
  return { h, mandate, fileId, changeId, at, facts, undo, ...close };
}

it('L10a: a restored link is told for ten minutes, where the document is open in its place', async () => {
  await using one = await open('restored');
  const { mandate, fileId, changeId, at, facts } = one;
  const told = { fileId, name: 'Compta 2026.cre', changeId, since: at };
  expect(facts()).toEqual(told);
  expect([facts(TOLD_FOR_MS - 1), facts(TOLD_FOR_MS)]).toEqual([told, null]);
  expect(facts(0, ACCOUNTING)).toBeNull();
  // What it took along was restored as well.
  const entries = mandate.files[1] ?? { id: '', path: '' };
  expect(facts(0, entries.path.replace(FOLDER, '/mandats/Rochat SA'), entries.id)).toMatchObject({
    changeId,
  });
});

it('L10a: it is over once it was taken back, or can no longer be', async () => {
  await using one = await open('restored');
  await one.undo();
  expect([one.facts(), one.facts(0, ACCOUNTING)]).toEqual([null, null]);

  await using two = await open('restored');
  two.h.files.rename('/mandats/Rochat SA', '/mandats/Dubois');
  await two.h.advance(1500);
  const path = ACCOUNTING.replace(FOLDER, '/mandats/Dubois');
  await two.h.call('migrate', {
    params: { mandateId: two.mandate.id },
    body: { moves: [{ fileId: two.fileId, from: MOVED, path, adopt: false }] },
  });
  expect([two.facts(), two.facts(0, path)]).toEqual([null, null]);
});

it('L10a: of a migration nothing is told', async () => {
  await using one = await open('migrated');
  expect(one.facts()).toBeNull();
});
