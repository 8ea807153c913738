import type { filesFr } from './fr.js';

export const filesDe = {
  'chooser.sought': 'Gesuchte Datei: {name}',
  'chooser.sought-mark': 'gesuchte Datei',
  'chooser.sought-here': 'Die gesuchte Datei liegt in diesem Ordner.',
  'chooser.folder': 'Ordner',
  'chooser.file': 'Datei',
  'chooser.of-mandate': 'Gehört zum Mandat {name}',
  'chooser.held': 'Diese Datei gehört bereits zum Mandat {name}.',
  'chooser.up': 'Übergeordneter Ordner',
  'chooser.way': 'Ort',
  'chooser.roots': 'Computer',
  'chooser.filter': 'Nach Namen filtern',
  'chooser.list-file': 'Ordner und Dateien',
  'chooser.list-folder': 'Ordner',
  'chooser.folders': '{n, plural, one {# Ordner} other {# Ordner}}',
  'chooser.files': '{n, plural, one {# Datei} other {# Dateien}}',
  'chooser.empty': 'Dieser Ordner ist leer.',
  'chooser.empty-kind': 'Hier gibt es weder Ordner noch Dateien {kinds}.',
  'chooser.no-files':
    'Keine Datei in diesem Ordner: Öffnen Sie einen Unterordner oder gehen Sie eine Ebene höher.',
  'chooser.no-files-kind':
    'Keine Datei {kinds} in diesem Ordner: Öffnen Sie einen Unterordner oder gehen Sie eine Ebene höher.',
  'chooser.no-folders': 'Dieser Ordner hat keinen Unterordner.',
  'chooser.none-match': 'Kein Name enthält «{filter}».',
  'chooser.no-roots':
    'Crésus Synchro darf in keinen Ordner dieses Computers hineinschauen: Geben Sie den Pfad unten an.',
  'chooser.truncated':
    'Dieser Ordner enthält mehr: Nur die ersten {n} Einträge werden gezeigt. Ist Ihrer nicht dabei, geben Sie seinen Pfad unten an.',
  'chooser.cloud':
    'Dieser Ordner liegt in {name}. Dateien einer Buchhaltung dürfen nicht auf zwei Computern zugleich bearbeitet werden: Es könnten Konfliktkopien entstehen.',
  'chooser.open': 'Öffnen',
  'chooser.take-file': 'Diese Datei wählen',
  'chooser.take-folder': 'Diesen Ordner wählen',
  'chooser.take-this': '«{name}» wählen',
  'chooser.choose-file-first': 'Wählen Sie eine Datei in der Liste.',
  'chooser.choose-folder-first': 'Wählen Sie einen Ordner in der Liste.',
  'chooser.path': 'Pfad eines Ordners oder einer Datei',
  'chooser.path.file': 'Pfad der Datei',
  'chooser.path.folder': 'Pfad des Ordners',
  'chooser.path.hint': 'Pfad einfügen',
  'chooser.go': 'Gehe zu',
  'chooser.path.nothing':
    'An diesem Ort gibt es weder Ordner noch Datei: Prüfen Sie den Pfad und ob das Laufwerk verbunden ist.',
  'chooser.path.no-folder':
    'An diesem Ort gibt es keinen Ordner, und eine solche Datei ist hier nicht die richtige.',
  'chooser.path.incomplete': 'Der Pfad ist unvollständig: Geben Sie ihn ab dem Laufwerk an.',
  'chooser.path.other-kind':
    'Eine solche Datei ist hier nicht die richtige: Geben Sie eine Datei {kinds} an.',
  'chooser.not-supported':
    'Crésus Synchro kann die Ordner dieses Computers nicht zeigen: Fügen Sie den Pfad ein, wie ihn die Dateiverwaltung angibt.',
  'chooser.drop.no-path':
    'Der Browser sagt nicht, wo diese Datei liegt: Kopieren Sie ihren Pfad in der Dateiverwaltung und fügen Sie ihn hier ein.',
  'link.point': 'Datei angeben…',
  'link.point.title': 'Datei angeben',
  'link.search': 'In einem Ordner suchen…',
  'link.search.title': 'In welchem Ordner soll gesucht werden?',
  'link.ways.missing': 'Wissen Sie, wo sie liegt, oder ungefähr?',
  'link.ways.other': 'Ist es nicht die richtige Datei?',
  'link.pointed': 'Sie haben angegeben, wo {name} liegt. Prüfen Sie und bestätigen Sie.',
  'link.adopt.pointed': 'Es ist die richtige Datei: Das Mandat soll sich künftig auf sie beziehen',
  'link.done':
    '{n, plural, one {Die Verknüpfung ist wiederhergestellt: Das Mandat kennt den neuen Ort dieser Datei.} other {# Verknüpfungen sind wiederhergestellt: Das Mandat kennt den neuen Ort dieser Dateien.}}',
  'link.undone':
    '{n, plural, one {Die Korrektur ist rückgängig gemacht: Das Mandat nennt wieder den alten Ort dieser Datei.} other {Die Korrektur ist rückgängig gemacht: Das Mandat nennt wieder den alten Ort dieser # Dateien.}}',
  'link.error.held-elsewhere':
    'Nichts wurde geändert: Dieses Mandat wird von {machine} geführt. Stellen Sie die Verknüpfung auf jenem Computer wieder her oder übernehmen Sie das Mandat zuerst hierher.',
  'link.error.not-beside-accounting':
    'Nichts wurde geändert: Eine Buchungsdatei muss neben ihrer Buchhaltung liegen, in {folder}. Migrieren Sie die Buchhaltung zugleich oder legen Sie die Datei dorthin zurück.',
  'search.title': 'Suche nach {name} in {folder}',
  'search.title-of': 'Suche nach {name} in {folder} ({index} von {n})',
  'search.begins': 'Die Suche beginnt…',
  'search.hits': '{n, plural, one {# gefunden} other {# gefunden}}',
  'search.stop': 'Suche abbrechen',
  'search.found':
    '{n, plural, one {# Datei in {folder} gefunden. Prüfen Sie und bestätigen Sie.} other {# Dateien in {folder} gefunden. Prüfen Sie und bestätigen Sie.}}',
  'search.nothing':
    'In {folder} wurde nichts gefunden. Suchen Sie in einem anderen Ordner oder geben Sie die Datei selbst an.',
  'search.refound':
    '{n, plural, =0 {In {folder} wurde nichts gefunden.} one {# Datei in {folder} wiedergefunden.} other {# Dateien in {folder} wiedergefunden.}}',
  'search.still-lost':
    '{n, plural, =0 {Prüfen Sie und fahren Sie fort.} one {# bleibt unauffindbar: Suchen Sie in einem anderen Ordner oder geben Sie sie selbst an.} other {# bleiben unauffindbar: Suchen Sie in einem anderen Ordner oder geben Sie sie selbst an.}}',
  'migration.lost': '{n, plural, one {# nicht auffindbare Datei} other {# nicht auffindbare Dateien}}',
  'migration.lost.point': 'Geben Sie an, wo sie liegen, oder lassen Sie sie, wie sie sind.',
  'migration.lost.search':
    'Geben Sie an, wo sie liegen, oder kreuzen Sie an, welche in einem Ordner gesucht werden sollen.',
  'migration.lost.all':
    'Noch gibt es nichts zu migrieren: Geben Sie an, wo die Dateien liegen, oder suchen Sie sie.',
  'migration.look-for': '{name} suchen',
  'migration.look-for-all': 'Alle nicht auffindbaren Dateien suchen',
  'migration.look-for-first': 'Kreuzen Sie zuerst mindestens eine Datei an, die gesucht werden soll.',
  'migration.pointed': 'Von Ihnen angegeben – nichts weist darauf hin, dass es dieselbe Datei ist.',
  'migration.beside.ticked':
    'Muss neben ihrer Buchhaltung liegen: Migrieren Sie auch {name} in diesen Ordner.',
  'migration.beside.in-place':
    'Muss neben ihrer Buchhaltung liegen: {name} ist in {folder}. Legen Sie sie dorthin zurück.',
  'migration.preview': 'Vorschau…',
  'migration.preview.lead':
    '{n, plural, one {# Datei wechselt im Mandat ihren Ort; auf dem Laufwerk wird nichts verschoben.} other {# Dateien wechseln im Mandat ihren Ort; auf dem Laufwerk wird nichts verschoben.}}',
  'migration.names': '{n, plural, one {Namen anzeigen} other {Namen anzeigen}}',
  'migration.back': 'Zurück zur Liste',
  'migration.why.unticked': 'Nicht angekreuzt.',
  'migration.why.unchosen': 'Mehrere Orte sind möglich, keiner ist gewählt.',
  'migration.refused': 'Nichts wurde geändert. {reason}',
  'migration.undo': 'Migration rückgängig machen',
  'migration.undone':
    '{n, plural, one {Die Migration ist rückgängig gemacht: Das Mandat nennt wieder den alten Ort der Datei.} other {Die Migration ist rückgängig gemacht: Das Mandat nennt wieder den alten Ort der # Dateien.}}',
} as const satisfies Record<keyof typeof filesFr, string>;
