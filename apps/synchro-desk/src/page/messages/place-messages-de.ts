import type { PlaceMessages } from './place-messages.js';

export const placesDe: PlaceMessages = {
  group: 'Im Dateimanager',
  buttons: {
    'rename-document': 'Faktura-Dokument umbenennen',
    'rename-document-back': 'Alten Namen zurückgeben',
    'move-folder': 'Ordner des Mandats verschieben',
    'move-folder-back': 'Ordner zurückschieben',
    'copy-document': 'Faktura-Dokument kopieren',
    'remove-copy': 'Kopie entfernen',
    'open-copy': 'Kopie öffnen',
    'open-documents': 'Dokumente öffnen, wo sie liegen',
    'unplug-drive': 'Laufwerk trennen',
    'plug-drive': 'Laufwerk wieder anschliessen',
  },
  did: {
    'rename-document': (name) => `Dokument umbenannt in «${name}».`,
    'rename-document-back': (name) => `Das Dokument heisst wieder «${name}».`,
    'move-folder': (name) => `Ordner verschoben: ${name}.`,
    'move-folder-back': (name) => `Ordner zurückgeschoben: ${name}.`,
    'copy-document': (name) => `Kopie gemacht: «${name}».`,
    'remove-copy': (name) => `Kopie entfernt: «${name}».`,
    'open-copy': (name) => `Faktura hat «${name}» geöffnet.`,
    'open-documents': () => 'Die Programme haben ihre Dokumente dort geöffnet, wo sie liegen.',
    'unplug-drive': () => 'Laufwerk getrennt: Alle Dateien des Mandats sind unauffindbar.',
    'plug-drive': () => 'Laufwerk wieder angeschlossen: Die Dateien sind wieder an ihrem Ort.',
  },
};
