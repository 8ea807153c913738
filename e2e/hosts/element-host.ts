import type { HostMessage, PageMessage } from '@synchro/sync-react/host-messages';
import { createProgram } from './test-host.js';
import type { OpenHost } from './test-host.js';

/** A web page with the banner's element: attributes one way, DOM events the other. */
export const openElementHost: OpenHost = async (page, options) => {
  const { live, origin, path, take } = options;
  const element = page.locator('synchro-compta-banner');
  const say = async (message: HostMessage): Promise<void> => {
    const set = (values: Readonly<Record<string, string | null>>) =>
      element.evaluate((banner, all) => {
        for (const [name, value] of Object.entries(all))
          if (value === null) banner.removeAttribute(name);
          else banner.setAttribute(name, value);
      }, values);
    switch (message.type) {
      case 'synchro-document-opened':
        return set({ 'document-path': message.path, 'document-id': message.documentId });
      case 'synchro-document-closed':
        return set({ 'document-path': null, 'document-id': null });
      case 'synchro-locale':
        return set({ locale: message.locale });
      case 'synchro-theme':
        return set({ theme: message.theme });
      case 'synchro-host':
      case 'synchro-command-answer':
        return; // said by `preventDefault()`, in the event itself
    }
  };
  const program = createProgram(options, say);
  await page.exposeFunction('synchroProgram', (message: PageMessage) => program.hear(message));
  const given = { 'agent-url': live.agentUrl, token: live.token, locale: 'fr' };
  const fragment = new URLSearchParams(path === null ? given : { ...given, 'document-path': path });
  await page.goto(`${origin}/#${fragment.toString()}`);
  await element.waitFor({ state: 'attached' });
  await page.locator('#slot').evaluate((slot, isTaking) => {
    slot.addEventListener('synchro-command', (event) => {
      if (isTaking) event.preventDefault();
      const { detail } = event as CustomEvent<Extract<PageMessage, { type: 'synchro-command' }>>;
      window.synchroProgram({ ...detail, type: 'synchro-command', requestId: 'event' });
    });
  }, take !== undefined);
  return {
    banner: page,
    heard: program.heard,
    ready: Promise.resolve(),
    say,
    height: () => page.locator('#slot').evaluate((slot) => slot.clientHeight),
  };
};
