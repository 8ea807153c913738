import { cp, rm } from 'node:fs/promises';
import { build } from 'esbuild';

const common = { bundle: true, format: 'esm', logLevel: 'warning', conditions: ['@synchro/source'] };

await rm('dist', { recursive: true, force: true });
await Promise.all([
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
    entryPoints: ['src/page/desk.ts'],
    outdir: 'dist/page',
    platform: 'browser',
    target: 'es2022',
    minify: true,
  }),
  cp('src/leave-with-parent.mjs', 'dist/leave-with-parent.mjs'),
  cp('src/page/index.html', 'dist/page/index.html'),
  cp('src/page/desk.css', 'dist/page/desk.css'),
]);
