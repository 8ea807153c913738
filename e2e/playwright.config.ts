import { defineConfig } from '@playwright/test';
import { launchOptions } from '../tools/browser.mjs';
import type { StageOptions } from './support/test.js';

/**
 * The same flows twice: `live` against a real agent over real files, `mocked` against msw over the world; and the
 * demonstration desk, as `npm start` opens it; and every example of what a person can see.
 */
export default defineConfig<StageOptions>({
  testDir: '.',
  testMatch: [
    'flows/*.spec.ts',
    'live/*.spec.ts',
    'mocked/*.spec.ts',
    'desk/*.spec.ts',
    'examples/*.spec.ts',
  ],
  fullyParallel: true,
  workers: 2,
  retries: 0,
  forbidOnly: process.env['CI'] !== undefined,
  reporter: [['list', { printSteps: false }]],
  timeout: 45_000,
  expect: { timeout: 10_000 },
  use: {
    locale: 'fr-CH',
    viewport: { width: 1000, height: 640 },
    screenshot: 'only-on-failure',
    trace: 'retain-on-failure',
    launchOptions: launchOptions(),
  },
  projects: [
    { name: 'live', testMatch: ['flows/*.spec.ts', 'live/*.spec.ts'], use: { stageKind: 'live' } },
    { name: 'mocked', testMatch: ['flows/*.spec.ts', 'mocked/*.spec.ts'], use: { stageKind: 'mocked' } },
    { name: 'desk', testMatch: ['desk/*.spec.ts'] },
    // A trace of every picture would take longer than the pictures.
    { name: 'examples', testMatch: ['examples/*.spec.ts'], timeout: 180_000, use: { trace: 'off' } },
  ],
});
