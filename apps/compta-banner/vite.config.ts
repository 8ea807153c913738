import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/**
 * Two entries over the same chunks: the module that defines the element, under a name that hosts can rely on, and the
 * page for web views. Addresses are relative, so that it may lie under any path of any origin.
 */
export default defineConfig({
  base: './',
  plugins: [react()],
  build: {
    manifest: 'manifest.json',
    target: 'es2022',
    // Browsers that know `light-dark()`; written out for older ones, the style sheet would be half as large again.
    cssTarget: ['chrome123', 'safari17.5', 'firefox120'],
    // The element is loaded from another origin; vite's preload of styles and chunks is for pages.
    modulePreload: false,
    rolldownOptions: {
      input: { 'compta-banner': 'src/element.ts', page: 'compta/index.html' },
      // A host may load the entry under several addresses (`?try=1`); nothing that chunks share may live in it.
      preserveEntrySignatures: false,
      output: {
        minify: true,
        entryFileNames: ({ name }) =>
          name === 'compta-banner' ? 'elements/[name].js' : 'elements/chunks/[name]-[hash].js',
        chunkFileNames: 'elements/chunks/[name]-[hash].js',
        assetFileNames: 'elements/chunks/[name]-[hash][extname]',
      },
    },
  },
});
