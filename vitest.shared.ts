import { defineConfig } from 'vitest/config';

/** What every project's tests have in common; a project's `vitest.config.ts` merges its own into it. */
export const sharedTestConfig = defineConfig({
  test: {
    include: ['src/**/*.test.{ts,tsx}', 'test/**/*.test.{ts,tsx}'],
    restoreMocks: true,
    // A hanging test must end; a slow, shared machine must not make one fail.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    expect: { poll: { timeout: 15_000 } },
  },
});
