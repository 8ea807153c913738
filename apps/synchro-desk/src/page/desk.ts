import { createClient } from '@synchro/sync-core/client';
import type { Act } from '../acts.js';
import { fillBannerSlot } from './banner-slot.js';
import { createDeskApi } from './desk-api.js';
import { byId, element } from './element.js';
import { followMandate } from './follow-mandate.js';
import { formatTime } from './format.js';
import { createJournalView } from './journal-view.js';
import { localeNames, locales } from './messages.js';
import type { Locale, Messages } from './messages.js';
import { de } from './messages-de.js';
import { en } from './messages-en.js';
import { fr } from './messages-fr.js';
import { it } from './messages-it.js';
import { createProgramsView } from './programs-view.js';
import { createJournalReader } from './read-journal.js';

/** The page: builds its parts, and connects the two switches with all of them. */
const texts: Readonly<Record<Locale, Messages>> = { fr, de, it, en };
const isLocale = (text: string | null): text is Locale =>
  (locales as readonly (string | null)[]).includes(text);

const stored = localStorage.getItem('locale');
let locale: Locale = isLocale(stored) ? stored : 'fr';
const messages = () => texts[locale];

const api = createDeskApi(location.hash.slice(1));
const journal = createJournalView(messages());
const programs = createProgramsView(perform, { locale, messages: messages() });

async function perform(act: Act): Promise<void> {
  try {
    const answer = await api.perform(act);
    programs.say(answer.ok ? null : messages().refused[answer.refusal]);
    if (answer.ok) programs.show(answer.state);
  } catch {
    programs.say(messages().deskGone);
  }
}

function setTexts(): void {
  const { columns, ...said } = messages();
  document.documentElement.lang = locale;
  document.title = `Crésus Synchro – ${said.title}`;
  byId('accounting-title').textContent = `${said.accounting} – Menuiserie Rochat 2026`;
  byId('banner-slot').setAttribute('aria-label', said.bannerPlace);
  byId('journal').setAttribute('aria-label', said.journal);
  for (const [name, text] of Object.entries(columns)) byId(`column-${name}`).textContent = text;
  for (const name of ['title', 'lead', 'programs', 'log'] as const)
    byId(`text-${name}`).textContent = said[name];
  byId('language').setAttribute('aria-label', said.language);
  byId('text-dark').textContent = said.dark;
  programs.setLanguage(locale, messages());
  journal.setMessages(messages());
}

const language = byId('language') as HTMLSelectElement;
language.append(...locales.map((value) => element('option', { value, lang: value }, localeNames[value])));
language.value = locale;
const dark = byId('dark') as HTMLInputElement;
const storedTheme = localStorage.getItem('theme');
dark.checked =
  storedTheme === null ? matchMedia('(prefers-color-scheme: dark)').matches : storedTheme === 'dark';
const theme = () => (dark.checked ? 'dark' : 'light');
const applyTheme = () => (document.documentElement.dataset['theme'] = theme());

applyTheme();
setTexts();

try {
  const [config, state] = await Promise.all([api.config(), api.state()]);
  programs.show(state);
  const slot = fillBannerSlot(byId('banner-slot'), config);
  slot.setLocale(locale, messages());
  slot.setTheme(theme());

  language.addEventListener('change', () => {
    locale = isLocale(language.value) ? language.value : 'fr';
    localStorage.setItem('locale', locale);
    setTexts();
    slot.setLocale(locale, messages());
  });
  dark.addEventListener('change', () => {
    localStorage.setItem('theme', theme());
    applyTheme();
    slot.setTheme(theme());
  });

  const client = createClient({ url: config.agentUrl, token: config.token });
  followMandate(client, config.documentPath, {
    read: createJournalReader(client),
    onJournal: journal.show,
    onConnection: (connection) => {
      journal.setStale(connection.status === 'reconnecting' ? formatTime(connection.since, locale) : null);
      // The service may have ended by itself: the button must offer to start it again.
      void api.state().then(
        (now) => programs.show(now),
        () => programs.say(messages().deskGone),
      );
    },
  });
} catch {
  programs.say(location.hash === '' ? messages().keyMissing : messages().deskGone);
}
