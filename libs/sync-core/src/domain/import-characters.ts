/**
 * What the import text cannot carry: control characters, which would break a line or a field or end the text, and
 * characters that Windows-1252 does not have. The five bytes that Microsoft leaves open are U+0081, U+008D, U+008F,
 * U+0090 and U+009D (`domain.md` §3).
 */
const UNWRITABLE =
  /[^\u0020-\u007e\u0081\u008d\u008f\u0090\u009d\u00a0-\u00ff\u20ac\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u017d\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u017e\u0178]/u;

const ALL_UNWRITABLE = new RegExp(UNWRITABLE, 'gu');

/** The first character of a text that the import text cannot carry, as `U+000D`; `null` if there is none. */
export function findUnwritable(text: string): string | null {
  const character = UNWRITABLE.exec(text)?.[0];
  const code = character?.codePointAt(0);
  return code === undefined ? null : `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
}

/** The text with a space for each control character and `?` for each other one that the import text cannot carry. */
export function withoutUnwritable(text: string): string {
  return text.replace(ALL_UNWRITABLE, (character) => (character < ' ' || character === '\u007f' ? ' ' : '?'));
}
