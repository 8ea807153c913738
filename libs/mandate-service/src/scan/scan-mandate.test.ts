import { expect, it } from 'vitest';
import type { Environment } from '../environment.js';
import { createMemoryStore } from '../store/memory-store.js';
import { createManualClock } from '../testing/manual-clock.js';
import { openServiceHarness } from '../testing/service-harness.js';
import { ACCOUNTING } from '../testing/test-files.js';
import { createTurns } from '../turns.js';
import { createVersionReader } from '../use-cases/version-reader.js';
import { createFailedChecks } from './failed-checks.js';
import { createLinkMemory } from './link-memory.js';
import { createPeriodMemory } from './period-memory.js';
import { scanMandate } from './scan-mandate.js';
import { createSightings } from './sightings.js';
import { createSpacedAttempts } from './spaced-attempts.js';

it('W9: a scan that ends early is reported, and the next one that goes through ends the report', async () => {
  const store = createMemoryStore();
  await using h = openServiceHarness(store);
  const { id } = await h.createMandate();
  const clock = createManualClock('2026-07-01T08:00:00.000Z');
  const logged: string[] = [];
  const onTrouble = (what: string) => void logged.push(what);
  const checks = createFailedChecks({ clock, onChange: () => undefined, onError: onTrouble });
  const env: Environment = {
    ...{ store, files: h.files, clock, checks, onTrouble, versions: createVersionReader(() => 'hash') },
    ...{ newId: () => 'new', sha256: () => 'hash', machine: 'PC-ANNA', version: '', showFile: null },
    ...{ hub: null, followsFiles: true, chooserRoots: [] },
    ...{ turns: createTurns(), claimWrites: createSpacedAttempts(clock) },
  };
  const sightings = createSightings(clock.elapsedMs);
  const sound = { links: createLinkMemory(clock.elapsedMs), periods: createPeriodMemory() };
  const broken = {
    links: sound.links,
    get periods(): never {
      throw new TypeError('a mistake of ours');
    },
  };
  const scan = (memory: Parameters<typeof scanMandate>[3]) => scanMandate(env, id, sightings, memory);

  expect(await scan(broken)).toBe(250);
  await clock.advance(2_500, () => Promise.resolve());
  expect(await scan(broken)).not.toBeNull();
  expect(checks.of(id)).toMatchObject([{ path: ACCOUNTING, reason: 'failed', accountingFileId: null }]);
  expect(logged).toEqual([`checking ${ACCOUNTING}`]);
  await scan(sound);
  expect(checks.of(id)).toEqual([]);
});
