import { existsSync } from 'node:fs';
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const common = { bundle: true, format: 'esm', logLevel: 'warning', conditions: ['@synchro/source'] };

/** What only the simulated desk may load. */
const MOCK = /libs\/sync-testing\/|libs\/mandate-service\/|node_modules\/msw\//;

await rm('dist', { recursive: true, force: true });
const [, page] = await Promise.all([
  // The workspace's own libraries have no build of their own, so they go into the bundle; what npm installs does not.
  build({
    ...common,
    entryPoints: ['src/main.ts'],
    outdir: 'dist',
    platform: 'node',
    target: 'node20',
    plugins: [
      {
        name: 'installed-packages-stay-outside',
        setup: ({ onResolve }) =>
          onResolve({ filter: /^[^./]/ }, ({ path, kind }) =>
            kind === 'entry-point' || path.startsWith('@synchro/') ? undefined : { path, external: true },
          ),
      },
    ],
  }),
  build({
    ...common,
    entryPoints: [
      'src/page/desk.ts',
      'src/page/desk.css',
      'src/page/simulate/simulate.ts',
      'src/page/simulate/sign-in.ts',
    ],
    entryNames: '[name]',
    chunkNames: 'chunks/[name]-[hash]',
    outdir: 'dist/page',
    splitting: true,
    platform: 'browser',
    target: 'es2022',
    minify: true,
    metafile: true,
  }),
  cp('src/leave-with-parent.mjs', 'dist/leave-with-parent.mjs'),
]);
refuseMockIn('dist/page/desk.js');

// The simulated desk is the same page with another script, under an address of its own.
const html = await readFile('src/page/index.html', 'utf8');
await mkdir('dist/page/simulate', { recursive: true });
await writeFile('dist/page/index.html', html);
await writeFile('dist/page/simulate/index.html', html.replace('/desk.js', '/simulate.js'));
await cp('src/page/simulate/sign-in.html', 'dist/page/simulate/sign-in.html');
const msw = fileURLToPath(import.meta.resolve('msw'));
await cp(join(dirname(dirname(msw)), 'mockServiceWorker.js'), 'dist/page/simulate/mockServiceWorker.js');

// What the agent would serve: in the simulated desk its address is the desk's own.
for (const [app, folder] of [
  ['compta-banner', 'elements'],
  ['facturation-banner', 'elements'],
  ['synchro-console', 'console'],
]) {
  const built = `../${app}/dist/${folder}`;
  if (existsSync(built)) await cp(built, `dist/page/${folder}`, { recursive: true });
}

/** Throws if a bundle, with all that it loads, has the mock in it. */
function refuseMockIn(entry) {
  const { outputs } = page.metafile;
  const seen = new Set();
  const look = (path) => {
    if (seen.has(path)) return;
    seen.add(path);
    const mocks = Object.keys(outputs[path].inputs).filter((input) => MOCK.test(input));
    if (mocks.length > 0) throw new Error(`${path}, which ${entry} loads, contains ${mocks[0]}.`);
    for (const { path: loaded, external } of outputs[path].imports) if (!external) look(loaded);
  };
  look(entry);
}
