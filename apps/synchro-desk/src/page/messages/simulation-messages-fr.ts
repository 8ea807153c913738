import type { SimulationMessages } from './simulation-messages.js';

export const simulationFr: SimulationMessages = {
  lead: 'Tout se passe dans cette page : un mandat partagé, sur un monde simulé. Déconnectez-vous, coupez Internet, déplacez le dossier, et regardez.',
  groups: {
    account: 'Le compte client',
    connection: 'Internet et le serveur',
  },
  buttons: {
    'sign-in-anna': 'Se connecter comme Anna',
    'sign-in-marc': 'Se connecter comme Marc',
    'sign-out': 'Se déconnecter',
    'complete-sign-in': 'Achever la connexion commencée',
    'deny-sign-in': 'La refuser',
    'internet-off': 'Couper Internet',
    'internet-on': 'Rétablir Internet',
    'refuse-access': "Le serveur refuse l'accès",
    'end-subscription': "L'abonnement échoit",
    'accept-again': 'Le serveur accepte de nouveau',
  },
  did: {
    'sign-in-anna': "Anna Rochat s'est connectée.",
    'sign-in-marc': "Marc Beuret s'est connecté.",
    'sign-out': 'Déconnexion : plus personne n’est connecté.',
    'complete-sign-in': 'Connexion achevée dans le navigateur.',
    'deny-sign-in': 'Connexion refusée dans le navigateur.',
    'internet-off': 'Internet est coupé.',
    'internet-on': 'Internet est de retour.',
    'refuse-access': "Le serveur refuse l'accès au mandat.",
    'end-subscription': "Le serveur refuse : l'abonnement est échu.",
    'accept-again': 'Le serveur accepte de nouveau.',
  },
};
