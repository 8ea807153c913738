import type { filesFr } from './fr.js';

export const filesIt = {
  'chooser.sought': 'File cercato: {name}',
  'chooser.sought-mark': 'file cercato',
  'chooser.sought-here': 'Il file cercato è in questa cartella.',
  'chooser.folder': 'Cartella',
  'chooser.file': 'File',
  'chooser.of-mandate': 'Fa parte del mandato {name}',
  'chooser.held': 'Questo file fa già parte del mandato {name}.',
  'chooser.up': 'Cartella superiore',
  'chooser.way': 'Posizione',
  'chooser.roots': 'Computer',
  'chooser.filter': 'Filtrare per nome',
  'chooser.list-file': 'Cartelle e file',
  'chooser.list-folder': 'Cartelle',
  'chooser.folders': '{n, plural, one {# cartella} other {# cartelle}}',
  'chooser.files': '{n, plural, one {# file} other {# file}}',
  'chooser.empty': 'Questa cartella è vuota.',
  'chooser.empty-kind': 'Qui non ci sono né cartelle né file {kinds}.',
  'chooser.no-files': 'Nessun file in questa cartella: aprite una sottocartella o risalite.',
  'chooser.no-files-kind': 'Nessun file {kinds} in questa cartella: aprite una sottocartella o risalite.',
  'chooser.no-folders': 'Questa cartella non ha sottocartelle.',
  'chooser.none-match': 'Nessun nome contiene «{filter}».',
  'chooser.no-roots':
    'Crésus Synchro non può guardare in nessuna cartella di questo computer: indicate il percorso qui sotto.',
  'chooser.truncated':
    'Questa cartella contiene altro: sono mostrate solo le prime {n} voci. Se la vostra non c’è, indicate il suo percorso qui sotto.',
  'chooser.cloud':
    'Questa cartella si trova in {name}. I file di una contabilità non devono essere modificati su due computer contemporaneamente: potrebbero nascere copie in conflitto.',
  'chooser.open': 'Aprire',
  'chooser.take-file': 'Scegliere questo file',
  'chooser.take-folder': 'Scegliere questa cartella',
  'chooser.take-this': 'Scegliere «{name}»',
  'chooser.choose-file-first': 'Scegliete un file nell’elenco.',
  'chooser.choose-folder-first': 'Scegliete una cartella nell’elenco.',
  'chooser.path': 'Percorso di una cartella o di un file',
  'chooser.path.file': 'Percorso del file',
  'chooser.path.folder': 'Percorso della cartella',
  'chooser.path.hint': 'Incollare un percorso',
  'chooser.go': 'Andare',
  'chooser.path.nothing':
    'In questa posizione non ci sono né cartelle né file: verificate il percorso e che il disco sia collegato.',
  'chooser.path.no-folder': 'In questa posizione non c’è una cartella, e un file simile qui non va bene.',
  'chooser.path.incomplete': 'Il percorso è incompleto: indicatelo a partire dal disco.',
  'chooser.path.other-kind': 'Un file simile qui non va bene: indicate un file {kinds}.',
  'chooser.not-supported':
    'Crésus Synchro non può mostrare le cartelle di questo computer: incollate il percorso, come lo indica la gestione dei file.',
  'chooser.drop.no-path':
    'Il browser non dice dove si trova questo file: copiate il suo percorso nella gestione dei file, poi incollatelo qui.',
  'link.point': 'Indicare il file…',
  'link.point.title': 'Indicare il file',
  'link.search': 'Cercare in una cartella…',
  'link.search.title': 'In quale cartella cercare?',
  'link.ways.missing': 'Sapete dove si trova, almeno all’incirca?',
  'link.ways.other': 'Non è il file giusto?',
  'link.pointed': 'Avete indicato dove si trova {name}. Verificate, poi confermate.',
  'link.adopt.pointed': 'È il file giusto: d’ora in poi il mandato deve riferirsi a esso',
  'link.done':
    '{n, plural, one {Il collegamento è ripristinato: il mandato conosce la nuova posizione di questo file.} other {# collegamenti sono ripristinati: il mandato conosce la nuova posizione di questi file.}}',
  'link.undone':
    '{n, plural, one {La correzione è annullata: il mandato indica di nuovo la vecchia posizione di questo file.} other {La correzione è annullata: il mandato indica di nuovo la vecchia posizione di questi # file.}}',
  'link.error.held-elsewhere':
    'Nulla è stato cambiato: questo mandato è tenuto da {machine}. Ripristinate il collegamento su quel computer, o riprendete prima il mandato qui.',
  'link.error.not-beside-accounting':
    'Nulla è stato cambiato: un file di registrazioni deve trovarsi accanto alla sua contabilità, in {folder}. Migrate la contabilità insieme a esso, o rimettete il file lì.',
  'search.title': 'Ricerca di {name} in {folder}',
  'search.title-of': 'Ricerca di {name} in {folder} ({index} di {n})',
  'search.begins': 'La ricerca comincia…',
  'search.hits': '{n, plural, one {# trovato} other {# trovati}}',
  'search.stop': 'Annullare la ricerca',
  'search.found':
    '{n, plural, one {# file trovato in {folder}. Verificate, poi confermate.} other {# file trovati in {folder}. Verificate, poi confermate.}}',
  'search.nothing': 'Nulla trovato in {folder}. Cercate in un’altra cartella, o indicate il file voi stessi.',
  'search.refound':
    '{n, plural, =0 {Nulla trovato in {folder}.} one {# file ritrovato in {folder}.} other {# file ritrovati in {folder}.}}',
  'search.still-lost':
    '{n, plural, =0 {Verificate, poi continuate.} one {# resta introvabile: cercate in un’altra cartella, o indicatelo voi stessi.} other {# restano introvabili: cercate in un’altra cartella, o indicateli voi stessi.}}',
  'migration.lost': '{n, plural, one {# file introvabile} other {# file introvabili}}',
  'migration.lost.point': 'Indicate dove si trovano, o lasciateli come sono.',
  'migration.lost.search': 'Indicate dove si trovano, o spuntate quelli da cercare in una cartella.',
  'migration.lost.all': 'Non c’è ancora nulla da migrare: indicate dove sono i file, o cercateli.',
  'migration.look-for': 'Cercare {name}',
  'migration.look-for-all': 'Cercare tutti i file introvabili',
  'migration.look-for-first': 'Spuntate prima almeno un file da cercare.',
  'migration.pointed': 'Indicato da voi – nulla indica che sia lo stesso file.',
  'migration.beside.ticked':
    'Deve trovarsi accanto alla sua contabilità: migrate anche {name} in questa cartella.',
  'migration.beside.in-place':
    'Deve trovarsi accanto alla sua contabilità: {name} è in {folder}. Rimettetelo lì.',
  'migration.preview': 'Anteprima…',
  'migration.preview.lead':
    '{n, plural, one {# file cambia posizione nel mandato; sul disco nulla viene spostato.} other {# file cambiano posizione nel mandato; sul disco nulla viene spostato.}}',
  'migration.names': '{n, plural, one {Mostrare il nome} other {Mostrare i nomi}}',
  'migration.back': 'Tornare all’elenco',
  'migration.why.unticked': 'Non spuntato.',
  'migration.why.unchosen': 'Più posizioni possibili, nessuna è scelta.',
  'migration.refused': 'Nulla è stato cambiato. {reason}',
  'migration.undo': 'Annullare la migrazione',
  'migration.undone':
    '{n, plural, one {La migrazione è annullata: il mandato indica di nuovo la vecchia posizione del file.} other {La migrazione è annullata: il mandato indica di nuovo la vecchia posizione dei # file.}}',
} as const satisfies Record<keyof typeof filesFr, string>;
