import { useCallback } from 'react';
import type { RefCallback } from 'react';

/**
 * Adopts a style sheet into the root that an element stands in, a shadow root or the document, for as long as it is
 * there. Constructed sheets are what a host's content security policy cannot refuse.
 *
 * @returns the ref for the outermost element
 */
export function useStyles(css: string): RefCallback<Element> {
  return useCallback(
    (element) => {
      const root = element?.getRootNode();
      if (!(root instanceof Document || root instanceof ShadowRoot)) return;
      if (!('adoptedStyleSheets' in root)) return; // jsdom
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(css);
      root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
      return () => {
        root.adoptedStyleSheets = root.adoptedStyleSheets.filter((other) => other !== sheet);
      };
    },
    [css],
  );
}
