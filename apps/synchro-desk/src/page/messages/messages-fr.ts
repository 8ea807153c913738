import type { Messages } from './messages.js';
import { placesFr } from './place-messages-fr.js';
import { simulationFr } from './simulation-messages-fr.js';

const entries = (n: number): string => (n === 1 ? '1 écriture' : `${n} écritures`);

export const fr: Messages = {
  title: 'Démonstration',
  lead: 'La facturation et les salaires écrivent dans leurs fichiers ; chaque programme apprend dans sa bannière ce qui le concerne. Écrivez une facture, et regardez.',
  language: 'Langue',
  theme: 'Thème',
  dark: 'Thème sombre',
  simulate: 'Simuler',
  programs: {
    accounting: 'Crésus Comptabilité',
    invoicing: 'Crésus Facturation',
    payroll: 'Crésus Salaires',
  },
  console: 'Crésus Synchro',
  consoleUnavailable: 'La console ne peut pas être affichée pour le moment',
  openConsole: 'Ouvrir dans un onglet',
  controls: 'La démonstration',
  bannerPlace: 'Bannière de Crésus Synchro',
  journal: 'Journal',
  columns: {
    date: 'Date',
    voucher: 'Pièce',
    label: 'Libellé',
    debit: 'Débit',
    credit: 'Crédit',
    amount: 'Montant',
  },
  reversal: 'Extourne',
  journalEmpty: 'Le journal est encore vide.',
  entriesInJournal: (n) => `${entries(n)} au journal`,
  justPosted: (n) =>
    n === 1 ? "1 écriture vient d'être comptabilisée" : `${n} écritures viennent d'être comptabilisées`,
  justUnposted: (n) =>
    n === 1 ? "1 écriture vient d'être décomptabilisée" : `${n} écritures viennent d'être décomptabilisées`,
  journalStale: (time) => `Journal tel qu'à ${time}`,
  bannerUnavailable: 'Crésus Synchro ne répond pas – la bannière revient dès que le service tourne',
  lastBookings: 'Dernières écritures',
  groups: {
    mishaps: 'Quand quelque chose tourne mal',
    service: 'Le service Synchro',
  },
  fileFacts: ({ content }, size) =>
    content === null ? `illisible · ${size}` : `${entries(content.entries)} · lot ${content.lot} · ${size}`,
  fileAway: 'le fichier n’est plus là',
  buttons: {
    'write-invoice': 'Écrire une facture',
    'correct-invoice': 'Corriger la dernière',
    'delete-invoice': 'Supprimer la dernière',
    'write-in-pieces': 'En écrire trois, par morceaux',
    'unknown-account': 'Facture sur un compte inconnu',
    'run-salaries': 'Passer les salaires du mois',
    'write-half': 'Écrire la moitié du fichier',
    'finish-half': "Finir d'écrire le fichier",
    'restore-older': 'Remettre la copie du mois passé',
    'make-twin': 'Faire un double « (1) »',
    'remove-twin': 'Enlever le double',
    'remove-file': 'Enlever le fichier',
    'bring-back-file': 'Remettre le fichier',
    'stop-service': 'Arrêter le service',
    'start-service': 'Redémarrer le service',
    reset: 'Tout remettre au début',
  },
  runSalaries: (month) => `Passer les salaires de ${month}`,
  log: 'Ce que les programmes viennent de faire',
  logEmpty: 'Rien encore : appuyez sur un bouton.',
  did: ({ act, booking, entries: n, lot }, { amount, size, month }) => {
    const after = `lot ${lot ?? ''}, ${size}`;
    const label = `« ${booking?.label ?? ''} »`;
    switch (act) {
      case 'write-invoice':
        return `Facture écrite : ${label}, ${amount}. Fichier réécrit, ${after}.`;
      case 'correct-invoice':
        return `Facture corrigée : ${label}, ${amount}. Fichier réécrit, ${after}.`;
      case 'delete-invoice':
        return `Facture supprimée : ${label}. Fichier réécrit, ${after}.`;
      case 'write-in-pieces':
        return `${entries(n)} de plus, le fichier écrit en plusieurs fois ; ${after}.`;
      case 'unknown-account':
        return `Facture écrite sur un compte que le plan comptable ne connaît pas : ${label} ; ${after}.`;
      case 'run-salaries':
        return `Salaires de ${month} : ${entries(n)}. Fichier réécrit, ${after}.`;
      case 'write-half':
        return `Écriture interrompue au milieu d'une ligne : ${size} seulement.`;
      case 'finish-half':
        return `Écriture terminée : ${after}.`;
      case 'restore-older':
        return `Copie du mois passé remise en place : lot ${lot ?? ''}, il manque ${entries(n)}.`;
      case 'make-twin':
        return `Un double est apparu à côté du fichier, comme d'un dossier synchronisé.`;
      case 'remove-twin':
        return 'Double enlevé.';
      case 'remove-file':
        return 'Fichier enlevé de son dossier.';
      case 'bring-back-file':
        return `Fichier remis à sa place : ${after}.`;
      case 'stop-service':
        return 'Service arrêté : plus personne ne regarde les fichiers.';
      case 'start-service':
        return 'Service redémarré.';
      case 'reset':
        return 'Fichiers et journal comme au début.';
    }
  },
  refused: {
    'nothing-to-correct': "Il n'y a plus de facture.",
    'year-is-through': "Les salaires de l'année sont tous passés.",
    'service-unavailable': 'Le service ne démarre pas ; le terminal dit pourquoi.',
    'no-sign-in-waiting':
      "Aucune connexion n'est en cours : commencez par « Se connecter » dans une bannière.",
    'not-there': "Cela n'est pas possible en ce moment.",
    'drive-unplugged': "Le disque est débranché : rebranchez-le d'abord.",
    'system-refused': "Le système n'a pas permis de déplacer les fichiers ; le terminal dit pourquoi.",
  },
  places: placesFr,
  simulation: simulationFr,
  simulationFailed:
    'La simulation ne démarre pas : ce navigateur n’a pas permis le service worker dont elle a besoin.',
  keyMissing: 'Ouvrez l’adresse entière que le terminal affiche, avec ce qui suit le signe #.',
  deskGone: 'La démonstration ne répond plus : relancez npm start.',
};
