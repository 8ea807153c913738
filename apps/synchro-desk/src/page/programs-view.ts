import type { Act, ActReport, DeskState, FileReport } from '../acts.js';
import { byId, element } from './element.js';
import { formatAmount, formatMonth, formatSize, formatTime } from './format.js';
import type { Locale, Messages } from './messages.js';
import { groups, offeredActs } from './offered-acts.js';
import type { Group } from './offered-acts.js';

/** The panel of the two programs: their files, their buttons, and what they did. */
export interface ProgramsView {
  show(state: DeskState): void;
  /** Why the last act was not done; `null` clears it. */
  say(problem: string | null): void;
  setLanguage(locale: Locale, messages: Messages): void;
}

export function createProgramsView(
  perform: (act: Act) => Promise<void>,
  first: { readonly locale: Locale; readonly messages: Messages },
): ProgramsView {
  const log = byId('log');
  const problem = byId('problem');
  let { locale, messages } = first;
  let state: DeskState | null = null;
  let logged: readonly ActReport[] = [];

  const label = (act: Act) =>
    act === 'run-salaries' && state?.nextSalaries != null
      ? messages.runSalaries(formatMonth(state.nextSalaries, locale))
      : messages.buttons[act];

  /** Each button keeps its place and the focus, also when it turns into its opposite. */
  const placeButton = (place: HTMLElement, index: number, act: Act) => {
    const button = (place.children[index] ?? place.appendChild(newButton())) as HTMLButtonElement;
    button.dataset['act'] = act;
    button.textContent = label(act);
  };

  const newButton = () => {
    const button = element('button', { type: 'button' });
    button.addEventListener('click', () => void press(button));
    return button;
  };

  const press = async (button: HTMLButtonElement) => {
    if (button.getAttribute('aria-busy') === 'true') return;
    button.setAttribute('aria-busy', 'true');
    await perform(button.dataset['act'] as Act);
    button.removeAttribute('aria-busy');
  };

  const sentence = (report: ActReport) =>
    messages.did(report, {
      amount: formatAmount(report.booking?.totalInCentimes ?? 0),
      size: formatSize(report.bytes ?? 0, locale),
      month: formatMonth(report.booking?.date.slice(0, 7) ?? '1970-01', locale),
    });

  const logItem = (report: ActReport) =>
    element(
      'li',
      {},
      element('time', { datetime: report.at }, formatTime(report.at, locale)),
      element('span', {}, sentence(report)),
    );

  /** What is merely said again, at the beginning or in another language, is not read out. */
  const showLog = (acts: readonly ActReport[], isNews: boolean) => {
    log.setAttribute('aria-live', isNews ? 'polite' : 'off');
    const fresh = acts.filter(({ id }) => logged.every((report) => report.id !== id));
    if (fresh.length === acts.length) log.replaceChildren();
    log.prepend(...fresh.map(logItem));
    while (log.children.length > acts.length) log.lastElementChild?.remove();
    if (acts.length === 0) log.replaceChildren(element('li', { class: 'empty' }, messages.logEmpty));
    logged = acts;
  };

  const show = (next: DeskState) => {
    const isNews = state !== null && logged.length > 0;
    state = next;
    const offered = offeredActs(next);
    for (const group of groups) {
      const place = byId(`buttons-${group}`);
      offered[group].forEach((act, index) => placeButton(place, index, act));
    }
    for (const file of next.files) showFile(file, messages, locale);
    showLog(next.acts, isNews);
  };

  return {
    show,
    say: (text) => {
      problem.textContent = text ?? '';
      problem.hidden = text === null;
    },
    setLanguage: (nextLocale, nextMessages) => {
      locale = nextLocale;
      messages = nextMessages;
      logged = [];
      for (const group of groups) byId(`title-${group}`).textContent = messages.groups[group];
      if (state !== null) show(state);
    },
  };
}

function showFile(file: FileReport, messages: Messages, locale: Locale): void {
  const group: Group = file.role;
  const facts =
    file.bytes === null ? messages.fileAway : messages.fileFacts(file, formatSize(file.bytes, locale));
  byId(`file-${group}`).replaceChildren(
    element('span', { class: 'file-name' }, file.name),
    element('span', { class: 'file-facts' }, facts),
  );
}
