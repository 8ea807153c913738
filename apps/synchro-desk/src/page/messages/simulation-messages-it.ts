import type { SimulationMessages } from './simulation-messages.js';

export const simulationIt: SimulationMessages = {
  lead: 'Tutto avviene in questa pagina: un mandato condiviso su un mondo simulato. Disconnettetevi, togliete Internet, spostate la cartella e guardate.',
  groups: {
    account: 'Il conto cliente',
    connection: 'Internet e il server',
  },
  buttons: {
    'sign-in-anna': 'Accedere come Anna',
    'sign-in-marc': 'Accedere come Marc',
    'sign-out': 'Disconnettersi',
    'complete-sign-in': "Completare l'accesso iniziato",
    'deny-sign-in': 'Rifiutarlo',
    'internet-off': 'Togliere Internet',
    'internet-on': 'Ripristinare Internet',
    'refuse-access': "Il server rifiuta l'accesso",
    'end-subscription': "L'abbonamento scade",
    'accept-again': 'Il server accetta di nuovo',
  },
  did: {
    'sign-in-anna': 'Anna Rochat ha effettuato l’accesso.',
    'sign-in-marc': 'Marc Beuret ha effettuato l’accesso.',
    'sign-out': 'Disconnessione: nessun utente è più connesso.',
    'complete-sign-in': 'Accesso completato nel browser.',
    'deny-sign-in': 'Accesso rifiutato nel browser.',
    'internet-off': 'Internet non c’è più.',
    'internet-on': 'Internet è tornato.',
    'refuse-access': "Il server rifiuta l'accesso al mandato.",
    'end-subscription': "Il server rifiuta: l'abbonamento è scaduto.",
    'accept-again': 'Il server accetta di nuovo.',
  },
};
