export function findBrowser(): string | null;
export function prepareBrowser(): { SYNCHRO_BROWSER: string };
