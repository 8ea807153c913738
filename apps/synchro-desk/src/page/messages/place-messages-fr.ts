import type { PlaceMessages } from './place-messages.js';

export const placesFr: PlaceMessages = {
  group: "Dans l'explorateur de fichiers",
  buttons: {
    'rename-document': 'Renommer le document de facturation',
    'rename-document-back': 'Lui rendre son nom',
    'move-folder': 'Déplacer le dossier du mandat',
    'move-folder-back': 'Remettre le dossier à sa place',
    'copy-document': 'Copier le document de facturation',
    'remove-copy': 'Enlever la copie',
    'open-copy': 'Ouvrir la copie',
    'open-documents': 'Ouvrir les documents là où ils sont',
    'unplug-drive': 'Débrancher le disque',
    'plug-drive': 'Rebrancher le disque',
  },
  did: {
    'rename-document': (name) => `Document renommé en « ${name} ».`,
    'rename-document-back': (name) => `Le document s'appelle de nouveau « ${name} ».`,
    'move-folder': (name) => `Dossier déplacé : ${name}.`,
    'move-folder-back': (name) => `Dossier remis à sa place : ${name}.`,
    'copy-document': (name) => `Copie faite : « ${name} ».`,
    'remove-copy': (name) => `Copie enlevée : « ${name} ».`,
    'open-copy': (name) => `La facturation a ouvert « ${name} ».`,
    'open-documents': () => 'Les programmes ont ouvert leurs documents là où ils se trouvent.',
    'unplug-drive': () => 'Disque débranché : tous les fichiers du mandat sont introuvables.',
    'plug-drive': () => 'Disque rebranché : les fichiers sont de nouveau à leur place.',
  },
};
