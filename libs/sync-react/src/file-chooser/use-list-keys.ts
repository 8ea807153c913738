import { useRef } from 'react';
import type { KeyboardEvent } from 'react';
import { plainText } from './chooser-entries.js';

export interface ListKeysOptions {
  readonly names: readonly string[];
  /** The entry that the keys start from. */
  readonly active: number;
  /** Whether it is chosen already, or only where the keys would start. */
  readonly isChosen: boolean;
  /** Entries of one screen. */
  readonly pageSize: () => number;
  readonly onChoose: (index: number) => void;
  /** Opens a folder, takes a file. */
  readonly onAct: (index: number) => void;
  readonly onUp: () => void;
}

/** Letters that follow each other sooner than this are one word. */
const WORD_MS = 1_000;

/**
 * The keys of a list box that keeps the focus itself: arrows, Page, Home and End, the first letters of a name; Enter
 * acts, Backspace goes to the folder above.
 */
export function useListKeys(options: ListKeysOptions): (event: KeyboardEvent<HTMLElement>) => void {
  const { names, active, isChosen, pageSize, onChoose, onAct, onUp } = options;
  const typed = useRef({ text: '', at: -WORD_MS });
  const last = names.length - 1;

  const move = (index: number) => {
    if (last >= 0) onChoose(Math.max(0, Math.min(last, index)));
  };
  // The first arrow goes to where the keys start: what is not chosen yet was not heard of yet.
  const step = (by: number) => move(isChosen ? active + by : active);
  const actions: Readonly<Record<string, () => void>> = {
    ArrowDown: () => step(1),
    ArrowUp: () => step(-1),
    PageDown: () => step(pageSize()),
    PageUp: () => step(-pageSize()),
    Home: () => move(0),
    End: () => move(last),
    Enter: () => {
      if (last >= 0) onAct(active);
    },
    Backspace: onUp,
  };
  const type = (character: string, at: number) => {
    const isNew = at - typed.current.at > WORD_MS;
    const text = plainText(isNew ? character : typed.current.text + character);
    typed.current = { text, at };
    // The same letter again is the next name that begins with it.
    const isRepeated = text === text.charAt(0).repeat(text.length);
    const begin = isRepeated ? text.charAt(0) : text;
    const from = isRepeated && isChosen ? active + 1 : active;
    const order = [...names.keys()].map((index) => (index + from) % names.length);
    const found = order.find((index) => plainText(names[index] ?? '').startsWith(begin));
    if (found !== undefined) move(found);
  };
  return (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const action = actions[event.key];
    // A space begins no name, and is the list's own key for choosing what is chosen here already.
    const isLetter = /^.$/u.test(event.key) && (event.key !== ' ' || typed.current.text !== '');
    if (action === undefined && event.key !== ' ' && !isLetter) return;
    event.preventDefault();
    if (action !== undefined) action();
    else if (isLetter) type(event.key, event.timeStamp);
    else move(active);
  };
}
