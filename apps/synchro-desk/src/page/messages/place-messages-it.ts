import type { PlaceMessages } from './place-messages.js';

export const placesIt: PlaceMessages = {
  group: 'Nella gestione dei file',
  buttons: {
    'rename-document': 'Rinominare il documento di fatturazione',
    'rename-document-back': 'Ridargli il suo nome',
    'move-folder': 'Spostare la cartella del mandato',
    'move-folder-back': 'Rimettere la cartella al suo posto',
    'copy-document': 'Copiare il documento di fatturazione',
    'remove-copy': 'Togliere la copia',
    'open-copy': 'Aprire la copia',
    'open-documents': 'Aprire i documenti dove si trovano',
    'unplug-drive': 'Scollegare il disco',
    'plug-drive': 'Ricollegare il disco',
  },
  did: {
    'rename-document': (name) => `Documento rinominato in «${name}».`,
    'rename-document-back': (name) => `Il documento si chiama di nuovo «${name}».`,
    'move-folder': (name) => `Cartella spostata: ${name}.`,
    'move-folder-back': (name) => `Cartella rimessa al suo posto: ${name}.`,
    'copy-document': (name) => `Copia fatta: «${name}».`,
    'remove-copy': (name) => `Copia tolta: «${name}».`,
    'open-copy': (name) => `La fatturazione ha aperto «${name}».`,
    'open-documents': () => 'I programmi hanno aperto i loro documenti dove si trovano.',
    'unplug-drive': () => 'Disco scollegato: tutti i file del mandato sono introvabili.',
    'plug-drive': () => 'Disco ricollegato: i file sono di nuovo al loro posto.',
  },
};
