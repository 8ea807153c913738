import { defineConfig } from 'vite';

/** A page for each kind of host, and the script that a served page gets where a web view is imitated. */
export default defineConfig({
  base: './',
  build: {
    target: 'es2022',
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: {
        'plain-page': 'plain-page/index.html',
        frame: 'frame/index.html',
        webview2: 'webview2/index.html',
        wkwebview: 'wkwebview/index.html',
        'in-the-view': 'src/imitation/in-the-view.ts',
      },
      output: { entryFileNames: '[name].js' },
    },
  },
});
