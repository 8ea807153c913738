/** What is said where files are chosen, looked for and migrated. */
export const filesFr = {
  'chooser.sought': 'Fichier recherché : {name}',
  'chooser.sought-mark': 'fichier recherché',
  'chooser.sought-here': 'Le fichier recherché est dans ce dossier.',
  'chooser.folder': 'Dossier',
  'chooser.file': 'Fichier',
  'chooser.of-mandate': 'Fait partie du mandat {name}',
  'chooser.held': 'Ce fichier fait déjà partie du mandat {name}.',
  'chooser.up': 'Dossier parent',
  'chooser.way': 'Emplacement',
  'chooser.roots': 'Ordinateur',
  'chooser.filter': 'Filtrer par nom',
  'chooser.list-file': 'Dossiers et fichiers',
  'chooser.list-folder': 'Dossiers',
  'chooser.folders': '{n, plural, one {# dossier} other {# dossiers}}',
  'chooser.files': '{n, plural, one {# fichier} other {# fichiers}}',
  'chooser.empty': 'Ce dossier est vide.',
  'chooser.empty-kind': 'Il n’y a ici ni dossier ni fichier {kinds}.',
  'chooser.no-files': 'Aucun fichier dans ce dossier : ouvrez un sous-dossier ou remontez.',
  'chooser.no-files-kind': 'Aucun fichier {kinds} dans ce dossier : ouvrez un sous-dossier ou remontez.',
  'chooser.no-folders': 'Ce dossier n’a pas de sous-dossier.',
  'chooser.none-match': 'Aucun nom ne contient « {filter} ».',
  'chooser.no-roots':
    'Crésus Synchro ne peut regarder dans aucun dossier de cet ordinateur : indiquez le chemin ci-dessous.',
  'chooser.truncated':
    'Ce dossier contient davantage : seules les {n} premières entrées sont affichées. Si la vôtre n’y est pas, indiquez son chemin ci-dessous.',
  'chooser.cloud':
    'Ce dossier est dans {name}. Les fichiers d’une comptabilité ne doivent pas être modifiés sur deux postes à la fois : des copies en conflit pourraient apparaître.',
  'chooser.open': 'Ouvrir',
  'chooser.take-file': 'Choisir ce fichier',
  'chooser.take-folder': 'Choisir ce dossier',
  'chooser.take-this': 'Choisir « {name} »',
  'chooser.choose-file-first': 'Choisissez un fichier dans la liste.',
  'chooser.choose-folder-first': 'Choisissez un dossier dans la liste.',
  'chooser.path': 'Chemin d’un dossier ou d’un fichier',
  'chooser.path.file': 'Chemin du fichier',
  'chooser.path.folder': 'Chemin du dossier',
  'chooser.path.hint': 'Coller un chemin',
  'chooser.go': 'Aller',
  'chooser.path.nothing':
    'Il n’y a ni dossier ni fichier à cet endroit : vérifiez le chemin et que le lecteur est connecté.',
  'chooser.path.no-folder': 'Il n’y a pas de dossier à cet endroit, et un tel fichier ne convient pas ici.',
  'chooser.path.incomplete': 'Le chemin est incomplet : indiquez-le depuis le lecteur.',
  'chooser.path.other-kind': 'Un tel fichier ne convient pas ici : indiquez un fichier {kinds}.',
  'chooser.not-supported':
    'Crésus Synchro ne peut pas montrer les dossiers de cet ordinateur : collez le chemin, tel que le gestionnaire de fichiers le donne.',
  'chooser.drop.no-path':
    'Le navigateur ne dit pas où se trouve ce fichier : copiez son chemin dans le gestionnaire de fichiers, puis collez-le ici.',
  'link.point': 'Indiquer le fichier…',
  'link.point.title': 'Indiquer le fichier',
  'link.search': 'Chercher dans un dossier…',
  'link.search.title': 'Dans quel dossier chercher ?',
  'link.ways.missing': 'Vous savez où il se trouve, ou à peu près ?',
  'link.ways.other': 'Ce n’est pas le bon fichier ?',
  'link.pointed': 'Vous avez indiqué où se trouve {name}. Vérifiez, puis confirmez.',
  'link.adopt.pointed': 'C’est le bon fichier : le mandat doit s’y référer désormais',
  'link.done':
    '{n, plural, one {Le lien est rétabli : le mandat connaît le nouvel emplacement de ce fichier.} other {# liens sont rétablis : le mandat connaît le nouvel emplacement de ces fichiers.}}',
  'link.undone':
    '{n, plural, one {La correction est annulée : le mandat indique de nouveau l’ancien emplacement de ce fichier.} other {La correction est annulée : le mandat indique de nouveau l’ancien emplacement de ces # fichiers.}}',
  'link.error.held-elsewhere':
    'Rien n’a été changé : ce mandat est tenu par {machine}. Rétablissez le lien sur ce poste-là, ou reprenez d’abord le mandat ici.',
  'link.error.not-beside-accounting':
    'Rien n’a été changé : un fichier d’écritures doit se trouver à côté de sa comptabilité, dans {folder}. Migrez la comptabilité en même temps, ou remettez le fichier là.',
  'search.title': 'Recherche de {name} dans {folder}',
  'search.title-of': 'Recherche de {name} dans {folder} ({index} sur {n})',
  'search.begins': 'La recherche commence…',
  'search.hits': '{n, plural, one {# trouvé} other {# trouvés}}',
  'search.stop': 'Annuler la recherche',
  'search.found':
    '{n, plural, one {# fichier trouvé dans {folder}. Vérifiez, puis confirmez.} other {# fichiers trouvés dans {folder}. Vérifiez, puis confirmez.}}',
  'search.nothing':
    'Rien trouvé dans {folder}. Cherchez dans un autre dossier, ou indiquez le fichier vous-même.',
  'search.refound':
    '{n, plural, =0 {Rien trouvé dans {folder}.} one {# fichier retrouvé dans {folder}.} other {# fichiers retrouvés dans {folder}.}}',
  'search.still-lost':
    '{n, plural, =0 {Vérifiez, puis continuez.} one {# reste introuvable : cherchez dans un autre dossier, ou indiquez-le vous-même.} other {# restent introuvables : cherchez dans un autre dossier, ou indiquez-les vous-même.}}',
  'migration.lost': '{n, plural, one {# fichier introuvable} other {# fichiers introuvables}}',
  'migration.lost.point': 'Indiquez où ils se trouvent, ou laissez-les tels quels.',
  'migration.lost.search': 'Indiquez où ils se trouvent, ou cochez ceux à chercher dans un dossier.',
  'migration.lost.all': 'Il n’y a encore rien à migrer : indiquez où sont les fichiers, ou cherchez-les.',
  'migration.look-for': 'Chercher {name}',
  'migration.look-for-all': 'Chercher tous les fichiers introuvables',
  'migration.look-for-first': 'Cochez d’abord au moins un fichier à chercher.',
  'migration.pointed': 'Indiqué par vous – rien n’indique que ce soit le même fichier.',
  'migration.beside.ticked':
    'Doit se trouver à côté de sa comptabilité : migrez aussi {name} vers ce dossier.',
  'migration.beside.in-place':
    'Doit se trouver à côté de sa comptabilité : {name} est dans {folder}. Remettez-le là.',
  'migration.preview': 'Aperçu…',
  'migration.preview.lead':
    '{n, plural, one {# fichier change d’emplacement dans le mandat ; rien n’est déplacé sur le disque.} other {# fichiers changent d’emplacement dans le mandat ; rien n’est déplacé sur le disque.}}',
  'migration.names': '{n, plural, one {Afficher son nom} other {Afficher leurs noms}}',
  'migration.back': 'Retour à la liste',
  'migration.why.unticked': 'Pas coché.',
  'migration.why.unchosen': 'Plusieurs emplacements possibles, aucun n’est choisi.',
  'migration.refused': 'Rien n’a été changé. {reason}',
  'migration.undo': 'Annuler la migration',
  'migration.undone':
    '{n, plural, one {La migration est annulée : le mandat indique de nouveau l’ancien emplacement du fichier.} other {La migration est annulée : le mandat indique de nouveau l’ancien emplacement des # fichiers.}}',
} as const;
