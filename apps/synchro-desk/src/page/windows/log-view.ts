import { isPlaceAct, isWorldAct } from '../../acts.js';
import type { ActReport } from '../../acts.js';
import { byId, element } from '../element.js';
import { formatAmount, formatMonth, formatSize, formatTime } from '../format.js';
import type { Locale, Messages } from '../messages/messages.js';

/** What the programs just did, newest first. */
export interface LogView {
  show(acts: readonly ActReport[]): void;
  setLanguage(locale: Locale, messages: Messages): void;
}

export function createLogView(first: { readonly locale: Locale; readonly messages: Messages }): LogView {
  const log = byId('log');
  let { locale, messages } = first;
  let logged: readonly ActReport[] = [];
  let isShown = false;

  /** What is merely said again, at the beginning or in another language, is not read out. */
  const show = (acts: readonly ActReport[]) => {
    log.setAttribute('aria-live', isShown ? 'polite' : 'off');
    isShown = true;
    const fresh = acts.filter(({ id }) => logged.every((report) => report.id !== id));
    if (fresh.length === acts.length) log.replaceChildren();
    log.prepend(...fresh.map((report) => logItem(report, locale, messages)));
    while (log.children.length > acts.length) log.lastElementChild?.remove();
    if (acts.length === 0) log.replaceChildren(element('li', { class: 'empty' }, messages.logEmpty));
    logged = acts;
  };

  return {
    show,
    setLanguage: (nextLocale, nextMessages) => {
      [locale, messages] = [nextLocale, nextMessages];
      const acts = logged;
      [logged, isShown] = [[], false];
      show(acts);
      isShown = acts.length > 0;
    },
  };
}

const logItem = (report: ActReport, locale: Locale, messages: Messages) =>
  element(
    'li',
    {},
    element('time', { datetime: report.at }, formatTime(report.at, locale)),
    element('span', {}, sentence(report, locale, messages)),
  );

function sentence(report: ActReport, locale: Locale, messages: Messages): string {
  const { act, file, booking, bytes } = report;
  if (isWorldAct(act)) return messages.simulation.did[act];
  if (isPlaceAct(act)) return messages.places.did[act](file ?? '');
  const format = {
    amount: formatAmount(booking?.totalInCentimes ?? 0),
    size: formatSize(bytes ?? 0, locale),
    month: formatMonth(booking?.date.slice(0, 7) ?? '1970-01', locale),
  };
  return messages.did({ ...report, act }, format);
}
