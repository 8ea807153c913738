import fc from 'fast-check';
import { SynchroError } from '@synchro/sync-core/contract';
import type { LinkChange } from '@synchro/sync-core/contract';
import { expect, it } from 'vitest';
import { createMemoryStore } from '../store/memory-store.js';
import { openServiceHarness } from './service-harness.js';
import type { ServiceHarness } from './service-harness.js';
import { FOLDER } from './test-files.js';

/** Whatever a person corrects and takes back, in any order: the mandate refers to where the corrections in force say. */

const NAMES = ['A', 'B', 'C', 'D'].map((name) => `${FOLDER}/${name}.fac`);

type Step =
  | { readonly do: 'restore'; readonly file: number; readonly to: number }
  | { readonly do: 'migrate'; readonly to: readonly [number, number] }
  | { readonly do: 'undo'; readonly pick: number };

const place = fc.nat({ max: NAMES.length - 1 });
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ do: fc.constant('restore' as const), file: fc.nat({ max: 1 }), to: place }),
  fc.record({ do: fc.constant('migrate' as const), to: fc.tuple(place, place) }),
  fc.record({ do: fc.constant('undo' as const), pick: fc.nat() }),
);

/** Where the corrections in force, the oldest first, say that the files are. */
function said(start: ReadonlyMap<string, string>, changes: readonly LinkChange[]): Map<string, string> {
  const paths = new Map(start);
  for (const { moves } of changes.filter(({ undoneAt }) => undoneAt === null).toReversed())
    for (const { fileId, to } of moves) paths.set(fileId, to);
  return paths;
}

async function take(h: ServiceHarness, mandateId: string, files: readonly string[], next: Step) {
  const params = { mandateId };
  const paths = await pathsOf(h, mandateId);
  const move = (file: number, to: number) => {
    const fileId = files[file] ?? '';
    return { fileId, from: paths.get(fileId) ?? '', path: NAMES[to] ?? '', adopt: true };
  };
  switch (next.do) {
    case 'restore': {
      const { fileId, ...body } = move(next.file, next.to);
      await h.call('restoreLink', { params: { mandateId, fileId }, body: { ...body, along: [] } });
      return null;
    }
    case 'migrate':
      await h.call('migrate', { params, body: { moves: next.to.map((to, file) => move(file, to)) } });
      return null;
    case 'undo': {
      const { items } = await h.call('listLinkChanges', { params });
      const change = items[next.pick % Math.max(1, items.length)];
      if (change === undefined) return null;
      await h.call('undoLinkChange', { params: { mandateId, changeId: change.id } });
      return change;
    }
  }
}

const pathsOf = async (h: ServiceHarness, mandateId: string) => {
  const { files } = await h.call('getMandate', { params: { mandateId } });
  return new Map(files.filter(({ role }) => role === 'document').map(({ id, path }) => [id, path]));
};

it('L10: in any order of corrections and takings back the paths are what those in force say', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 12 }), async (steps) => {
      await using h = openServiceHarness(createMemoryStore());
      const { id: mandateId } = await h.createMandate();
      for (const path of NAMES) h.files.write(path, `the document ${path}`);
      const files: string[] = [];
      for (const path of NAMES.slice(0, 2)) {
        const body = { product: 'facturation', path } as const;
        files.push((await h.call('attachFile', { params: { mandateId }, body })).id);
      }
      const start = await pathsOf(h, mandateId);
      for (const next of steps) {
        const before = await pathsOf(h, mandateId);
        const { items: known } = await h.call('listLinkChanges', { params: { mandateId } });
        const outcome = await take(h, mandateId, files, next).catch((error: unknown) => {
          if (!(error instanceof SynchroError)) throw error;
          return error;
        });
        const paths = await pathsOf(h, mandateId);
        const { items: changes } = await h.call('listLinkChanges', { params: { mandateId } });
        expect(paths).toEqual(said(start, changes));
        // Two files are never in one place.
        expect(new Set(paths.values()).size).toBe(paths.size);
        if (outcome instanceof SynchroError) expect([paths, changes]).toEqual([before, known]);
        else if (outcome !== null) {
          expect(outcome.undoPossible).toBe(true);
          for (const { fileId, from } of outcome.moves) expect(paths.get(fileId)).toBe(from);
        } else if (next.do !== 'undo') expect(changes).toHaveLength(known.length + 1);
      }
    }),
    { numRuns: 150 },
  );
}, 120_000);
