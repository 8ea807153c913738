export function launchOptions(): { executablePath?: string; args: string[] };
export function prepareBrowser(): { SYNCHRO_BROWSER: string };
