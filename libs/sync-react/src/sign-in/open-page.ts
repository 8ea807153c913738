/** The browser's window for the issuer's page. */
export interface PageWindow {
  /** Goes to the page once its address is known. @returns `false`: there is no window, a link must do */
  readonly show: (url: string) => boolean;
  readonly close: () => void;
}

/**
 * Opens a window for a page whose address the service has yet to tell. To be called straight in a click, since pop-up
 * blockers let nothing else pass; hence it begins empty. The page gets no hold on ours (`noopener` would also take the
 * window from us, and with it the knowledge of whether it was blocked).
 */
export function openPage(): PageWindow {
  const opened = window.open('', '_blank');
  if (opened !== null) opened.opener = null;
  return {
    show: (url) => {
      if (opened === null || opened.closed || !isWebAddress(url)) return false;
      opened.location.replace(url);
      return true;
    },
    close: () => opened?.close(),
  };
}

/** Nothing but a page of the web is ever opened, whatever the service says. */
export function isWebAddress(url: string): boolean {
  return /^https?:\/\//i.test(url);
}
