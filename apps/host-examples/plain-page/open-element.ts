import type { HostCommand } from '@synchro/sync-react/host-messages';
import type { OpenBanner } from '../src/banner-view.js';

/** The banner as an element of the program's own page: attributes one way, DOM events the other. */
export const openElement: OpenBanner = async (slot, { agentUrl, token }, listener) => {
  // Code from this address runs in this page: the program has verified the agent before.
  await import(/* @vite-ignore */ `${agentUrl}/elements/compta-banner.js`);
  const banner = document.createElement('synchro-compta-banner');
  banner.setAttribute('agent-url', agentUrl);
  banner.setAttribute('token', token);
  banner.addEventListener('synchro-command', (event) => {
    const command = (event as CustomEvent<HostCommand>).detail;
    listener.note('heard', command);
    if (listener.takes(command)) event.preventDefault();
  });
  slot.append(banner);

  const set = (name: string, value: string | null) =>
    value === null ? banner.removeAttribute(name) : banner.setAttribute(name, value);
  listener.ready({
    say(message) {
      switch (message.type) {
        case 'synchro-document-opened':
          set('document-path', message.path);
          set('document-id', message.documentId);
          return;
        case 'synchro-document-closed':
          set('document-path', null);
          set('document-id', null);
          return;
        case 'synchro-locale':
          set('locale', message.locale);
          return;
        case 'synchro-theme':
          set('theme', message.theme);
          return;
        case 'synchro-host':
        case 'synchro-command-answer':
          return; // What an element's host says by `preventDefault()`.
      }
    },
  });
};
