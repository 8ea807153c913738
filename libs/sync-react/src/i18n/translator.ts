import { setupI18n } from '@lingui/core';
import type { Messages } from '@lingui/core';
import { formatCount } from './format.js';
import type { Locale } from './locale.js';

export type MessageValues = Readonly<Record<string, string | number>>;

/** Says a message of one catalogue in one language. */
export interface Translator<Key extends string> {
  readonly locale: Locale;
  /**
   * Numbers choose the plural; in the text they stand as `{name_n}` for each number `name`, written the Swiss way
   * (`12'345`), since the platform's formats differ among the four languages.
   */
  (key: Key, values?: MessageValues): string;
}

/** @param messages the compiled catalogue of this language, see `compile-messages.ts` */
export function createTranslator<Key extends string>(locale: Locale, messages: Messages): Translator<Key> {
  const i18n = setupI18n({ locale, messages: { [locale]: messages } });
  const translate = (key: Key, values: MessageValues = {}): string => {
    const written = Object.entries(values).flatMap(([name, value]) =>
      typeof value === 'number' ? [[`${name}_n`, formatCount(value)] as const] : [],
    );
    return i18n._(key, { ...values, ...Object.fromEntries(written) });
  };
  return Object.assign(translate, { locale });
}
