import { defineConfig } from 'vite';

/** The mocked host page; it is for tests only, so the mock may be in it. */
export default defineConfig({
  base: './',
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2022',
    rolldownOptions: { external: [/^\/elements\//] },
  },
});
