import type { SimulationMessages } from './simulation-messages.js';

export const simulationDe: SimulationMessages = {
  lead: 'Alles geschieht in dieser Seite: ein geteiltes Mandat auf einer simulierten Welt. Melden Sie sich ab, kappen Sie das Internet, verschieben Sie den Ordner und sehen Sie hin.',
  groups: {
    account: 'Das Kundenkonto',
    connection: 'Internet und Server',
  },
  buttons: {
    'sign-in-anna': 'Als Anna anmelden',
    'sign-in-marc': 'Als Marc anmelden',
    'sign-out': 'Abmelden',
    'complete-sign-in': 'Begonnene Anmeldung abschliessen',
    'deny-sign-in': 'Anmeldung ablehnen',
    'internet-off': 'Internet kappen',
    'internet-on': 'Internet wiederherstellen',
    'refuse-access': 'Server verweigert den Zugriff',
    'end-subscription': 'Abonnement läuft ab',
    'accept-again': 'Server nimmt wieder an',
  },
  did: {
    'sign-in-anna': 'Anna Rochat hat sich angemeldet.',
    'sign-in-marc': 'Marc Beuret hat sich angemeldet.',
    'sign-out': 'Abgemeldet: Niemand ist mehr angemeldet.',
    'complete-sign-in': 'Anmeldung im Browser abgeschlossen.',
    'deny-sign-in': 'Anmeldung im Browser abgelehnt.',
    'internet-off': 'Das Internet ist weg.',
    'internet-on': 'Das Internet ist wieder da.',
    'refuse-access': 'Der Server verweigert den Zugriff auf das Mandat.',
    'end-subscription': 'Der Server lehnt ab: Das Abonnement ist abgelaufen.',
    'accept-again': 'Der Server nimmt wieder an.',
  },
};
