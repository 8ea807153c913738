import { locales } from '@synchro/sync-react';
import { parseMessage } from '@synchro/sync-react/page-parts';
import type { Message } from '@synchro/sync-react/page-parts';
import { describe, expect, it } from 'vitest';
import { loadConsoleMessages } from './console-messages.js';
import { fr } from './fr.js';

const namesIn = (message: Message): string[] =>
  message.flatMap((part) => {
    if (typeof part === 'string' || part.kind === 'count') return [];
    return part.kind === 'argument' ? [part.name] : [part.name, ...[...part.cases.values()].flatMap(namesIn)];
  });
const argumentsOf = (text: string): string[] => [...new Set(namesIn(parseMessage(text)))].sort();

describe.each(locales)('the console’s texts in %s', (locale) => {
  it('are all there, and none is empty', async () => {
    const messages = await loadConsoleMessages(locale);
    expect(Object.keys(messages).sort()).toEqual(Object.keys(fr).sort());
    expect(Object.values(messages).filter((text) => text.trim() === '')).toEqual([]);
  });

  it('are told what the French ones are told', async () => {
    for (const [key, text] of Object.entries(await loadConsoleMessages(locale)))
      expect(argumentsOf(text), key).toEqual(argumentsOf(fr[key as keyof typeof fr]));
  });

  it('use real apostrophes, and in French a no-break space before : ; ? ! and in « »', async () => {
    for (const [key, text] of Object.entries(await loadConsoleMessages(locale))) {
      expect(text, key).not.toContain("'");
      const words = text.replace(/\b[A-Z]:\\\S+/g, ''); // a path
      if (locale === 'fr') expect(words, key).not.toMatch(/(?<!\u00a0)[;?!:»]|«(?!\u00a0)/);
      else expect(words, key).not.toMatch(/[\u00a0 ][:;?!]/);
    }
  });
});
