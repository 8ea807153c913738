import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome', 'msedge'];
const USUAL_PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/** A Chromium or Chrome of this machine, `null` if there is none. */
export function findBrowser() {
  const fromPath = (process.env.PATH ?? '')
    .split(delimiter)
    .flatMap((folder) => NAMES.map((name) => join(folder, name)));
  return (
    [process.env.SYNCHRO_BROWSER, ...fromPath, ...USUAL_PLACES].find((path) => path && existsSync(path)) ??
    null
  );
}

/** How tests and benchmarks start it: alone, and without a word to the internet. */
export function launchOptions() {
  const executablePath = findBrowser();
  return {
    ...(executablePath === null ? {} : { executablePath }),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  };
}

/** Finds a browser for the end-to-end tests or gets Debian's; without one says how to get one and ends. */
export function prepareBrowser() {
  let browser = findBrowser();
  if (browser === null && process.getuid?.() === 0 && spawnSync('apt-get', ['--version']).status === 0) {
    console.log('Installing Chromium from Debian’s packages …');
    const apt = (...args) =>
      spawnSync('apt-get', ['-o', 'DPkg::Lock::Timeout=300', '-y', ...args], {
        stdio: ['ignore', 'ignore', 'inherit'],
        env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      });
    apt('update');
    apt('install', '--no-install-recommends', 'chromium', 'fonts-dejavu-core');
    browser = findBrowser();
  }
  if (browser === null) {
    console.error(
      'The end-to-end tests need Chromium or Chrome. Install one (Debian, Ubuntu: sudo apt-get install chromium), ' +
        'or name it: SYNCHRO_BROWSER=/path/to/chrome npm test',
    );
    process.exit(1);
  }
  return { SYNCHRO_BROWSER: browser };
}
