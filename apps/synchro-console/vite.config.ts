import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** As one chunk; the dialogs and the languages come when they are asked for. */
const FIRST_LOAD =
  /node_modules\/|libs\/sync-core\/|apps\/synchro-console\/src\/(?!messages\/(fr|de|it|en)|commands\/|attach\/attach-)/;

/**
 * The script of the page (`public/console/index.html`), as a library like the banners: dynamic imports are then left
 * as they are, relative to the module.
 */
export default defineConfig({
  plugins: [react()],
  define: { 'process.env.NODE_ENV': JSON.stringify('production') },
  build: {
    manifest: 'console/manifest.json',
    target: 'es2022',
    // Browsers that know `light-dark()`, as for the banners.
    cssTarget: ['chrome123', 'safari17.5', 'firefox120'],
    lib: { entry: { console: 'src/main.ts' }, formats: ['es'] },
    rolldownOptions: {
      output: {
        minify: true,
        entryFileNames: 'console/[name].js',
        chunkFileNames: 'console/chunks/[name]-[hash].js',
        codeSplitting: { groups: [{ name: 'page', test: FIRST_LOAD }] },
      },
    },
  },
});
