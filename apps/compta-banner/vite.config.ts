import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/**
 * What every banner loads at once, as one chunk: cut by which dialogs share which of it, it would be 1.4 KB larger.
 * What is forgotten here lands in a chunk of its own and shows in the budget.
 */
const FIRST_LOAD =
  /node_modules\/(react|react-dom|scheduler)\/|libs\/sync-core\/src\/client\/|libs\/sync-react\/src\/(root|banner|styles|messages\/[^/]+$|hooks\/use-(status|elapsed))/;

/**
 * Two entries over the same chunks, under names that hosts can rely on: the module that defines the element, and the
 * script of the page for web views (`public/compta/index.html`). As a library, because dynamic imports are then left
 * as they are, relative to the module wherever it was loaded from.
 */
export default defineConfig({
  plugins: [react()],
  define: { 'process.env.NODE_ENV': JSON.stringify('production') },
  build: {
    manifest: 'manifest.json',
    target: 'es2022',
    // Browsers that know `light-dark()`; written out for older ones, the style sheet would be half as large again.
    cssTarget: ['chrome123', 'safari17.5', 'firefox120'],
    lib: { entry: { 'compta-banner': 'src/element.ts', 'compta-page': 'src/main.ts' }, formats: ['es'] },
    rolldownOptions: {
      output: {
        minify: true,
        entryFileNames: 'elements/[name].js',
        chunkFileNames: 'elements/chunks/[name]-[hash].js',
        codeSplitting: { groups: [{ name: 'banner', test: FIRST_LOAD }] },
      },
    },
  },
});
