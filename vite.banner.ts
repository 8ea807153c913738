import type { PluginOption, UserConfig } from 'vite';

/**
 * What every banner loads at once, as one chunk: cut by which dialogs share which of it, it would be 1.4 KB larger.
 * What is forgotten here lands in a chunk of its own and shows in the budget.
 */
const FIRST_LOAD =
  /node_modules\/(react|react-dom|scheduler)\/|libs\/sync-core\/src\/client\/|libs\/sync-react\/src\/(root|banner|styles|messages\/[^/]+$|hooks\/use-(status|elapsed)|embedding\/mount-banner)/;

/**
 * How the banner of every program is built: two entries over the same chunks, under names that hosts can rely on – the
 * module that defines the element (`elements/NAME-banner.js`), and the script of the page for web views
 * (`public/NAME/index.html`). As a library, because dynamic imports are then left as they are, relative to the module
 * wherever it was loaded from.
 *
 * The settings are shared because the agent serves all banners from one folder: what is the same in two of them has the
 * same name there, and is loaded once.
 */
export function bannerConfig(name: string, plugins: PluginOption[]): UserConfig {
  return {
    plugins,
    define: { 'process.env.NODE_ENV': JSON.stringify('production') },
    build: {
      manifest: 'manifest.json',
      target: 'es2022',
      // Browsers that know `light-dark()`; written out for older ones, the style sheet would be half as large again.
      cssTarget: ['chrome123', 'safari17.5', 'firefox120'],
      lib: {
        entry: { [`${name}-banner`]: 'src/element.ts', [`${name}-page`]: 'src/main.tsx' },
        formats: ['es'],
      },
      rolldownOptions: {
        output: {
          minify: true,
          entryFileNames: 'elements/[name].js',
          chunkFileNames: 'elements/chunks/[name]-[hash].js',
          codeSplitting: { groups: [{ name: 'banner', test: FIRST_LOAD }] },
        },
      },
    },
  };
}
