/**
 * What may import what (docs/architecture.md): between projects by Nx tags, inside sync-core by folder.
 * `tools/boundaries.test.js` plants bad imports and sees both rejected.
 */

/** @type {(layer: string, ...allowed: string[]) => object} */
const layer = (name, ...allowed) => ({
  sourceTag: `layer:${name}`,
  onlyDependOnLibsWithTags: allowed.map((tag) => `layer:${tag}`),
});

/** Options of `@nx/enforce-module-boundaries`. */
export const boundaries = {
  enforceBuildableLibDependency: false,
  // What the workspace's own tools share with the tests in Chromium.
  allow: ['../../tools/browser.mjs'],
  depConstraints: [
    layer('files', 'files'),
    layer('core', 'core'),
    layer('service', 'service', 'core', 'files'),
    layer('testing', 'testing', 'service', 'core', 'files'),
    layer('react', 'react', 'core'),
    layer('app', 'react', 'core'),
    layer('agent', 'service', 'core', 'files'),
    // The desk is the demonstration: simulated, it runs on the world (`deskFolders`).
    layer('desk', 'files', 'core', 'testing'),
    layer('e2e', 'testing', 'service', 'core', 'files', 'react', 'app'),
    { sourceTag: 'platform:any', onlyDependOnLibsWithTags: ['platform:any'] },
    { sourceTag: 'platform:web', onlyDependOnLibsWithTags: ['platform:any', 'platform:web'] },
    { sourceTag: 'platform:node', onlyDependOnLibsWithTags: ['platform:any', 'platform:node'] },
  ],
};

const webGlobals = [
  'fetch',
  'AbortController',
  'AbortSignal',
  'ReadableStream',
  'setTimeout',
  'setInterval',
  'crypto',
  'console',
];

/** Inside sync-core: domain ← contract ← client; the domain has no clock, no randomness, no I/O. */
export const coreFolders = [
  {
    files: ['libs/sync-core/src/domain/**'],
    ignores: ['**/*.test.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              group: ['**/contract/**', '**/client/**', 'typebox', 'eventsource-parser'],
              message: 'The domain imports nothing but itself.',
            },
          ],
        },
      ],
      'no-restricted-globals': ['error', ...webGlobals, 'Date'],
      'no-restricted-properties': [
        'error',
        { object: 'Math', property: 'random', message: 'Ids come in as arguments.' },
      ],
    },
  },
  {
    files: ['libs/sync-core/src/contract/**'],
    ignores: ['**/*.test.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              group: ['**/client/**', 'eventsource-parser'],
              message: 'The contract may import the domain only.',
            },
          ],
        },
      ],
      'no-restricted-globals': ['error', ...webGlobals],
    },
  },
];

/**
 * Inside the desk: only its simulated part may have the mock in it, so that the page over real files never does. The
 * desk's `build.mjs` looks at the bundle for the same.
 */
export const deskFolders = [
  {
    files: ['apps/synchro-desk/src/**'],
    ignores: ['apps/synchro-desk/src/page/simulate/**'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              group: ['@synchro/sync-testing', 'msw', 'msw/*', '**/simulate/**'],
              message: 'Only the simulated desk runs on the world.',
            },
          ],
        },
      ],
    },
  },
];
