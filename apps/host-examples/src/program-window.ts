import type { Program, ProgramOutput } from './program.js';

/** The window: the banner's slot, controls for what a program may tell its banner, the journal, and all that was said. */
export function openWindow(title: string) {
  const slot = element('div', { id: 'slot' });
  const open = element('input', { type: 'checkbox', checked: '' });
  const posts = element('input', { type: 'checkbox', checked: '' });
  const locale = choice(['fr-CH', 'de-CH', 'it-CH', 'en-GB']);
  const theme = choice(['auto', 'light', 'dark'] as const);
  const status = element('p', { role: 'status' });
  const journal = element('tbody');
  const log = element('ol', { 'aria-label': 'Messages' });
  document.body.append(
    slot,
    element(
      'main',
      {},
      element('h1', {}, title),
      element(
        'div',
        { class: 'controls' },
        element('label', {}, open, ' Document is open'),
        element('label', {}, posts, ' The program posts by itself'),
        element('label', {}, 'Language ', locale),
        element('label', {}, 'Theme ', theme),
      ),
      status,
      element('h2', {}, 'Journal'),
      element('table', { 'aria-label': 'Journal' }, journal),
      element('h2', {}, 'Messages'),
      log,
    ),
  );

  const output: ProgramOutput = {
    journal: (lines) => journal.replaceChildren(...lines.map(journalRow)),
    status: (text) => status.replaceChildren(text),
    note: (direction, message) =>
      log.append(element('li', { class: direction }, `${direction} ${JSON.stringify(message)}`)),
  };
  return {
    slot,
    output,
    bind: (program: Program): void => {
      open.addEventListener('change', () => program.setOpen(open.checked));
      posts.addEventListener('change', () => program.setPosts(posts.checked));
      locale.addEventListener('change', () => program.setLocale(locale.value));
      theme.addEventListener('change', () => {
        const { value } = theme;
        if (value === 'auto' || value === 'light' || value === 'dark') program.setTheme(value);
      });
    },
  };
}

/** Date, debit, credit, voucher, label and amount; what the line holds besides is not shown. */
const journalRow = (line: string): HTMLTableRowElement =>
  element(
    'tr',
    {},
    ...line
      .split('\t')
      .slice(0, 6)
      .map((text) => element('td', {}, text)),
  );

const choice = (values: readonly string[]): HTMLSelectElement =>
  element('select', {}, ...values.map((value) => element('option', {}, value)));

function element<K extends keyof HTMLElementTagNameMap>(
  name: K,
  attributes: Readonly<Record<string, string>> = {},
  ...content: readonly (Node | string)[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...content);
  return made;
}
