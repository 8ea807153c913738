import { cp, rm } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { build } from 'esbuild';

// One file with our own libraries inside; packages stay outside, where the lock file put them.
const dist = new URL('./dist/', import.meta.url);
await rm(dist, { recursive: true, force: true });
await build({
  absWorkingDir: new URL('.', import.meta.url).pathname,
  entryPoints: ['src/main.ts'],
  outfile: 'dist/main.js',
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  sourcemap: true,
  logLevel: 'warning',
  plugins: [
    {
      name: 'packages-outside',
      setup: ({ onResolve }) =>
        onResolve({ filter: /^[^./]/ }, ({ path, kind }) =>
          kind === 'entry-point' || path.startsWith('@synchro/') ? undefined : { path, external: true },
        ),
    },
  ],
});

// The web apps that the agent serves.
for (const app of ['compta-banner', 'synchro-console']) {
  const built = new URL(`../${app}/dist/`, import.meta.url);
  if (existsSync(built)) await cp(built, new URL('web/', dist), { recursive: true });
}
