import { filesFr } from './files/fr.js';

/** What the dialogs say, with the words for every error and problem; it comes with the first of them. */
export const fr = {
  ...filesFr,
  cancel: 'Annuler',
  loading: 'Chargement…',
  'posting.title': 'Comptabiliser',
  'posting.tabs': 'Vues',
  'posting.tab.entries': 'Écritures en attente',
  'posting.tab.history': 'Historique',
  'posting.search': 'Rechercher',
  'posting.search.hint': 'Libellé, pièce, compte, montant…',
  'posting.found':
    '{n, plural, =0 {Aucune écriture trouvée} one {# écriture trouvée} other {# écritures trouvées}}',
  'posting.loading': '{n} écritures chargées sur {total}',
  'posting.empty': 'Aucune écriture en attente.',
  'posting.select-all': 'Sélectionner toutes les écritures',
  'posting.select-source': 'Sélectionner toutes les écritures de {name}',
  'posting.select': 'Sélectionner {entry}',
  'posting.blocked': 'Ne peut pas être comptabilisée : {entry}',
  'column.select': 'Sélection',
  'column.change': 'Changement',
  'column.date': 'Date',
  'column.voucher': 'Pièce',
  'column.label': 'Libellé',
  'column.debit': 'Débit',
  'column.credit': 'Crédit',
  'column.amount': 'Montant',
  'column.vat': 'TVA',
  'column.posted': 'Comptabilisée le',
  'change.new': 'Nouvelle',
  'change.changed': 'Modifiée',
  'change.deleted': 'Supprimée',
  'compound.lines': '{n, plural, one {# ligne} other {# lignes}}',
  'compound.show': 'Afficher les lignes : {entry}',
  'compound.hide': 'Masquer les lignes : {entry}',
  before: 'Avant',
  after: 'Après',
  was: '{before} devient {after}',
  'empty-value': '(vide)',
  'field.foreign-amount': 'Monnaie étrangère',
  'field.exchange-rate': 'Cours',
  'field.net': 'Montant net',
  'field.vat-type': 'Type de TVA',
  'field.cost-centre': 'Centre de frais',
  yes: 'oui',
  no: 'non',
  'several-accounts': 'plusieurs',
  period: 'Période {begin} – {end}',
  'total.selected':
    '{n, plural, =0 {Aucune écriture sélectionnée} one {# écriture sélectionnée} other {# écritures sélectionnées}}',
  'total.new': 'nouvelles {amount}',
  'total.changed': 'modifiées {amount}',
  'total.deleted': 'supprimées {amount}',
  'posting.left':
    '{n, plural, one {# écriture avec un problème reste en attente} other {# écritures avec un problème restent en attente}}',
  'posting.late':
    '{n, plural, one {# écriture est arrivée entre-temps ; elle n’est pas sélectionnée} other {# écritures sont arrivées entre-temps ; elles ne sont pas sélectionnées}}',
  'posting.post':
    '{n, plural, =0 {Comptabiliser} one {Comptabiliser # écriture} other {Comptabiliser # écritures}}',
  'posting.not-possible': 'Ici, les écritures ne peuvent pas être comptabilisées.',
  'already.button': 'Déjà comptabilisées…',
  'already.explain':
    '{n, plural, one {Marquer # écriture comme déjà comptabilisée ? À choisir si la comptabilité la contient déjà par un autre chemin. Elle ne sera ni annoncée ni exportée ; l’historique permet de revenir en arrière.} other {Marquer # écritures comme déjà comptabilisées ? À choisir si la comptabilité les contient déjà par un autre chemin. Elles ne seront ni annoncées ni exportées ; l’historique permet de revenir en arrière.}}',
  'already.include':
    '{n, plural, one {Y compris # écriture qui a un problème} other {Y compris # écritures qui ont un problème}}',
  'already.confirm': 'Marquer comme déjà comptabilisées',
  outdated:
    'Rien n’a été comptabilisé : les écritures ont changé entre-temps. Maintenant en attente : {parts}. Vérifiez la liste, puis comptabilisez à nouveau.',
  'outdated.none': 'Rien n’a été comptabilisé : plus aucune écriture n’est en attente.',
  'no-longer-pending':
    '{n, plural, one {Rien n’a été comptabilisé : # écriture sélectionnée n’est plus en attente. Vérifiez la liste, puis comptabilisez à nouveau.} other {Rien n’a été comptabilisé : # écritures sélectionnées ne sont plus en attente. Vérifiez la liste, puis comptabilisez à nouveau.}}',
  'result.posted': '{n, plural, one {# écriture comptabilisée} other {# écritures comptabilisées}}',
  'result.already':
    '{n, plural, one {# écriture marquée comme déjà comptabilisée} other {# écritures marquées comme déjà comptabilisées}}',
  'result.left':
    '{n, plural, one {# écriture est restée en attente} other {# écritures sont restées en attente}}',
  'result.more': '{n, plural, one {et # autre} other {et # autres}}',
  'result.next': 'Étapes suivantes',
  'result.back': 'Retour aux écritures',
  export: 'Enregistrer le fichier à importer',
  'export.explain':
    'La comptabilité n’a pas encore ces écritures : enregistrez le fichier, puis importez-le dans la comptabilité.',
  'export.done': 'Enregistré sous {name}.',
  'export.name': 'ecritures',
  'export.again': 'Enregistrer quand même',
  'export.again.ask':
    'Des lignes de ce fichier ont déjà été enregistrées ou importées {when} : les importer encore les comptabiliserait deux fois. Ne continuez que si elles ne sont pas dans la comptabilité.',
  arrival: 'Importé dans la comptabilité',
  'arrival.explain': 'Une fois le fichier importé, dites-le ici : l’historique le saura aussi.',
  'arrival.done': 'Importé dans la comptabilité {when}.',
  when: 'le {day} à {time}',
  'history.empty': 'Rien n’a encore été comptabilisé.',
  'history.posting': 'Comptabilisation du {day}, {time}',
  'history.exported': 'Fichier à importer enregistré {when}',
  'state.waiting': 'pas encore importé',
  'state.arrived': 'importé',
  'state.undone': 'décomptabilisé',
  'state.already': 'déjà comptabilisées',
  undo: 'Décomptabiliser',
  'undo.ask':
    '{n, plural, one {Décomptabiliser # écriture ? Ce que disent alors les fichiers sera de nouveau en attente.} other {Décomptabiliser # écritures ? Ce que disent alors les fichiers sera de nouveau en attente.}}',
  'undo.reversal':
    'Le fichier à importer a été enregistré ou importé : les extournes vous seront ensuite proposées, à importer si la comptabilité contient ces écritures.',
  'undo.blocked': 'La comptabilisation du {day}, {time} s’appuie sur celle-ci : décomptabilisez-la d’abord.',
  'undo.blocked-by-later':
    'Une comptabilisation plus récente s’appuie sur celle-ci : décomptabilisez-la d’abord.',
  reversal: 'Enregistrer les extournes à importer',
  'reversal.explain':
    'Ces écritures avaient été importées : enregistrez leurs extournes, puis importez-les dans la comptabilité.',
  'reversal.explain.exported':
    'Ces écritures avaient été enregistrées pour l’importation. Si elles ont été importées, enregistrez leurs extournes et importez-les aussi ; sinon, il n’y a rien à faire.',
  'reversal.name': 'extournes',
  'details.unreadable': 'Fichier illisible',
  'details.missing': 'Fichier introuvable',
  'details.suspect': 'Fichier ancien ou restauré',
  'details.twin': 'Copie en conflit',
  'details.index': 'Liste des fichiers d’écritures',
  'details.held': 'Mandat tenu ailleurs',
  'details.claim': 'Poste non vérifié',
  'details.solved': 'C’est réglé : il n’y a plus rien à faire ici.',
  'details.file': 'Fichier',
  'details.original': 'Original',
  'details.machine': 'Poste',
  'details.since': 'Depuis',
  'details.reason': 'Raison',
  'details.todo': 'Que faire',
  'details.moment': '{day}, {time}',
  'details.modified': 'modifié le {day} à {time}',
  'details.place': 'Ligne {line}, colonne {column} : {text}',
  'details.found': '{text} : « {found} »',
  'read.empty-file': 'le fichier est vide',
  'read.no-header': 'l’en-tête manque',
  'read.wrong-file-type': 'ce n’est pas un fichier de ce type',
  'read.too-few-fields': 'il manque des champs',
  'read.bad-date': 'la date n’existe pas',
  'read.bad-amount': 'le montant ne se lit pas',
  'read.bad-number': 'le nombre ne se lit pas',
  'read.bad-flag': 'la marque devrait être 0 ou 1',
  'read.bad-name': 'le nom de fichier n’est pas permis',
  'read.bad-line': 'la ligne ne se lit pas',
  'read.duplicate-uid': 'ce numéro de fichier est donné deux fois',
  'read.unclosed-block': 'un bloc n’est pas terminé',
  'read.no-end': 'la fin du fichier manque',
  'read.unwritable': 'la valeur ne peut pas être écrite dans ce format',
  'read.unencodable': 'un caractère n’existe pas dans ce format',
  'read.other': 'ce passage ne se lit pas',
  'suspect.lot-went-back': 'Le numéro de lot est revenu de {known} à {found}.',
  'suspect.time-went-back': 'La date du fichier est revenue du {known} au {found}.',
  'suspect.other-uid':
    'Le fichier porte le numéro {found} au lieu de {expected} : il appartient peut-être à une autre comptabilité.',
  'suspect.mass-deletion':
    '{gone, plural, one {# des {posted} écritures comptabilisées n’y figure plus.} other {# des {posted} écritures comptabilisées n’y figurent plus.}}',
  'todo.unreadable':
    'Enregistrez à nouveau depuis le programme qui écrit ce fichier. Ce qui était connu reste affiché, mais n’est pas comptabilisé entre-temps.',
  'todo.refused':
    'Crésus Synchro relit ce fichier jusqu’à ce que ce soit possible. Si cela dure, fermez le programme qui l’utilise, ou vérifiez vos droits d’accès et le lecteur. Ce qui était connu reste affiché, mais n’est pas comptabilisé entre-temps.',
  'todo.missing':
    'Remettez le fichier à sa place, ou reconnectez le lecteur où il se trouve. Ce qui était connu peut être comptabilisé.',
  'todo.suspect':
    'Si cette version est la bonne, reprenez-la : les écritures qui n’y figurent plus seront annoncées comme supprimées. Sinon, remettez le fichier récent. En attendant, rien de ce fichier n’est comptabilisé.',
  'todo.twin':
    'Comparez les deux fichiers : gardez le bon sous le nom de l’original et enlevez l’autre, ou ignorez cette copie si elle ne compte pas.',
  'todo.index.unreadable':
    'Rouvrez la comptabilité et enregistrez-la : elle réécrit cette liste. Les fichiers déjà rattachés restent suivis.',
  'todo.index.bad-lines':
    'Enregistrez à nouveau depuis les programmes dont les fichiers manquent ici. Les autres lignes sont prises en compte.',
  'todo.index.held-elsewhere':
    'Un fichier n’appartient qu’à un mandat : retirez-le de l’un des deux dans la comptabilité.',
  'todo.index.listed-twice':
    'Seule la première ligne compte : les écritures de l’autre ne sont pas reprises, pour ne rien comptabiliser deux fois. Réenregistrez le fichier d’écritures depuis son programme, ou retirez la ligne en trop dans la comptabilité.',
  'todo.index.other-role':
    'Ce fichier n’est pas un fichier d’écritures pour ce mandat. Détachez-le dans Crésus Synchro, ou retirez la ligne dans la comptabilité.',
  'todo.held':
    'Les écritures se comptabilisent sur ce poste-là. Ne reprenez le mandat ici que si l’autre poste n’est plus utilisé : lui ne pourra alors plus comptabiliser.',
  'todo.claim':
    'Ne reprenez le mandat ici que si aucun autre poste ne comptabilise pour lui : des écritures peuvent y avoir été comptabilisées sans que ce poste le sache.',
  'confirm-version': 'Reprendre cette version',
  'ignore-twin': 'Ignorer cette copie',
  'show-file': 'Afficher dans le dossier',
  'take-over': 'Reprendre le mandat sur ce poste',
  'sign-in.title': 'Connexion à Crésus Synchro',
  'sign-in.since': 'Personne n’est connecté {since}.',
  'sign-in.held-back':
    'Personne n’est connecté {since} : {n, plural, one {# écriture attend} other {# écritures attendent}}.',
  'sign-in.explain.accounting':
    'La comptabilité fait partie d’un mandat partagé, mais la synchronisation ne peut pas se faire si aucun utilisateur n’est connecté à son compte dans Crésus Synchro.',
  'sign-in.explain.file':
    'Le fichier fait partie d’un mandat partagé, mais la synchronisation ne peut pas se faire si aucun utilisateur n’est connecté à son compte dans Crésus Synchro.',
  'sign-in.explain.console':
    'Les mandats partagés ne peuvent pas être synchronisés si aucun utilisateur n’est connecté à son compte dans Crésus Synchro.',
  'sign-in.how': 'La page de connexion s’ouvrira dans votre navigateur.',
  'sign-in.opening': 'La page de connexion s’ouvre…',
  'sign-in.waiting': 'La page de connexion est ouverte dans votre navigateur.',
  'sign-in.waiting.hint': 'Connectez-vous là : cette fenêtre se fermera d’elle-même.',
  'sign-in.blocked': 'La page de connexion n’a pas pu s’ouvrir d’elle-même : ouvrez-la par ce lien.',
  'sign-in.link': 'Ouvrir la page de connexion',
  'sign-in.denied': 'La connexion a été refusée ou abandonnée. Recommencez si ce n’était pas voulu.',
  'sign-in.expired': 'La connexion n’a pas été terminée à temps. Recommencez.',
  'link.title': 'Rétablir le lien',
  'link.linked': '{name} est à sa place : il n’y a plus rien à faire ici.',
  'link.renamed': '{name} a été renommé.',
  'link.moved': '{name} a été déplacé.',
  'link.moved-and-renamed': '{name} a été déplacé et renommé.',
  'link.ambiguous':
    '{name} n’est plus à sa place, et plusieurs fichiers peuvent être celui que le mandat cherche.',
  'link.copy':
    'Ce document est une copie : l’original est toujours à sa place. Si vous rétablissez le lien, le mandat se référera à la copie et ne suivra plus l’original.',
  'link.other-file': 'Un autre document se trouve à la place de {name}.',
  'link.missing':
    '{name} est introuvable. Remettez le fichier à sa place, ou reconnectez le lecteur où il se trouve.',
  'link.old': 'Ancien emplacement',
  'link.new': 'Nouvel emplacement',
  'link.original': 'Original',
  'link.the-copy': 'Copie',
  'link.expected': 'Emplacement prévu',
  'link.found-there': 'Document trouvé',
  'link.why': 'Raison',
  'link.certain': 'C’est le même fichier :',
  'link.likely': 'C’est probablement le même fichier :',
  'link.certain.alone': 'C’est le même fichier.',
  'link.likely.alone': 'C’est probablement le même fichier.',
  'link.unknown': 'Rien n’indique que ce soit le même fichier.',
  'reason.internal-id': 'il porte le même identifiant interne',
  'reason.file-number': 'le système le connaît sous le même numéro de fichier',
  'reason.carried-id': 'il porte le même numéro dans son en-tête',
  'reason.content': 'son contenu est le même, à peu de chose près',
  'reason.size-and-time': 'sa taille et sa date sont les mêmes',
  'reason.name': 'il porte le même nom',
  'link.choose': 'Lequel est le bon ?',
  'link.choose-first': 'Choisissez d’abord le bon fichier.',
  'link.confirm-first': 'Cochez d’abord la case ci-dessus.',
  'link.adopt.copy': 'Le mandat doit se référer à la copie',
  'link.adopt.other-file': 'Le mandat doit se référer à cet autre document',
  'link.along':
    '{n, plural, one {… et # autre fichier du même dossier} other {… et # autres fichiers du même dossier}}',
  'link.along.names': '{n, plural, one {Afficher son nom} other {Afficher leurs noms}}',
  'link.outdated.same':
    'Rien n’a été changé : le mandat a changé entre-temps. Vérifiez, puis confirmez à nouveau.',
  'link.outdated.from':
    'Rien n’a été changé : le mandat indique désormais un autre emplacement, {path}. Vérifiez, puis confirmez à nouveau.',
  'link.outdated.found':
    'Rien n’a été changé : le fichier se trouve désormais ailleurs, {path}. Vérifiez, puis confirmez à nouveau.',
  'link.outdated.gone': 'Rien n’a été changé : le fichier a disparu entre-temps.',
  'link.look-again': 'Chercher à nouveau',
  'migration.title': 'Migrer',
  'migration.intro':
    '{n, plural, one {# fichier n’est pas à l’endroit que le mandat indique.} other {# fichiers ne sont pas à l’endroit que le mandat indique.}} Le mandat sera corrigé pour les fichiers cochés ; rien n’est déplacé sur le disque.',
  'migration.empty': 'Tous les fichiers sont à leur place : il n’y a rien à faire ici.',
  'migration.from': 'Dossier {folder}',
  'migration.new-folder': 'désormais {folder}',
  'migration.select': 'Migrer {name}',
  'migration.select-all': 'Migrer tout ce qui est certain dans {folder}',
  'migration.place': 'Emplacement de {name}',
  'migration.choose': 'Choisir l’emplacement…',
  'migration.certain': 'Le même fichier : {reasons}.',
  'migration.likely': 'À vérifier – probablement le même fichier : {reasons}.',
  'migration.unknown': 'À vérifier – rien n’indique que ce soit le même fichier.',
  'migration.missing': 'Introuvable',
  'migration.missing.hint': 'Remettez-le à sa place, ou reconnectez le lecteur où il se trouve.',
  'migration.copy': 'Copie – l’original est toujours à sa place.',
  'migration.other-file': 'Un autre document se trouve à sa place.',
  'migration.renamed': '{old} devient {name}',
  'migration.confirm': '{n, plural, =0 {Migrer} one {Migrer # fichier} other {Migrer # fichiers}}',
  'migration.none-selected': 'Cochez d’abord au moins un fichier.',
  'migration.left': '{n, plural, one {# fichier reste tel quel} other {# fichiers restent tels quels}}',
  'migration.outdated':
    'Rien n’a été changé : la situation a changé entre-temps. Vérifiez la liste, puis recommencez.',
  'migration.done': '{n, plural, one {# lien rétabli} other {# liens rétablis}}',
  'own.title': 'Écritures de ce document',
  'own.tab.waiting': 'En attente ({n})',
  'own.tab.problems': 'À corriger ({n})',
  'own.tab.posted': 'Comptabilisées ({n})',
  'own.empty.waiting': 'Aucune écriture n’attend d’être comptabilisée.',
  'own.empty.problems': 'Aucune écriture n’est à corriger.',
  'own.empty.posted': 'Aucune écriture n’est comptabilisée.',
  'own.explain.waiting':
    'Ces écritures attendent d’être comptabilisées dans la comptabilité : il n’y a rien à faire ici.',
  'own.explain.problems':
    'Ces écritures ne peuvent pas être comptabilisées. Corrigez-les dans ce programme ou complétez la comptabilité : elles quittent alors cette liste d’elles-mêmes.',
  'own.explain.posted':
    'Ces écritures sont comptabilisées. Si vous les modifiez, la modification attendra à son tour d’être comptabilisée.',
  'own.explain.locked':
    'Ces salaires sont verrouillés : ils le restent jusqu’à ce que leur comptabilisation soit annulée dans la comptabilité.',
  'problem.unknown-account':
    'Compte {account} inconnu : créez-le dans la comptabilité ou corrigez l’écriture',
  'problem.title-account': 'Le compte {account} est un titre : choisissez un compte où l’on peut écrire',
  'problem.group-account': 'Le compte {account} est un groupe : choisissez un compte où l’on peut écrire',
  'problem.unknown-vat-code':
    'Code TVA {vatCode} inconnu : créez-le dans la comptabilité ou corrigez l’écriture',
  'problem.outside-periods':
    'Date {date} hors de toute période comptable : corrigez la date ou ouvrez la période',
  'problem.missing-amount': 'Montant manquant : complétez-le dans le programme d’origine',
  'problem.zero-amount': 'Montant nul : corrigez-le dans le programme d’origine',
  'problem.unwritable-character':
    'Caractère {character} {field, select, account {dans le numéro de compte} voucher {dans le numéro de pièce} vat {dans l’indication de TVA} other {dans le libellé}}, que la comptabilité ne peut pas importer : supprimez-le dans le programme d’origine',
  'problem.unbalanced':
    'Écriture non équilibrée : débit et crédit diffèrent, corrigez-la dans le programme d’origine',
  'problem.one-sided': 'Il manque le débit ou le crédit : complétez-le dans le programme d’origine',
  'problem.source-blocked':
    '{trouble, select, unreadable {Fichier illisible} other {Fichier ancien ou restauré}} : voyez les détails de la notification dans la comptabilité',
  'problem.other': 'Problème inconnu de cette version : installez la mise à jour de Crésus Synchro',
  'problem.at-line': 'Ligne {n} – {text}',
  'error.invalid-request': 'La demande n’a pas été comprise. Fermez le document, rouvrez-le et recommencez.',
  'error.unauthorized':
    'L’accès à Crésus Synchro a été refusé. Fermez le document, rouvrez-le et recommencez.',
  'error.not-found': 'Crésus Synchro ne connaît pas cette fonction : installez sa mise à jour.',
  'error.mandate-not-found': 'Ce mandat n’existe plus. Fermez le document, rouvrez-le et recommencez.',
  'error.file-not-found': 'Ce fichier ne fait plus partie du mandat. Rattachez-le au mandat si besoin.',
  'error.posting-not-found':
    'Cette comptabilisation n’existe plus. Fermez le document, rouvrez-le et recommencez.',
  'error.path-not-absolute': 'Le chemin du fichier est incomplet : indiquez-le depuis le lecteur.',
  'error.file-access-failed': '{path} : {reason}. Rien n’a été fait ; réessayez une fois que c’est réglé.',
  'error.path-not-found':
    'Il n’y a pas de fichier à cet endroit : vérifiez que le lecteur est connecté, puis réessayez.',
  'error.not-an-accounting-file': 'Ce n’est pas un fichier de comptabilité : choisissez un fichier .cre.',
  'error.not-a-chart': 'Le plan comptable ne se lit pas : exportez-le à nouveau depuis la comptabilité.',
  'error.already-in-mandate':
    'Ce fichier fait déjà partie d’un mandat : ouvrez ce mandat, ou retirez-en d’abord le fichier.',
  'error.accounting-file-ambiguous':
    'Le mandat a plusieurs comptabilités : ouvrez celle dont il s’agit et recommencez.',
  'error.revision-outdated': 'Les écritures ont changé entre-temps : vérifiez la liste, puis recommencez.',
  'error.entries-not-pending':
    'Des écritures choisies ne sont plus en attente : vérifiez la liste, puis recommencez.',
  'error.nothing-to-post':
    'Aucune de ces écritures ne peut être comptabilisée : corrigez les problèmes indiqués dans la liste.',
  'error.revision-required':
    'La demande n’était pas complète. Fermez le document, rouvrez-le et recommencez.',
  'error.held-elsewhere':
    'Ce mandat est tenu par {machine} : comptabilisez sur ce poste, ou reprenez le mandat ici.',
  'error.claim-unverified':
    'Rien n’a été changé : impossible de vérifier que ce poste tient le mandat ({reason}).',
  'error.idempotency-key-required':
    'La demande n’était pas complète. Fermez le document, rouvrez-le et recommencez.',
  'error.idempotency-key-reused':
    'Cette demande avait déjà été faite autrement : vérifiez l’historique, puis recommencez.',
  'error.posting-built-upon':
    'Une comptabilisation plus récente s’appuie sur celle-ci : décomptabilisez-la d’abord.',
  'error.posting-already-undone':
    'Cette comptabilisation est déjà décomptabilisée : il n’y a plus rien à faire.',
  'error.nothing-to-export':
    'Il n’y a rien à importer pour cette comptabilisation : il n’y a plus rien à faire.',
  'error.already-exported':
    'Ces lignes ont déjà été enregistrées pour l’importation : ne les importez pas une seconde fois.',
  'error.source-not-suspect':
    'Cette version n’est plus celle du fichier : fermez cette fenêtre et regardez ce que dit la bannière.',
  'error.not-supported':
    'Crésus Synchro ne sait pas faire cela sur cet ordinateur : installez sa mise à jour.',
  'error.not-signed-in': 'Aucun utilisateur n’est connecté : connectez-vous, puis réessayez.',
  'error.no-internet':
    'Le serveur des mandats partagés ne répond pas : vérifiez l’accès à internet, puis réessayez.',
  'error.sync-refused':
    'Le serveur refuse de synchroniser ce mandat : vérifiez l’abonnement et vos droits d’accès, puis réessayez.',
  'error.mandate-not-shared': 'Ce mandat n’est pas partagé : il n’y a rien à synchroniser.',
  'error.not-a-document':
    'Ce fichier ne peut pas être attaché : choisissez un document de facturation, de salaires, de banque ou d’immobilisations.',
  'error.file-type-unknown':
    'Aucun programme Crésus n’écrit ce type de fichier : choisissez un fichier {types}.',
  'error.not-listed':
    'Ce fichier d’écritures n’est pas relié à la comptabilité : reliez-le d’abord dans le programme qui l’écrit.',
  'error.last-accounting-file':
    'Le seul fichier de comptabilité d’un mandat ne peut pas être détaché : retirez plutôt le mandat.',
  'error.folder-not-allowed':
    'Crésus Synchro n’a pas le droit de regarder dans ce dossier : choisissez-en un autre.',
  'error.not-beside-accounting':
    'Un fichier d’écritures doit se trouver à côté de la comptabilité : remettez-le dans son dossier, puis recommencez.',
  'error.link-change-not-found': 'Cette correction n’existe plus : rechargez la page.',
  'error.link-outdated':
    'Rien n’a été changé : la situation du fichier a changé entre-temps. Vérifiez, puis recommencez.',
  'error.not-the-same-file':
    'Rien n’a été changé : il n’est pas certain que ce soit le même fichier. Vérifiez, puis choisissez-le expressément.',
  'error.payload-too-large':
    'Trop d’écritures à la fois : comptabilisez-les toutes ensemble, ou en plusieurs fois.',
  'error.unsupported-media-type':
    'La demande n’a pas été comprise. Fermez le document, rouvrez-le et recommencez.',
  'error.too-many-streams':
    'Crésus Synchro a trop de documents ouverts à la fois : fermez-en quelques-uns, puis réessayez.',
  'error.storage-failed':
    'Rien n’a été fait : le disque n’a pas pu être écrit. Libérez de la place, puis réessayez.',
  'error.internal-error':
    'Crésus Synchro a rencontré une erreur inattendue : réessayez, puis redémarrez Crésus Synchro si cela se reproduit.',
  'error.unknown':
    'Crésus Synchro signale une erreur que cette version ne connaît pas : installez la mise à jour.',
  'error.unexpected':
    'Quelque chose d’inattendu s’est produit. Fermez le document, rouvrez-le et recommencez.',
} as const;
