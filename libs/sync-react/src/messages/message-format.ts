import { formatCount } from './formats.js';
import type { Locale } from './locale.js';

/**
 * The part of ICU MessageFormat that the catalogues use: `{name}`, `{n, plural, =0 {…} one {…} other {# …}}` and
 * `{name, select, yes {…} other {…}}`, nested at will.
 *
 * Why not @lingui/core, whose results a test compares these with: its reader of messages costs 7 KB in the browser
 * (this one costs 0.7, so nothing has to be compiled beforehand), and its `#` can only write numbers as `Intl` does
 * for the language, which for French Switzerland is `12 345` and not `12'345`.
 */
export type MessageArguments = Readonly<Record<string, string | number>>;

type Part =
  | string
  | { readonly kind: 'argument'; readonly name: string }
  | { readonly kind: 'count' }
  | {
      readonly kind: 'plural' | 'select';
      readonly name: string;
      readonly cases: ReadonlyMap<string, readonly Part[]>;
    };

export type Message = readonly Part[];

/** @throws {SyntaxError} for a message that is not well-formed: a translator's mistake, found by a test */
export function parseMessage(text: string): Message {
  let at = 0;
  const fail = () => new SyntaxError(`Not a message at character ${at}: ${text}`);

  const skip = (pattern: RegExp): string => {
    pattern.lastIndex = at;
    const found = pattern.exec(text)?.[0] ?? '';
    at += found.length;
    return found;
  };
  const word = (): string => {
    skip(/\s*/y);
    const found = skip(/=?[\w-]+/y);
    if (found === '') throw fail();
    skip(/\s*/y);
    return found;
  };
  const take = (character: string): void => {
    if (text[at] !== character) throw fail();
    at += 1;
  };

  const parts = (isInPlural: boolean): Part[] => {
    const found: Part[] = [];
    while (at < text.length && text[at] !== '}') {
      if (text[at] === '{') found.push(argument(isInPlural));
      else if (isInPlural && text[at] === '#') {
        at += 1;
        found.push({ kind: 'count' });
      } else found.push(skip(isInPlural ? /[^{}#]+/y : /[^{}]+/y));
    }
    return found;
  };
  const argument = (isInPlural: boolean): Part => {
    take('{');
    const name = word();
    if (text[at] === '}') {
      at += 1;
      return { kind: 'argument', name };
    }
    take(',');
    const kind = word();
    if (kind !== 'plural' && kind !== 'select') throw fail();
    take(',');
    const cases = new Map<string, readonly Part[]>();
    do {
      const key = word();
      take('{');
      cases.set(key, parts(kind === 'plural' || isInPlural));
      take('}');
      skip(/\s*/y);
    } while (text[at] !== '}');
    take('}');
    if (!cases.has('other')) throw fail();
    return { kind, name, cases };
  };

  const message = parts(false);
  if (at < text.length) throw fail();
  return message;
}

/** The text of a message in a language; a number is written the Swiss way wherever it stands. */
export function formatMessage(message: Message, given: MessageArguments, locale: Locale): string {
  const rules = new Intl.PluralRules(locale);
  const value = (name: string): string => {
    const argument = given[name];
    return typeof argument === 'number' ? formatCount(argument) : (argument ?? '');
  };
  const chosen = (part: Exclude<Part, string> & { kind: 'plural' | 'select' }): readonly Part[] => {
    const { kind, name, cases } = part;
    const exact = kind === 'plural' ? cases.get(`=${given[name] ?? ''}`) : cases.get(String(given[name]));
    const plural = kind === 'plural' ? cases.get(rules.select(Number(given[name]))) : undefined;
    return exact ?? plural ?? cases.get('other') ?? [];
  };
  const write = (parts: readonly Part[], count: string): string =>
    parts
      .map((part) => {
        if (typeof part === 'string') return part;
        switch (part.kind) {
          case 'argument':
            return value(part.name);
          case 'count':
            return count;
          case 'plural':
            return write(chosen(part), value(part.name));
          case 'select':
            return write(chosen(part), count);
        }
      })
      .join('');
  return write(message, '');
}
