import type { Messages } from './messages.js';
import { placesDe } from './place-messages-de.js';
import { simulationDe } from './simulation-messages-de.js';

const entries = (n: number): string => (n === 1 ? '1 Buchung' : `${n} Buchungen`);

export const de: Messages = {
  title: 'Vorführung',
  lead: 'Faktura und Lohn schreiben in ihre Dateien; jedes Programm erfährt in seinem Banner, was es angeht. Schreiben Sie eine Rechnung und sehen Sie hin.',
  language: 'Sprache',
  theme: 'Darstellung',
  dark: 'Dunkle Darstellung',
  simulate: 'Simulieren',
  programs: {
    accounting: 'Crésus Finanzbuchhaltung',
    invoicing: 'Crésus Faktura',
    payroll: 'Crésus Lohnbuchhaltung',
  },
  console: 'Crésus Synchro',
  consoleUnavailable: 'Die Konsole kann im Moment nicht angezeigt werden',
  openConsole: 'In eigenem Tab öffnen',
  controls: 'Die Vorführung',
  bannerPlace: 'Banner von Crésus Synchro',
  journal: 'Journal',
  columns: {
    date: 'Datum',
    voucher: 'Beleg',
    label: 'Text',
    debit: 'Soll',
    credit: 'Haben',
    amount: 'Betrag',
  },
  reversal: 'Storno',
  journalEmpty: 'Das Journal ist noch leer.',
  entriesInJournal: (n) => `${entries(n)} im Journal`,
  justPosted: (n) => `${entries(n)} soeben verbucht`,
  justUnposted: (n) => `${entries(n)} soeben zurückgenommen`,
  journalStale: (time) => `Journal von ${time}`,
  bannerUnavailable: 'Crésus Synchro antwortet nicht – das Banner kommt zurück, sobald der Dienst läuft',
  lastBookings: 'Letzte Buchungen',
  groups: {
    mishaps: 'Wenn etwas schiefgeht',
    service: 'Der Dienst Synchro',
  },
  fileFacts: ({ content }, size) =>
    content === null
      ? `nicht lesbar · ${size}`
      : `${entries(content.entries)} · Los ${content.lot} · ${size}`,
  fileAway: 'die Datei ist nicht mehr da',
  buttons: {
    'write-invoice': 'Rechnung schreiben',
    'correct-invoice': 'Letzte korrigieren',
    'delete-invoice': 'Letzte löschen',
    'write-in-pieces': 'Drei schreiben, stückweise',
    'unknown-account': 'Rechnung auf unbekanntes Konto',
    'run-salaries': 'Löhne des Monats abrechnen',
    'write-half': 'Datei zur Hälfte schreiben',
    'finish-half': 'Datei fertig schreiben',
    'restore-older': 'Kopie vom letzten Monat einspielen',
    'make-twin': 'Doppel «(1)» anlegen',
    'remove-twin': 'Doppel entfernen',
    'remove-file': 'Datei entfernen',
    'bring-back-file': 'Datei zurücklegen',
    'stop-service': 'Dienst anhalten',
    'start-service': 'Dienst wieder starten',
    reset: 'Alles auf Anfang',
  },
  runSalaries: (month) => `Löhne ${month} abrechnen`,
  log: 'Was die Programme soeben getan haben',
  logEmpty: 'Noch nichts: Drücken Sie auf einen Knopf.',
  did: ({ act, booking, entries: n, lot }, { amount, size, month }) => {
    const after = `Los ${lot ?? ''}, ${size}`;
    const label = `«${booking?.label ?? ''}»`;
    switch (act) {
      case 'write-invoice':
        return `Rechnung geschrieben: ${label}, ${amount}. Datei neu geschrieben, ${after}.`;
      case 'correct-invoice':
        return `Rechnung korrigiert: ${label}, ${amount}. Datei neu geschrieben, ${after}.`;
      case 'delete-invoice':
        return `Rechnung gelöscht: ${label}. Datei neu geschrieben, ${after}.`;
      case 'write-in-pieces':
        return `${entries(n)} mehr, die Datei in mehreren Malen geschrieben; ${after}.`;
      case 'unknown-account':
        return `Rechnung auf ein Konto geschrieben, das der Kontenplan nicht kennt: ${label}; ${after}.`;
      case 'run-salaries':
        return `Löhne ${month}: ${entries(n)}. Datei neu geschrieben, ${after}.`;
      case 'write-half':
        return `Schreiben mitten in einer Zeile unterbrochen: nur ${size}.`;
      case 'finish-half':
        return `Fertig geschrieben: ${after}.`;
      case 'restore-older':
        return `Kopie vom letzten Monat eingespielt: Los ${lot ?? ''}, es fehlen ${entries(n)}.`;
      case 'make-twin':
        return 'Neben der Datei liegt jetzt ein Doppel, wie von einem Cloud-Ordner.';
      case 'remove-twin':
        return 'Doppel entfernt.';
      case 'remove-file':
        return 'Datei aus ihrem Ordner entfernt.';
      case 'bring-back-file':
        return `Datei zurückgelegt: ${after}.`;
      case 'stop-service':
        return 'Dienst angehalten: Niemand beobachtet die Dateien.';
      case 'start-service':
        return 'Dienst wieder gestartet.';
      case 'reset':
        return 'Dateien und Journal wie am Anfang.';
    }
  },
  refused: {
    'nothing-to-correct': 'Es gibt keine Rechnung mehr.',
    'year-is-through': 'Alle Löhne des Jahres sind abgerechnet.',
    'service-unavailable': 'Der Dienst startet nicht; im Terminal steht, warum.',
    'no-sign-in-waiting': 'Es läuft keine Anmeldung: Beginnen Sie mit «Anmelden» in einem Banner.',
    'not-there': 'Das ist im Moment nicht möglich.',
    'drive-unplugged': 'Das Laufwerk ist getrennt: Schliessen Sie es zuerst wieder an.',
    'system-refused': 'Das System liess die Dateien nicht verschieben; im Terminal steht, warum.',
  },
  places: placesDe,
  simulation: simulationDe,
  simulationFailed:
    'Die Simulation startet nicht: Dieser Browser hat den nötigen Service Worker nicht zugelassen.',
  keyMissing: 'Öffnen Sie die ganze Adresse aus dem Terminal, samt dem Teil nach dem Zeichen #.',
  deskGone: 'Die Vorführung antwortet nicht mehr: Starten Sie npm start neu.',
};
