import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** The page of all examples; `npm run examples` serves it while one works on them. */
export default defineConfig({
  base: './',
  plugins: [react()],
  build: { outDir: 'dist', emptyOutDir: true, target: 'es2022', cssTarget: ['chrome123'] },
});
