import type { Messages } from './messages.js';
import { placesIt } from './place-messages-it.js';
import { simulationIt } from './simulation-messages-it.js';

const entries = (n: number): string => (n === 1 ? '1 registrazione' : `${n} registrazioni`);

export const it: Messages = {
  title: 'Dimostrazione',
  lead: 'La fatturazione e gli stipendi scrivono nei loro file; ogni programma apprende nel suo banner ciò che lo riguarda. Scrivete una fattura e guardate.',
  language: 'Lingua',
  theme: 'Tema',
  dark: 'Tema scuro',
  simulate: 'Simulare',
  programs: {
    accounting: 'Crésus Contabilità',
    invoicing: 'Crésus Fatturazione',
    payroll: 'Crésus Stipendi',
  },
  console: 'Crésus Synchro',
  consoleUnavailable: 'Per il momento la console non può essere mostrata',
  openConsole: 'Aprire in una scheda',
  controls: 'La dimostrazione',
  bannerPlace: 'Banner di Crésus Synchro',
  journal: 'Giornale',
  columns: {
    date: 'Data',
    voucher: 'Pezza',
    label: 'Testo',
    debit: 'Dare',
    credit: 'Avere',
    amount: 'Importo',
  },
  reversal: 'Storno',
  journalEmpty: 'Il giornale è ancora vuoto.',
  entriesInJournal: (n) => `${entries(n)} nel giornale`,
  justPosted: (n) =>
    n === 1 ? '1 registrazione appena contabilizzata' : `${n} registrazioni appena contabilizzate`,
  justUnposted: (n) => (n === 1 ? '1 registrazione appena annullata' : `${n} registrazioni appena annullate`),
  journalStale: (time) => `Giornale delle ${time}`,
  bannerUnavailable: 'Crésus Synchro non risponde – il banner torna appena il servizio è attivo',
  lastBookings: 'Ultime registrazioni',
  groups: {
    mishaps: 'Quando qualcosa va storto',
    service: 'Il servizio Synchro',
  },
  fileFacts: ({ content }, size) =>
    content === null
      ? `illeggibile · ${size}`
      : `${entries(content.entries)} · lotto ${content.lot} · ${size}`,
  fileAway: 'il file non c’è più',
  buttons: {
    'write-invoice': 'Scrivere una fattura',
    'correct-invoice': "Correggere l'ultima",
    'delete-invoice': "Eliminare l'ultima",
    'write-in-pieces': 'Scriverne tre, a pezzi',
    'unknown-account': 'Fattura su un conto sconosciuto',
    'run-salaries': 'Elaborare gli stipendi del mese',
    'write-half': 'Scrivere metà del file',
    'finish-half': 'Finire di scrivere il file',
    'restore-older': 'Rimettere la copia del mese scorso',
    'make-twin': 'Creare un doppio «(1)»',
    'remove-twin': 'Togliere il doppio',
    'remove-file': 'Togliere il file',
    'bring-back-file': 'Rimettere il file',
    'stop-service': 'Fermare il servizio',
    'start-service': 'Riavviare il servizio',
    reset: "Riportare tutto all'inizio",
  },
  runSalaries: (month) => `Elaborare gli stipendi di ${month}`,
  log: 'Che cosa hanno appena fatto i programmi',
  logEmpty: 'Ancora niente: premete un pulsante.',
  did: ({ act, booking, entries: n, lot }, { amount, size, month }) => {
    const after = `lotto ${lot ?? ''}, ${size}`;
    const label = `«${booking?.label ?? ''}»`;
    switch (act) {
      case 'write-invoice':
        return `Fattura scritta: ${label}, ${amount}. File riscritto, ${after}.`;
      case 'correct-invoice':
        return `Fattura corretta: ${label}, ${amount}. File riscritto, ${after}.`;
      case 'delete-invoice':
        return `Fattura eliminata: ${label}. File riscritto, ${after}.`;
      case 'write-in-pieces':
        return `${entries(n)} in più, il file scritto in più volte; ${after}.`;
      case 'unknown-account':
        return `Fattura scritta su un conto che il piano contabile non conosce: ${label}; ${after}.`;
      case 'run-salaries':
        return `Stipendi di ${month}: ${entries(n)}. File riscritto, ${after}.`;
      case 'write-half':
        return `Scrittura interrotta a metà di una riga: solo ${size}.`;
      case 'finish-half':
        return `Scrittura terminata: ${after}.`;
      case 'restore-older':
        return `Copia del mese scorso rimessa al suo posto: lotto ${lot ?? ''}, mancano ${entries(n)}.`;
      case 'make-twin':
        return 'Accanto al file è apparso un doppio, come da una cartella sincronizzata.';
      case 'remove-twin':
        return 'Doppio tolto.';
      case 'remove-file':
        return 'File tolto dalla sua cartella.';
      case 'bring-back-file':
        return `File rimesso al suo posto: ${after}.`;
      case 'stop-service':
        return 'Servizio fermato: nessuno osserva più i file.';
      case 'start-service':
        return 'Servizio riavviato.';
      case 'reset':
        return "File e giornale come all'inizio.";
    }
  },
  refused: {
    'nothing-to-correct': 'Non ci sono più fatture.',
    'year-is-through': "Gli stipendi dell'anno sono tutti elaborati.",
    'service-unavailable': 'Il servizio non si avvia; il terminale dice perché.',
    'no-sign-in-waiting': 'Nessun accesso è in corso: iniziate con «Accedere» in un banner.',
    'not-there': 'Al momento non è possibile.',
    'drive-unplugged': 'Il disco è scollegato: ricollegatelo prima.',
    'system-refused': 'Il sistema non ha permesso di spostare i file; il terminale dice perché.',
  },
  places: placesIt,
  simulation: simulationIt,
  simulationFailed:
    'La simulazione non si avvia: questo browser non ha permesso il service worker che le serve.',
  keyMissing: "Aprite l'indirizzo intero che il terminale mostra, con ciò che segue il segno #.",
  deskGone: 'La dimostrazione non risponde più: rilanciate npm start.',
};
