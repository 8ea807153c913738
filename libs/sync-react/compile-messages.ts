import { compileMessageOrThrow } from '@lingui/message-utils/compileMessage';
import type { Plugin } from 'vite';

/**
 * Vite plugin: the catalogues `messages/*.json` hold ICU messages; they are parsed here, when the bundle is built, so
 * that no browser ever loads a parser. A message that is none fails the build with its key.
 */
export function compileMessages(): Plugin {
  return {
    name: 'synchro:compile-messages',
    enforce: 'pre',
    transform(code, id) {
      if (!/\/messages\/[\w.-]+\.json$/.test(id)) return null;
      const catalogue = JSON.parse(code) as Record<string, string>;
      const compiled = Object.entries(catalogue).map(([key, message]) => {
        try {
          return [key, compileMessageOrThrow(message)] as const;
        } catch (cause) {
          throw new Error(`${id}: "${key}" is no ICU message.`, { cause });
        }
      });
      return {
        code: `export default ${JSON.stringify(Object.fromEntries(compiled))}`,
        map: null,
        moduleType: 'js',
      };
    },
  };
}
