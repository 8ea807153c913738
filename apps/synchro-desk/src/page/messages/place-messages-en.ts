import type { PlaceMessages } from './place-messages.js';

export const placesEn: PlaceMessages = {
  group: 'In the file manager',
  buttons: {
    'rename-document': "Rename invoicing's document",
    'rename-document-back': 'Give it its name back',
    'move-folder': "Move the mandate's folder",
    'move-folder-back': 'Move the folder back',
    'copy-document': "Copy invoicing's document",
    'remove-copy': 'Remove the copy',
    'open-copy': 'Open the copy',
    'open-documents': 'Open the documents where they are',
    'unplug-drive': 'Unplug the drive',
    'plug-drive': 'Plug the drive in again',
  },
  did: {
    'rename-document': (name) => `Document renamed to “${name}”.`,
    'rename-document-back': (name) => `The document is called “${name}” again.`,
    'move-folder': (name) => `Folder moved: ${name}.`,
    'move-folder-back': (name) => `Folder back in its place: ${name}.`,
    'copy-document': (name) => `Copy made: “${name}”.`,
    'remove-copy': (name) => `Copy removed: “${name}”.`,
    'open-copy': (name) => `Invoicing has opened “${name}”.`,
    'open-documents': () => 'The programs have opened their documents where they lie.',
    'unplug-drive': () => "Drive unplugged: none of the mandate's files can be found.",
    'plug-drive': () => 'Drive plugged in again: the files are back in their place.',
  },
};
