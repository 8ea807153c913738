import { test as base } from '@playwright/test';
import { startHostServer } from './host-server.js';
import type { HostServer } from './host-server.js';
import { openLiveStage } from './live-stage.js';
import type { LiveStage } from './live-stage.js';
import { openMockedStage } from './mocked-stage.js';
import type { Stage } from './stage.js';

export interface StageOptions {
  /** Which stage the flows play on; set by the project. */
  readonly stageKind: 'live' | 'mocked';
}

interface Fixtures extends StageOptions {
  readonly stage: Stage;
  readonly live: LiveStage;
}

export const test = base.extend<Fixtures, { host: HostServer }>({
  stageKind: ['live', { option: true }],
  host: [
    // eslint-disable-next-line no-empty-pattern -- Playwright reads the fixtures it needs from the pattern
    async ({}, use) => {
      const host = await startHostServer();
      await use(host);
      await host.close();
    },
    { scope: 'worker' },
  ],
  live: async ({ host }, use) => {
    const stage = await openLiveStage(host);
    await use(stage);
    await stage.close();
  },
  stage: async ({ stageKind, host }, use) => {
    const stage = stageKind === 'live' ? await openLiveStage(host) : openMockedStage(host);
    await use(stage);
    await stage.close();
  },
});

export { expect } from '@playwright/test';
