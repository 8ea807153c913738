import type { Messages } from './messages.js';
import { placesEn } from './place-messages-en.js';
import { simulationEn } from './simulation-messages-en.js';

const entries = (n: number): string => (n === 1 ? '1 entry' : `${n} entries`);

export const en: Messages = {
  title: 'Demonstration',
  lead: 'Invoicing and payroll write to their files; each program learns in its banner what concerns it. Write an invoice, and watch.',
  language: 'Language',
  theme: 'Theme',
  dark: 'Dark theme',
  simulate: 'Simulate',
  programs: { accounting: 'Crésus Accounting', invoicing: 'Crésus Invoicing', payroll: 'Crésus Payroll' },
  console: 'Crésus Synchro',
  consoleUnavailable: 'The console cannot be shown at the moment',
  openConsole: 'Open in a tab of its own',
  controls: 'The demonstration',
  bannerPlace: 'Crésus Synchro banner',
  journal: 'Journal',
  columns: {
    date: 'Date',
    voucher: 'Voucher',
    label: 'Label',
    debit: 'Debit',
    credit: 'Credit',
    amount: 'Amount',
  },
  reversal: 'Reversal',
  journalEmpty: 'The journal is still empty.',
  entriesInJournal: (n) => `${entries(n)} in the journal`,
  justPosted: (n) => `${entries(n)} just posted`,
  justUnposted: (n) => `${entries(n)} just un-posted`,
  journalStale: (time) => `Journal as of ${time}`,
  bannerUnavailable: 'Crésus Synchro does not answer – the banner comes back as soon as the service runs',
  lastBookings: 'Last entries',
  groups: {
    mishaps: 'When something goes wrong',
    service: 'The Synchro service',
  },
  fileFacts: ({ content }, size) =>
    content === null ? `unreadable · ${size}` : `${entries(content.entries)} · lot ${content.lot} · ${size}`,
  fileAway: 'the file is no longer there',
  buttons: {
    'write-invoice': 'Write an invoice',
    'correct-invoice': 'Correct the last one',
    'delete-invoice': 'Delete the last one',
    'write-in-pieces': 'Write three, in pieces',
    'unknown-account': 'Invoice on an unknown account',
    'run-salaries': "Run the month's salaries",
    'write-half': 'Write half the file',
    'finish-half': 'Finish writing the file',
    'restore-older': "Put last month's copy back",
    'make-twin': 'Make a “(1)” twin',
    'remove-twin': 'Remove the twin',
    'remove-file': 'Remove the file',
    'bring-back-file': 'Bring the file back',
    'stop-service': 'Stop the service',
    'start-service': 'Start the service again',
    reset: 'Start all over',
  },
  runSalaries: (month) => `Run the salaries of ${month}`,
  log: 'What the programs have just done',
  logEmpty: 'Nothing yet: press a button.',
  did: ({ act, booking, entries: n, lot }, { amount, size, month }) => {
    const after = `lot ${lot ?? ''}, ${size}`;
    const label = `“${booking?.label ?? ''}”`;
    switch (act) {
      case 'write-invoice':
        return `Invoice written: ${label}, ${amount}. File rewritten, ${after}.`;
      case 'correct-invoice':
        return `Invoice corrected: ${label}, ${amount}. File rewritten, ${after}.`;
      case 'delete-invoice':
        return `Invoice deleted: ${label}. File rewritten, ${after}.`;
      case 'write-in-pieces':
        return `${entries(n)} more, the file written in several goes; ${after}.`;
      case 'unknown-account':
        return `Invoice written on an account that the chart does not know: ${label}; ${after}.`;
      case 'run-salaries':
        return `Salaries of ${month}: ${entries(n)}. File rewritten, ${after}.`;
      case 'write-half':
        return `Writing interrupted in the middle of a line: only ${size}.`;
      case 'finish-half':
        return `Writing finished: ${after}.`;
      case 'restore-older':
        return `Last month's copy put back: lot ${lot ?? ''}, ${entries(n)} missing.`;
      case 'make-twin':
        return 'A twin has appeared beside the file, as from a cloud folder.';
      case 'remove-twin':
        return 'Twin removed.';
      case 'remove-file':
        return 'File removed from its folder.';
      case 'bring-back-file':
        return `File back in its place: ${after}.`;
      case 'stop-service':
        return 'Service stopped: nobody is watching the files.';
      case 'start-service':
        return 'Service started again.';
      case 'reset':
        return 'Files and journal as at the beginning.';
    }
  },
  refused: {
    'nothing-to-correct': 'There is no invoice left.',
    'year-is-through': "All of the year's salaries have been run.",
    'service-unavailable': 'The service does not start; the terminal says why.',
    'no-sign-in-waiting': 'No sign-in is under way: begin with “Sign in” in a banner.',
    'not-there': 'That is not possible at the moment.',
    'drive-unplugged': 'The drive is unplugged: plug it in again first.',
    'system-refused': 'The system did not let the files be moved; the terminal says why.',
  },
  places: placesEn,
  simulation: simulationEn,
  simulationFailed:
    'The simulation does not start: this browser did not allow the service worker that it needs.',
  keyMissing: 'Open the whole address that the terminal shows, with what follows the # sign.',
  deskGone: 'The demonstration no longer answers: run npm start again.',
};
