import type { Locale } from './locale.js';
import { formatMessage, parseMessage } from './message-format.js';
import type { Message, MessageArguments } from './message-format.js';

export type Catalogue<Key extends string> = Readonly<Record<Key, string>>;

/** Says something in the language that is in force. */
export interface Translate<Key extends string> {
  (key: Key, given?: MessageArguments): string;
}

/** Each message is read once, when it is first needed. */
export function createTranslate<Key extends string>(
  locale: Locale,
  catalogue: Catalogue<Key>,
): Translate<Key> {
  const known = new Map<Key, Message>();
  return (key, given = {}) => {
    let message = known.get(key);
    if (message === undefined) known.set(key, (message = parseMessage(catalogue[key])));
    return formatMessage(message, given, locale);
  };
}
