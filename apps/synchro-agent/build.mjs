import { existsSync } from 'node:fs';
import { cp, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

// Our own libraries inside; packages stay outside, where the lock file put them. The first file loads the other.
const dist = new URL('./dist/', import.meta.url);
await rm(dist, { recursive: true, force: true });
await build({
  absWorkingDir: new URL('.', import.meta.url).pathname,
  entryPoints: ['src/main.ts'],
  outdir: 'dist',
  bundle: true,
  splitting: true,
  chunkNames: '[name]',
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

// The web apps that the agent serves, all in one folder. Chunks are named after their content, so one that two apps
// share is there once; anything else under one name would be one app overwriting the other.
const web = new URL('web/', dist);
for (const app of ['compta-banner', 'facturation-banner', 'synchro-console']) {
  const built = new URL(`../${app}/dist/`, import.meta.url);
  if (!existsSync(built)) continue;
  for (const entry of await readdir(built, { recursive: true, withFileTypes: true })) {
    const from = pathToFileURL(join(entry.parentPath, entry.name));
    const path = from.href.slice(built.href.length);
    if (entry.isDirectory() || path === 'manifest.json') continue;
    const to = new URL(path, web);
    if (existsSync(to) && !(await readFile(to)).equals(await readFile(from)))
      throw new Error(`Two web apps want to be served as ${path}.`);
    await cp(from, to);
  }
}
