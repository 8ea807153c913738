import { isPlaceAct, isWorldAct, programs } from '../../acts.js';
import type { Act, DeskState, Program } from '../../acts.js';
import { byId } from '../element.js';
import { formatMonth } from '../format.js';
import { groups, offeredActs } from '../offered-acts.js';
import type { Switches } from '../switches.js';
import { createActButtons } from './act-buttons.js';
import { createLogView } from './log-view.js';
import { documentName, showProgramFile } from './program-window.js';

/** The windows apart from banners, journal and console: titles, files, buttons and the log. */
export interface WindowsView {
  show(state: DeskState): void;
  /** Why the last act was not done; `null` clears it. */
  say(problem: string | null): void;
  /** Says everything again in the language of the switches. */
  setTexts(): void;
}

export function createWindowsView(
  switches: Switches,
  perform: (act: Act) => Promise<void>,
  { isSimulated }: { readonly isSimulated: boolean },
): WindowsView {
  const problem = byId('problem');
  const log = createLogView(switches);
  const buttons = groups.map((group) => ({
    group,
    section: byId(`group-${group}`),
    buttons: createActButtons(byId(`buttons-${group}`), perform),
  }));
  let state: DeskState | null = null;

  const label = (act: Act): string => {
    const { messages, locale } = switches;
    if (isWorldAct(act)) return messages.simulation.buttons[act];
    if (isPlaceAct(act)) return messages.places.buttons[act];
    return act === 'run-salaries' && state?.nextSalaries != null
      ? messages.runSalaries(formatMonth(state.nextSalaries, locale))
      : messages.buttons[act];
  };

  const showTitle = (program: Program, path: string) => {
    byId(`title-${program}`).textContent = `${switches.messages.programs[program]} – ${documentName(path)}`;
  };

  const show = (next: DeskState) => {
    state = next;
    const offered = offeredActs(next);
    for (const { group, section, buttons: shown } of buttons) {
      shown.show(offered[group], label);
      section.hidden = offered[group].length === 0;
    }
    for (const program of programs) showTitle(program, next.documents[program].path);
    for (const file of next.files) showProgramFile(file, switches.messages, switches.locale);
    log.show(next.acts);
  };

  return {
    show,
    say: (text) => {
      problem.textContent = text ?? '';
      problem.hidden = text === null;
    },
    setTexts: () => {
      const { messages, locale } = switches;
      document.title = `Crésus Synchro – ${messages.title}`;
      byId('text-title').textContent = messages.title;
      byId('text-lead').textContent = isSimulated ? messages.simulation.lead : messages.lead;
      byId('text-controls').textContent = messages.controls;
      byId('text-log').textContent = messages.log;
      byId('title-console').textContent = messages.console;
      byId('open-console').textContent = messages.openConsole;
      const titles = {
        ...messages.groups,
        places: messages.places.group,
        ...messages.simulation.groups,
      };
      for (const [group, text] of Object.entries(titles)) byId(`text-${group}`).textContent = text;
      for (const program of programs) {
        byId(`banner-${program}`).setAttribute(
          'aria-label',
          `${messages.bannerPlace}, ${messages.programs[program]}`,
        );
        if (state === null) byId(`title-${program}`).textContent = messages.programs[program];
      }
      log.setLanguage(locale, messages);
      if (state !== null) show(state);
    },
  };
}
